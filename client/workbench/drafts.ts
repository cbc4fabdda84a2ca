/** What lies unfinished on the benches of this browser: one payload a challenge, the latest first. */
import { z } from 'zod';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

/** The part of `localStorage` that is used. */
export type DraftShelf = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'dimension.bench.1';
const MOST = 24;
const shelfSchema = z
  .array(z.strictObject({ challenge: z.string().regex(/^[0-9a-f]{64}$/), payload: payloadSchema }))
  .max(MOST);
type Shelf = z.infer<typeof shelfSchema>;

/** The draft of a challenge, or null; the family's own parser still has to read it. */
export function draftOf(shelf: DraftShelf, challenge: string): Payload | null {
  return read(shelf).find((draft) => draft.challenge === challenge)?.payload ?? null;
}

/** Keeps a draft. False when the browser has no room or does not allow it. */
export function keepDraft(shelf: DraftShelf, challenge: string, payload: Payload): boolean {
  const others = read(shelf).filter((draft) => draft.challenge !== challenge);
  try {
    shelf.setItem(KEY, JSON.stringify([{ challenge, payload }, ...others].slice(0, MOST)));
    return true;
  } catch {
    // Private windows and full disks refuse; the page says so instead of losing the work silently.
    return false;
  }
}

function read(shelf: DraftShelf): Shelf {
  try {
    const parsed = shelfSchema.safeParse(JSON.parse(shelf.getItem(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
