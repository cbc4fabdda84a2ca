/** What stands in the world for everybody: gates, works and the board, read from the store and kept up to date. */
import { isFirstTry } from '#content/world/first-try.ts';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, type Spot } from '#content/world/island.ts';
import type { Clock } from '#server/ports/clock.ts';
import { GATE_SPOTS_FACT, readGateSpots } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import { Gate, PlacedWork, QUIET_FOR_EVER, type WorldState } from '#shared/protocol/world-state.ts';
import {
  type Challenge,
  HELD_STATES,
  isHeld,
  isOpen,
  PRACTICE_STATES,
  solvedShare,
} from '#shared/records/challenge.ts';
import { valueText } from '#shared/records/value-text.ts';
import type { Placement, Work } from '#shared/records/work.ts';
import { assignSpots } from './gate-spots.ts';

const BOARD_LINES = 8;
const HOUR_MS = 3_600_000;

/** Fills the slow part of the room's state; every change waits for the one before it. */
export class Landmarks {
  readonly #state: WorldState;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #open = new Map<ChallengeId, Challenge>();
  readonly #canBeFirst = new Map<ChallengeId, boolean>();
  #spots = new Map<ChallengeId, number>();
  #turn: Promise<void> = Promise.resolve();
  #lastLaurelAtMs: number | null = null;

  constructor(state: WorldState, store: Store, clock: Clock) {
    this.#state = state;
    this.#store = store;
    this.#clock = clock;
  }

  /** Reads everything once, when the room opens. */
  load(): Promise<void> {
    return this.#inTurn(async () => {
      this.#spots = readGateSpots(await this.#store.fact(GATE_SPOTS_FACT));
      // What people hold comes first: however much else is open, it never loses its gate.
      for (const states of [HELD_STATES, PRACTICE_STATES])
        for (const challenge of await this.#store.challenges({ states, limit: 256 }))
          this.#open.set(challenge.id, challenge);
      for (const work of await this.#store.works({ placed: true, limit: 256 })) this.#showWork(work);
      await this.#arrangeGates([...this.#open.keys()], true);
      await this.#writeBoard();
    });
  }

