/** Looks at every frame of a client before Colyseus does: what it would cut off, log or choke on never reaches it. */
import { type Client, getMessageBytes, Protocol, ResponseStatus } from '@colyseus/core';
import type { Counts } from '#server/ports/counts.ts';
import { CLIENT_MESSAGES, type Reply } from '#shared/protocol/messages.ts';
import { BodyReader } from './body-reader.ts';

/** What is wrong with a frame, and the request that wants to hear of it. */
export interface FrameFault {
  readonly code: 'message.unreadable' | 'message.unknown';
  readonly request: number | null;
}

/** No code of the protocol: Colyseus counts such a frame against the client's rate, and else does nothing with it. */
const NOTHING = 0;
/** Schema's word for "field 0 has this value": the only thing an input says. */
const KEYS_ARE = 0x80;
const SENTENCES = {
  'message.unreadable': 'This message cannot be read.',
  'message.unknown': 'The world knows no message of this kind.',
} as const;

/**
 * Only frames as our own client writes them pass. Colyseus' own decoders believe the lengths a frame states (six bytes
 * can keep them busy for minutes) and write a line to the log for every frame they cannot read.
 * @returns null for a frame that may go on
 */
export function faultOf(frame: Uint8Array): FrameFault | null {
  switch (frame[0]) {
    case Protocol.ROOM_REQUEST:
    case Protocol.ROOM_DATA:
      return messageFault(frame, frame[0] === Protocol.ROOM_REQUEST);
    case Protocol.ROOM_INPUT_RELIABLE:
      return frame.length === 1 || (frame.length === 3 && frame[1] === KEYS_ARE) ? null : silent('message.unreadable');
    case Protocol.JOIN_ROOM:
    case Protocol.LEAVE_ROOM:
    case Protocol.PING:
      return null;
    default:
      return silent('message.unknown');
  }
}

/**
 * Watches a client until its connection ends; to be called whenever it has a new one, before Colyseus listens to it.
 * A frame that may not go on is counted, answered when it is a request, and blanked where it lies.
 */
export function watchFrames(client: Client, counts: Pick<Counts, 'count'>): void {
  client.ref.on('message', (frame: unknown) => {
    if (!(frame instanceof Uint8Array)) return;
    const fault = faultOf(frame);
    if (fault === null) return;
    frame[0] = NOTHING;
    counts.count(fault.code);
    if (fault.request !== null) answer(client, fault.request, fault.code);
  });
  client.ref.on('error', (error: unknown) => {
    if (isOversized(error)) counts.count('message.oversized');
  });
}

function answer(client: Client, request: number, code: FrameFault['code']): void {
  const reply: Reply<never> = { ok: false, code, sentence: SENTENCES[code] };
  client.enqueueRaw(getMessageBytes[Protocol.ROOM_RESPONSE](request, ResponseStatus.OK, reply));
}

function messageFault(frame: Uint8Array, asks: boolean): FrameFault | null {
  const reader = new BodyReader(frame, 1);
  const number = asks ? reader.number() : null;
  const request = reader.whole ? number : null;
  const type = reader.name();
  if (!reader.whole) return { code: 'message.unreadable', request };
  if (!Object.hasOwn(CLIENT_MESSAGES, type)) return { code: 'message.unknown', request };
  return reader.body() ? null : { code: 'message.unreadable', request };
}

function silent(code: FrameFault['code']): FrameFault {
  return { code, request: null };
}

/** How `ws` says that a frame is longer than it takes. */
function isOversized(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
}
