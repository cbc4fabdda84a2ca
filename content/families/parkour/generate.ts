/** Lays a new course and plays it on the way: every stretch is kept only as the character really passed it. */
import type { Generated } from '#content/families/family.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import { Run } from '#shared/physics/run.ts';
import { clockwork, latch, lever, porter } from './door-stretches.ts';
import { Draft } from './draft.ts';
import { type ParkourInstance, tapePayload } from './instance.ts';
import { vault } from './key-stretches.ts';
import { ferry, strip, sweeper } from './moving-stretches.ts';
import { Pilot } from './pilot.ts';
import type { Play, Stretch } from './stretch.ts';
import { beam, climb, gap, layCheckpoint, layEnd, layStart, turn } from './stretches.ts';
import { recall } from './tile-stretches.ts';
import { chimney } from './wall-stretches.ts';
import { gust, updraught } from './wind-stretches.ts';

export const STRETCHES: readonly Stretch[] = [
  ...[gap, climb, beam, turn, ferry, sweeper, strip, lever, porter],
  ...[clockwork, latch, vault, chimney, gust, updraught],
];
/** How often a course opens with tiles to remember, from the difficulty on at which they appear. */
const RECALL_CHANCE = 0.3;

/** Courses tried before giving up; the first nearly always stands. */
const TRIES = 24;

/**
 * A course for `difficulty` 0 … 1 with the tape that solves it: more stretches, wider gaps, tighter timing.
 * @throws DimensionError `parkour.generate` when no course could be played (not seen in 1,000 seeds)
 */
export function generateCourse(rapier: RapierModule, rng: Rng, difficulty: number): Generated<ParkourInstance> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const course = layAndPlay(rapier, rng.fork(attempt), Math.max(0, difficulty * (1 - attempt / TRIES)));
    if (course !== null) return course;
  }
  throw new DimensionError('parkour.generate', 'No course could be laid from this seed.', { tries: TRIES });
}

function layAndPlay(rapier: RapierModule, rng: Rng, difficulty: number): Generated<ParkourInstance> | null {
  const draft = new Draft();
  const plays: Play[] = [];
  const laid = new Set<Stretch>();
  let cursor = layStart(draft);
  const count = 3 + Math.round(difficulty * 6) + rng.int(0, 1);
  let last: Stretch | null = null;
  for (let index = 0; index < count; index++) {
    const opens = index === 0 && difficulty >= recall.from && rng.chance(RECALL_CHANCE);
    const stretch: Stretch = opens ? recall : rng.pick(fitting(difficulty, last, laid));
    const next = stretch.lay(draft, cursor, rng, difficulty);
    plays.push(next.play);
    cursor = next.cursor;
    last = stretch;
    laid.add(stretch);
    if (count > 4 && index === count >> 1) layCheckpoint(draft, cursor);
  }
  plays.push(layEnd(draft, cursor));
  return playCourse(rapier, draft, plays);
}

/** Not twice the same in a row, except gaps; what may come only once comes only once. */
function fitting(difficulty: number, last: Stretch | null, laid: ReadonlySet<Stretch>): readonly Stretch[] {
  return STRETCHES.filter(
    (stretch) =>
      stretch.from <= difficulty + 0.05 &&
      (stretch !== last || stretch === gap) &&
      !(stretch.once && laid.has(stretch)),
  );
}

function playCourse(rapier: RapierModule, draft: Draft, plays: readonly Play[]): Generated<ParkourInstance> | null {
  const LONGEST = 5_400;
  const run = new Run(rapier, draft.scene(LONGEST));
  try {
    const pilot = new Pilot(run);
    for (const play of plays) {
      play(pilot);
      if (!pilot.fine) break;
    }
    if (run.goalTick < 0 || run.falls > 0) return null;
    // Twice the pilot's time and ten seconds: nobody is hurried, and no tape is endless.
    const maxTicks = Math.min(LONGEST, run.goalTick * 2 + 600);
    return { instance: draft.instance(maxTicks), witness: tapePayload(pilot.inputs) };
  } finally {
    run.free();
  }
}
