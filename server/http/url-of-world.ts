/** Where this world is reached from outside, as far as whoever asks can tell. */
import type { IncomingMessage } from 'node:http';
import type { HttpNeeds } from './needs.ts';

const HOST = /^[\w.-]{1,253}(:\d{1,5})?$/;

/** The host's own word for it, else wherever it was asked; without a closing slash. */
export function urlOfWorld({ headers }: IncomingMessage, { publicUrl }: Pick<HttpNeeds, 'publicUrl'>): string {
  return publicUrl?.replace(/\/$/, '') ?? `http://${HOST.test(headers.host ?? '') ? headers.host : 'localhost'}`;
}
