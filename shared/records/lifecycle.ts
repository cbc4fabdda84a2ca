/** The life of a challenge as one pure table: which event leads from which state to which, and under what condition. */
import { DimensionError, type Facts } from '#shared/base/errors.ts';
import { type Challenge, type ChallengeState, HELD_STATES, OPEN_STATES } from './challenge.ts';

/** What machines showed when they were through with their ladder of budgets, or through with a re-check. */
export interface MachineFinding {
  /** `success`: it can be done or not. `record`: every certificate counts and the best stands. */
  readonly kind: 'success' | 'record';
  /**
   * Largest share of its seeds with which one solver did it within 10 CPU seconds; of a record, came within δ of it
   * within 1,000. 0 … 1.
   */
  readonly share: number;
  /** Some machine did it at some budget. */
  readonly atAll: boolean;
  /** Nothing better than what is known is possible: by proof, or because the family's limit is reached. */
  readonly proven: boolean;
  /** Machines do not treat it just like one that is known. */
  readonly novel: boolean;
}

/** What can happen to a challenge, each with the facts its condition asks about. */
export type LifecycleEvent =
  | { readonly kind: 'submitted'; readonly unused: boolean }
  /** `possible`: a witness holds, or the family is open to better values for ever. */
  | { readonly kind: 'taken-in'; readonly possible: boolean }
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'opened'; readonly finding: MachineFinding }
  | { readonly kind: 'advanced'; readonly by: 'person' | 'automaton' }
  /** The window is over and a second verification agrees. */
  | { readonly kind: 'settled'; readonly family: MachineFinding['kind'] }
  /** Machines do it now; `taught`: after they learned it from people. */
  | { readonly kind: 'closed'; readonly finding: MachineFinding; readonly taught: boolean }
  | { readonly kind: 'hidden' | 'invalidated' }
  /** `before`: the state it was taken out of. */
  | { readonly kind: 'shown' | 'thawed'; readonly before: ChallengeState }
  | { readonly kind: 'frozen'; readonly why: 'verifier' | 'engine' | 'host' | 'second-opinion' }
  | { readonly kind: 'retired'; readonly why: 'proof' | 'engine' | 'idle' | 'host' };

export type LifecycleEventKind = LifecycleEvent['kind'];

/** Where an event leads, or why it does not. */
export type Transition =
  | { readonly ok: true; readonly to: ChallengeState }
  | { readonly ok: false; readonly code: 'lifecycle.impossible' | 'lifecycle.guard'; readonly sentence: string };

/** More than half of the seeds within 10 CPU seconds: then it is solved for machines. */
const MOST = 0.5;

type States = readonly ChallengeState[];
/** Out of these nothing leads but the host's hiding of what is written there. */
export const FINAL_STATES: States = ['rejected', 'invalidated', 'retired'];

/** The states in which each event can happen at all. */
export const LIFECYCLE: { readonly [K in LifecycleEventKind]: States } = {
  submitted: ['draft'],
  'taken-in': ['review'],
  rejected: ['review', 'machine-attempts'],
  opened: ['machine-attempts'],
  advanced: HELD_STATES,
  settled: ['advanced'],
  closed: HELD_STATES,
  hidden: ['machine-attempts', ...OPEN_STATES, 'frozen', ...FINAL_STATES],
  shown: ['hidden'],
  frozen: ['machine-attempts', ...OPEN_STATES],
  thawed: ['frozen'],
  invalidated: ['frozen'],
  retired: [...OPEN_STATES, 'frozen'],
};

/** Where `event` leads from `state`. Pure: the same facts, the same answer. */
export function transition(state: ChallengeState, event: LifecycleEvent): Transition {
  if (!LIFECYCLE[event.kind].includes(state))
    return {
      ok: false,
      code: 'lifecycle.impossible',
      sentence: `A challenge that is "${state}" cannot be "${event.kind}".`,
    };
  switch (event.kind) {
    case 'submitted':
      return event.unused ? to('review') : guard('This very challenge is already in the world.');
    case 'taken-in':
      return event.possible ? to('machine-attempts') : guard('Nothing shows that it can be done.');
    case 'rejected':
      return to('rejected');
    case 'opened':
      return to(openedState(event.finding));
    case 'advanced':
      return event.by === 'person' ? to('advanced') : guard('A machine sets records; it does not hold the frontier.');
    case 'settled':
      return to(event.family === 'record' ? 'frontier' : 'solved');
    case 'closed':
      return closedState(event.finding, event.taught);
    case 'hidden':
      return to('hidden');
    case 'shown':
      return back(event.before, LIFECYCLE.hidden);
    case 'frozen':
      return to('frozen');
    case 'thawed':
      return back(event.before, LIFECYCLE.frozen);
    case 'invalidated':
      return to('invalidated');
    case 'retired':
      return to('retired');
  }
}

/** A step of a challenge's life as it is kept: the challenge as it stands now, and the line of the history. */
export interface Step {
  readonly challenge: Challenge;
  readonly kind: LifecycleEventKind;
  /** JSON of what led there: `from`, `to`, and the facts of the event. */
  readonly body: string;
}

/**
 * The step that `event` makes of `challenge`.
 * @param cause what else belongs into the history: who, which attempt, which release
 * @throws DimensionError `lifecycle.impossible`, `lifecycle.guard`
 */
export function stepOf(challenge: Challenge, event: LifecycleEvent, atMs: number, cause: Facts = {}): Step {
  const next = transition(challenge.state, event);
  if (!next.ok) throw new DimensionError(next.code, next.sentence, { challenge: challenge.id, state: challenge.state });
  const { kind, ...facts } = event;
  const body = JSON.stringify({ from: challenge.state, to: next.to, ...facts, ...cause });
  return { challenge: { ...challenge, state: next.to, changedAtMs: atMs }, kind, body };
}

function openedState({ kind, share, atAll, proven, novel }: MachineFinding): ChallengeState {
  if (kind === 'record') return proven ? 'training' : 'frontier';
  if (share > MOST) return 'machine-solved';
  if (atAll) return 'training';
  return novel ? 'frontier' : 'rejected';
}

function closedState(finding: MachineFinding, taught: boolean): Transition {
  if (finding.share > MOST || finding.proven) return to(taught ? 'absorbed' : 'machine-solved');
  return finding.atAll ? to('training') : guard('No machine does it.');
}

function back(before: ChallengeState, possible: States): Transition {
  return possible.includes(before) ? to(before) : guard(`It was "${before}" before, and cannot be that again.`);
}

function to(state: ChallengeState): Transition {
  return { ok: true, to: state };
}

function guard(sentence: string): Transition {
  return { ok: false, code: 'lifecycle.guard', sentence };
}