  /** A challenge opened, closed, was attempted or got a record. */
  challengeChanged(challenge: Challenge): Promise<void> {
    return this.#inTurn(async () => {
      if (isOpen(challenge.state)) this.#open.set(challenge.id, challenge);
      else {
        this.#open.delete(challenge.id);
        this.#canBeFirst.delete(challenge.id);
      }
      await this.#arrangeGates([challenge.id], false);
      await this.#writeBoard();
    });
  }

  /** A work was placed, moved, hidden or shown. */
  workChanged(work: Work): Promise<void> {
    return this.#inTurn(async () => this.#showWork(work));
  }

  /** Tells the sky how long the frontier has stood still; called now and then. */
  age(nowMs: number): void {
    const hours = this.#lastLaurelAtMs === null ? QUIET_FOR_EVER : (nowMs - this.#lastLaurelAtMs) / HOUR_MS;
    this.#state.quietHours = Math.min(QUIET_FOR_EVER, Math.max(0, Math.floor(hours)));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#turn.catch(() => undefined).then(work);
    this.#turn = next;
    return next;
  }

  /** @param mayMove nobody is here yet who would stand in a gate that moves */
  async #arrangeGates(changed: readonly ChallengeId[], mayMove: boolean): Promise<void> {
    const before = this.#spots;
    const firstTries = { ids: await this.#firstTries(), mayMove };
    this.#spots = assignSpots([...this.#open.values()], before, GATE_SPOTS.length, firstTries);
    for (const id of [...this.#state.gates.keys()])
      if (!this.#spots.has(parseChallengeId(id))) this.#state.gates.delete(id);
    for (const [id, spot] of this.#spots) {
      const challenge = this.#open.get(id);
      if (challenge === undefined) continue;
      if (changed.includes(id) || this.#state.gates.get(id)?.spot !== spot) await this.#showGate(challenge, spot);
    }
    if (!sameSpots(before, this.#spots)) await this.#keepSpots();
  }

  /** What a newcomer can try: of what machines do too, the most often done first. */
  async #firstTries(): Promise<readonly ChallengeId[]> {
    const found: Challenge[] = [];
    for (const challenge of this.#open.values())
      if (!isHeld(challenge.state) && (await this.#isFirstTry(challenge))) found.push(challenge);
    const easiestFirst = found.sort(
      (a, b) => solvedShare(b.machine) - solvedShare(a.machine) || (a.id < b.id ? -1 : 1),
    );
    return easiestFirst.map(({ id }) => id);
  }

  /** Asked once of each: what a challenge is never changes. One that this release cannot read keeps its gate, no more. */
  async #isFirstTry({ id, file }: Challenge): Promise<boolean> {
    const known = this.#canBeFirst.get(id) ?? (await isFirstTry(file).catch(refusedAsFalse));
    this.#canBeFirst.set(id, known);
    return known;
  }

  async #keepSpots(): Promise<void> {
    const text = JSON.stringify(Object.fromEntries(this.#spots));
    await this.#store.transact((tx) => tx.setFact(GATE_SPOTS_FACT, text));
  }

  async #showGate(challenge: Challenge, spot: number): Promise<void> {
    const records = await this.#store.records({ challenge: challenge.id, limit: 1_000 });
    const best = records.at(-1);
    const gate = this.#state.gates.get(challenge.id) ?? new Gate();
    gate.challenge = challenge.id;
    gate.title = challenge.title;
    gate.family = challenge.file.family;
    gate.state = challenge.state;
    gate.spot = spot;
    gate.difficulty = difficultyOf(challenge);
    gate.record = best === undefined ? '' : valueText(best.value, best.unit);
    gate.holder = best?.holderName ?? '';
    if (!this.#state.gates.has(challenge.id)) this.#state.gates.set(challenge.id, gate);
  }

  #showWork(work: Work): void {
    const place = work.hidden || work.placement === null ? null : spotOf(work.placement);
    if (place === null) {
      this.#state.works.delete(work.id);
      // What is out of sight is worn by nobody.
      for (const avatar of this.#state.avatars.values()) if (avatar.skin === work.id) avatar.skin = '';
      return;
    }
    const shown = this.#state.works.get(work.id) ?? new PlacedWork();
    shown.id = work.id;
    shown.generator = work.generator;
    shown.generatorVersion = work.generatorVersion;
    shown.genome = work.genome;
    shown.title = work.title;
    shown.maker = work.makerName;
    shown.spotKind = place.kind;
    shown.spot = place.index;
    if (!this.#state.works.has(work.id)) this.#state.works.set(work.id, shown);
  }

  async #writeBoard(): Promise<void> {
    const newest = await this.#store.records({ limit: 200 });
    const lines: string[] = [];
    const laurels = newest.filter(({ laurel }) => laurel);
    this.#lastLaurelAtMs = laurels[0]?.atMs ?? null;
    this.age(this.#clock());
    for (const record of laurels.slice(0, BOARD_LINES)) {
      const title = (await this.#store.challenge(record.challenge))?.title ?? 'a challenge';
      lines.push(`${record.holderName} · ${title} · ${valueText(record.value, record.unit)}`);
    }
    const { board } = this.#state;
    if (lines.length === board.length && lines.every((line, index) => line === board[index])) return;
    board.splice(0, board.length, ...lines);
  }
}

function refusedAsFalse(error: unknown): false {
  if (error instanceof DimensionError) return false;
  throw error;
}

/** How hard it looks, 0 … 5: what all machines solve is low, what none came near is high. */
function difficultyOf(challenge: Pick<Challenge, 'machine' | 'state'>): number {
  const runs = challenge.machine;
  if (runs.length === 0) return isHeld(challenge.state) ? 3 : 1;
  const solved = solvedShare(runs);
  if (solved > 0) return solved > 0.5 ? 1 : 2;
  const nearest = Math.max(...runs.map((run) => run.progress));
  return nearest > 0.75 ? 3 : nearest > 0.4 ? 4 : 5;
}

function spotOf(placement: Placement): { readonly kind: 'pedestal' | 'frame'; readonly index: number } | null {
  if (placement.spot === 'ground') return null;
  const index = nearestSpot(placement.spot === 'frame' ? FRAME_SPOTS : PEDESTAL_SPOTS, placement);
  return index < 0 ? null : { kind: placement.spot, index };
}

function nearestSpot(spots: readonly Spot[], { x, z }: Pick<Placement, 'x' | 'z'>): number {
  let best = -1;
  let least = 1;
  for (const [index, spot] of spots.entries()) {
    const away = Math.hypot(spot.x - x, spot.z - z);
    if (away >= least) continue;
    least = away;
    best = index;
  }
  return best;
}

function sameSpots(a: ReadonlyMap<ChallengeId, number>, b: ReadonlyMap<ChallengeId, number>): boolean {
  return a.size === b.size && [...a].every(([id, spot]) => b.get(id) === spot);
}
