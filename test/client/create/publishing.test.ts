import { expect, test } from 'vitest';
import { firstDraft } from '#client/create/draft.ts';
import { pictureOf } from '#client/create/picture.ts';
import { Publishing } from '#client/create/publishing.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';

const CLEAR: Payload = { kind: 'tape', bytes: '' };
const away = new DimensionError('server.away', 'The world cannot be reached right now.');

function scene(): Scene {
  const picture = pictureOf(firstDraft());
  if (picture === null) throw new Error('The first draft has no picture.');
  return picture;
}

/** A page whose world gives these states one after another, 'away' for a line that is down; `next` lets time pass. */
function page(answers: (ChallengeState | 'away')[], intentFails = false, kept = new Map<string, string>()) {
  const waiting: (() => void)[] = [];
  const publishing = new Publishing({
    api: async () => ({
      intent: async () => {
        if (intentFails) throw away;
        return { accepted: true, id: 'x', code: 'ok', sentence: 'Machines try it now.' };
      },
    }),
    reads: {
      challenge: async (id) => {
        const state = answers.shift() ?? 'away';
        if (state === 'away') throw away;
        return { id, state, title: 'Over' } as ChallengeCard;
      },
    },
    later: (act) => void waiting.push(act),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
  });
  const next = async () => {
    waiting.shift()?.();
    await new Promise(setImmediate);
  };
  const seen = () => {
    const state = publishing.state.value;
    return state.kind === 'watched' ? (state.card?.state ?? 'no card') : state.kind;
  };
  return { publishing, next, seen, kept, waiting };
}

test('what was accepted is watched through a broken line until the machines are done', async () => {
  const { publishing, next, seen, waiting } = page(['away', 'machine-attempts', 'away', 'rejected']);
  await publishing.publish('Over', scene(), CLEAR);
  await new Promise(setImmediate);
  expect(seen()).toBe('no card');
  await next();
  expect(seen()).toBe('machine-attempts');
  await next();
  expect(seen()).toBe('machine-attempts');
  await next();
  expect(seen()).toBe('rejected');
  expect(waiting).toHaveLength(0);
});

test('an answer that was lost on the way is looked up before anything is called refused', async () => {
  const lost = page(['frontier'], true);
  await lost.publishing.publish('Over', scene(), CLEAR);
  expect(lost.seen()).toBe('frontier');
  const never = page(['away'], true);
  await never.publishing.publish('Over', scene(), CLEAR);
  expect(never.seen()).toBe('refused');
});

test('a page that was reloaded goes on watching what was published last', async () => {
  const before = page(['machine-attempts']);
  await before.publishing.publish('Over', scene(), CLEAR);
  const after = page(['machine-attempts', 'frontier'], false, before.kept);
  await after.publishing.resume();
  expect(after.seen()).toBe('machine-attempts');
  await after.next();
  expect(after.seen()).toBe('frontier');
  const elsewhere = page(['away']);
  await elsewhere.publishing.resume();
  expect(elsewhere.seen()).toBe('idle');
});
