/** Who asks: the person behind a bearer token, and the address behind a connection. */
import type { IncomingMessage } from 'node:http';
import type { Sessions } from '#server/ports/door.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Person } from '#shared/records/actor.ts';

const BEARER = /^Bearer ([0-9a-f]{64})$/;

/** @throws DimensionError `session.missing` for no token, an unknown or an expired one */
export async function personOf(request: IncomingMessage, sessions: Sessions): Promise<Person> {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  const person = token === undefined ? null : await sessions.person(token);
  if (person === null) throw new DimensionError('session.missing', 'Sign in first; your session is unknown or over.');
  return person;
}

/** @throws DimensionError `session.missing`, `door.not-permitted` */
export async function hostOf(request: IncomingMessage, sessions: Sessions): Promise<Person> {
  const person = await personOf(request, sessions);
  if (!person.host) throw new DimensionError('door.not-permitted', 'Only the host of this world may see that.');
  return person;
}

/**
 * The address of the connection itself; what a header claims is believed only when the host's own proxy wrote it: then
 * it is the last one of `X-Forwarded-For`. IPv6 counts by its /64.
 * @param proxy the address of that proxy, or null
 */
export function networkOf(request: IncomingMessage, proxy: string | null): string {
  const peer = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
  const forwarded =
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  const address = peer === proxy && forwarded !== '' ? forwarded.slice(0, 64) : peer;
  if (!address.includes(':')) return address;
  return address.split(':').slice(0, 4).join(':');
}
