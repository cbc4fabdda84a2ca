/** Keeps the builder's winning run in this browser, so that whoever opens the page again need not play it again. */
import { z } from 'zod';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';
import type { DraftStore } from './autosave.ts';

/** A course that its builder has come through: the scene it was and the tapes that did it. */
export interface Clear {
  readonly scene: string;
  readonly ticks: number;
  readonly payload: Payload;
}

const KEY = 'dimension.clear.1';
const clearSchema = z.strictObject({ scene: z.string(), ticks: z.number().int().min(0), payload: payloadSchema });

/** The run that was kept, or null; whether it wins is for the world to judge. */
export function loadClear(store: DraftStore): Clear | null {
  try {
    const parsed = clearSchema.safeParse(JSON.parse(store.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps the run. */
export function saveClear(store: DraftStore, clear: Clear): void {
  try {
    store.setItem(KEY, JSON.stringify(clear));
  } catch {
    // Where nothing is kept, the run holds as long as the page is open; the page says so.
    return;
  }
}
