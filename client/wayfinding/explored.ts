/** What somebody has looked into so far in this browser: a list that ticks itself off, never a reward. */
import { readKept } from '#client/play/storage.ts';

/** Everything on the list, in the order in which it is offered. */
export const EXPLORED = [
  'plaza',
  'east-garden',
  'west-garden',
  'workshops',
  'frontier',
  'work',
  'recording',
  'sit',
  'create',
] as const;
export type Explored = (typeof EXPLORED)[number];

/** Where it is kept. */
export const EXPLORED_KEY = 'dimension.explored.1';
const MOST_FAMILIES = 40;

/** What is kept: steps of the list, and the kinds of problems that were played. */
export interface Exploration {
  readonly done: ReadonlySet<Explored>;
  readonly families: ReadonlySet<string>;
}

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Reads text that came from outside: what is not known is left out. */
export function parseExploration(text: string | null): Exploration {
  const found = readKept(text);
  const list = (key: string): readonly unknown[] => {
    const value = found.get(key);
    return Array.isArray(value) ? value : [];
  };
  const done = EXPLORED.filter((step) => list('done').includes(step));
  const families = list('families').filter((one): one is string => /^[a-z][a-z-]{0,39}$/.test(String(one)));
  return { done: new Set(done), families: new Set(families.slice(0, MOST_FAMILIES)) };
}

/** What this browser remembers. */
export function readExploration(store: Store | null): Exploration {
  return parseExploration(store?.getItem(EXPLORED_KEY) ?? null);
}

/** Remembers one more step; from any page. */
export function tickOff(store: Store | null, step: Explored): Exploration {
  const { done, families } = readExploration(store);
  return done.has(step) ? { done, families } : keep(store, { done: new Set([...done, step]), families });
}

/** Remembers that a kind of problem was played. */
export function playedKind(store: Store | null, family: string): Exploration {
  const { done, families } = readExploration(store);
  return families.has(family) ? { done, families } : keep(store, { done, families: new Set([...families, family]) });
}

function keep(store: Store | null, now: Exploration): Exploration {
  try {
    store?.setItem(EXPLORED_KEY, JSON.stringify({ done: [...now.done], families: [...now.families] }));
  } catch {
    // Private windows refuse: the list then holds for this visit only.
    return now;
  }
  return now;
}
