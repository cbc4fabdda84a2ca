/** The worker that works out what the families' landmarks show: making a problem may take a while. */
import { type Emblem, emblemOf } from '#content/world/emblem.ts';
import { publicError } from '#shared/base/errors.ts';
import type { Refusal, Reply } from './works/messages.ts';

/** Which family is asked for. */
export interface EmblemRequest {
  readonly id: number;
  readonly family: string;
}

/** What a landmark shows. */
export type EmblemAnswer = Emblem & { readonly kind: 'emblem' };

addEventListener('message', async ({ data }: MessageEvent<EmblemRequest>) => {
  const reply: Reply<EmblemAnswer | Refusal> = { id: data.id, answer: await answer(data.family) };
  postMessage(reply);
});

async function answer(family: string): Promise<EmblemAnswer | Refusal> {
  try {
    return { kind: 'emblem', ...(await emblemOf(family)) };
  } catch (error) {
    return { kind: 'refused', ...publicError(error) };
  }
}
