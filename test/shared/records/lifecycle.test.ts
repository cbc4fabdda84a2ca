import { describe, expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { CHALLENGE_STATES, type ChallengeState, HELD_STATES, isHeld, isOpen } from '#shared/records/challenge.ts';
import {
  FINAL_STATES,
  LIFECYCLE,
  type LifecycleEvent,
  type LifecycleEventKind,
  type MachineFinding,
  transition,
} from '#shared/records/lifecycle.ts';

const KINDS = Object.keys(LIFECYCLE).filter((kind): kind is LifecycleEventKind => Object.hasOwn(LIFECYCLE, kind));

function findingOf(rng: Rng): MachineFinding {
  return {
    kind: rng.pick(['success', 'record'] as const),
    share: rng.pick([0, 0.2, 0.5, 0.6, 1]),
    atAll: rng.unit() < 0.5,
    proven: rng.unit() < 0.3,
    novel: rng.unit() < 0.7,
  };
}

/** Any event of that kind with any facts. */
function eventOf(kind: LifecycleEventKind, rng: Rng): LifecycleEvent {
  switch (kind) {
    case 'submitted':
      return { kind, unused: rng.unit() < 0.5 };
    case 'taken-in':
      return { kind, possible: rng.unit() < 0.5 };
    case 'rejected':
      return { kind, why: 'pool.timeout' };
    case 'opened':
      return { kind, finding: findingOf(rng) };
    case 'advanced':
      return { kind, by: rng.pick(['person', 'automaton'] as const) };
    case 'settled':
      return { kind, family: rng.pick(['success', 'record'] as const) };
    case 'closed':
      return { kind, finding: findingOf(rng), taught: rng.unit() < 0.5 };
    case 'hidden':
    case 'invalidated':
      return { kind };
    case 'shown':
    case 'thawed':
      return { kind, before: rng.pick(CHALLENGE_STATES) };
    case 'frozen':
      return { kind, why: rng.pick(['verifier', 'engine', 'host', 'second-opinion'] as const) };
    case 'retired':
      return { kind, why: rng.pick(['proof', 'engine', 'idle', 'host'] as const) };
  }
}

const finding = (change: Partial<MachineFinding> = {}): MachineFinding => ({
  kind: 'success',
  share: 0,
  atAll: false,
  proven: false,
  novel: true,
  ...change,
});
const opened = (change: Partial<MachineFinding>) =>
  transition('machine-attempts', { kind: 'opened', finding: finding(change) });
const closed = (state: ChallengeState, change: Partial<MachineFinding>, taught = false) =>
  transition(state, { kind: 'closed', finding: finding(change), taught });

test('every event in every state leads to a known state or is refused with a code and a sentence', () => {
  const rng = new Rng('lifecycle');
  for (const state of CHALLENGE_STATES)
    for (const kind of KINDS)
      for (let round = 0; round < 20; round++) {
        const next = transition(state, eventOf(kind, rng));
        if (!next.ok) {
          expect(next.code).toMatch(/^lifecycle\.(impossible|guard)$/);
          expect(next.sentence).toMatch(/\.$/);
          continue;
        }
        expect(CHALLENGE_STATES).toContain(next.to);
        expect(LIFECYCLE[kind]).toContain(state);
        expect(next.to).not.toBe('draft');
      }
});

test('out of a final state only hiding leads, and showing leads back into it', () => {
  const rng = new Rng('final');
  for (const state of FINAL_STATES)
    for (const kind of KINDS) {
      const next = transition(state, eventOf(kind, rng));
      expect(next.ok).toBe(kind === 'hidden');
      expect(transition('hidden', { kind: 'shown', before: state })).toEqual({ ok: true, to: state });
    }
});

test('every state but the first can be reached, and from every state that is not final a final one', () => {
  const rng = new Rng('reach');
  const edges = new Map<ChallengeState, Set<ChallengeState>>(CHALLENGE_STATES.map((state) => [state, new Set()]));
  for (const state of CHALLENGE_STATES)
    for (const kind of KINDS)
      for (let round = 0; round < 200; round++) {
        const next = transition(state, eventOf(kind, rng));
        if (next.ok) edges.get(state)?.add(next.to);
      }
  const reach = (from: ChallengeState) => {
    const seen = new Set<ChallengeState>([from]);
    for (const state of seen) for (const to of edges.get(state) ?? []) seen.add(to);
    return seen;
  };
  expect([...reach('draft')].sort()).toEqual([...CHALLENGE_STATES].sort());
  for (const state of CHALLENGE_STATES) expect(FINAL_STATES.some((final) => reach(state).has(final))).toBe(true);
});

describe('the way in', () => {
  test('nothing known twice and nothing impossible gets in', () => {
    expect(transition('draft', { kind: 'submitted', unused: false })).toMatchObject({ code: 'lifecycle.guard' });
    expect(transition('review', { kind: 'taken-in', possible: false })).toMatchObject({ code: 'lifecycle.guard' });
    expect(transition('draft', { kind: 'advanced', by: 'person' })).toMatchObject({ code: 'lifecycle.impossible' });
  });

  test('the gate opens as machines fared', () => {
    expect(opened({})).toEqual({ ok: true, to: 'frontier' });
    expect(opened({ share: 0.6, atAll: true })).toEqual({ ok: true, to: 'machine-solved' });
    expect(opened({ share: 0.5, atAll: true })).toEqual({ ok: true, to: 'training' });
    expect(opened({ atAll: true })).toEqual({ ok: true, to: 'training' });
    expect(opened({ novel: false })).toEqual({ ok: true, to: 'rejected' });
  });

  test('a record is open until it is proven, whatever certificates machines have', () => {
    expect(opened({ kind: 'record', atAll: true, share: 1 })).toEqual({ ok: true, to: 'frontier' });
    expect(opened({ kind: 'record', proven: true })).toEqual({ ok: true, to: 'training' });
  });
});

describe('what people hold', () => {
  test('only a person advances it, also within the window', () => {
    for (const state of HELD_STATES) {
      expect(transition(state, { kind: 'advanced', by: 'person' })).toEqual({ ok: true, to: 'advanced' });
      expect(transition(state, { kind: 'advanced', by: 'automaton' }).ok).toBe(false);
    }
    expect(transition('training', { kind: 'advanced', by: 'person' }).ok).toBe(false);
  });

  test('after the window a record is the frontier again, anything else is solved', () => {
    expect(transition('advanced', { kind: 'settled', family: 'record' })).toEqual({ ok: true, to: 'frontier' });
    expect(transition('advanced', { kind: 'settled', family: 'success' })).toEqual({ ok: true, to: 'solved' });
    expect(transition('frontier', { kind: 'settled', family: 'success' }).ok).toBe(false);
  });

  test('machines close it by doing it: mostly, now and then, or because people taught them', () => {
    for (const state of HELD_STATES) {
      expect(closed(state, { share: 0.6, atAll: true })).toEqual({ ok: true, to: 'machine-solved' });
      expect(closed(state, { share: 0.6, atAll: true }, true)).toEqual({ ok: true, to: 'absorbed' });
      expect(closed(state, { share: 0.4, atAll: true })).toEqual({ ok: true, to: 'training' });
      expect(closed(state, {}).ok).toBe(false);
    }
  });

  test('what is taken out of sight or frozen comes back as it was, and no other way', () => {
    for (const before of CHALLENGE_STATES) {
      expect(transition('hidden', { kind: 'shown', before }).ok).toBe(LIFECYCLE.hidden.includes(before));
      expect(transition('frozen', { kind: 'thawed', before }).ok).toBe(LIFECYCLE.frozen.includes(before));
    }
  });
});

test('held states are open, and states on the way in or out are not', () => {
  expect(CHALLENGE_STATES.filter(isHeld)).toEqual(['frontier', 'advanced', 'solved']);
  expect(CHALLENGE_STATES.filter(isOpen).sort()).toEqual(
    ['absorbed', 'advanced', 'frontier', 'machine-solved', 'solved', 'training'].sort(),
  );
});
