/** Keeps the draft in this browser after every change and finds it again; what is found is parsed, never believed. */
import { z } from 'zod';
import { SCENE_LIMITS } from '#shared/physics/scene.ts';
import { type Draft, firstDraft } from './draft.ts';
import { PIECE_KINDS } from './piece.ts';

/** Where drafts are kept: the part of `localStorage` that is used. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'dimension.draft.1';
const PUBLISHED_KEY = 'dimension.published.1';
const whole = z.number().int().min(-1_000_000).max(1_000_000);
const triple = z.tuple([whole, whole, whole]).readonly();

const draftSchema = z.strictObject({
  title: z.string().max(60),
  maxTicks: whole,
  kill: whole,
  pieces: z
    .array(
      z.strictObject({
        id: z.number().int().min(1),
        kind: z.enum(PIECE_KINDS),
        at: triple,
        half: triple,
        yaw: whole,
        stops: z
          .array(z.strictObject({ offset: triple, ticks: whole }))
          .min(1)
          .max(SCENE_LIMITS.waypoints)
          .readonly(),
        mass: whole,
        press: z.enum(['use', 'step']),
        doors: z.array(z.number().int()).max(SCENE_LIMITS.doors).readonly(),
        live: whole,
        // Drafts of earlier days lack what follows.
        shuts: z.array(z.number().int()).max(SCENE_LIMITS.doors).readonly().default([]),
        key: z.number().int().nullable().default(null),
        holds: z.boolean().default(true),
        shown: whole.default(180),
        push: triple.default([0, 0, 0]),
        period: whole.default(120),
        on: whole.default(120),
        phase: whole.default(0),
        slide: triple,
        travel: whole,
        need: whole,
      }),
    )
    .max(SCENE_LIMITS.bodies)
    .readonly(),
});

/** Reads a draft from text that came from outside. Null when it is not one. */
export function parseDraft(text: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The draft that was kept, or a first one. */
export function loadDraft(store: DraftStore): Draft {
  const text = store.getItem(KEY);
  return (text === null ? null : parseDraft(text)) ?? firstDraft();
}

/** Keeps the draft. False when the browser has no room or does not allow it. */
export function saveDraft(store: DraftStore, draft: Draft): boolean {
  try {
    store.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    // Private windows and full disks refuse; the page says so instead of losing the draft silently.
    return false;
  }
}

/** Forgets the kept draft. */
export function forgetDraft(store: DraftStore): void {
  store.removeItem(KEY);
}

/** The challenge that was published last from this browser, or null. */
export function loadPublished(store: DraftStore): string | null {
  const id = store.getItem(PUBLISHED_KEY);
  return id !== null && /^[0-9a-f]{64}$/.test(id) ? id : null;
}

/** Remembers the challenge that was published last. */
export function savePublished(store: DraftStore, id: string): void {
  try {
    store.setItem(PUBLISHED_KEY, id);
  } catch {
    // Where nothing is kept, only this page knows; the course is in all the same.
    return;
  }
}
