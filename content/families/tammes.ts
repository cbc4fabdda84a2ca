/** Keep Your Distance: beacons on a sphere as far from each other as can be; the largest least distance stands. */
import { canonicalJson } from '#shared/base/hash.ts';
import { writePoints } from '#shared/maths/sphere.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { Family } from './family.ts';
import { drawWeights } from './sphere/draw-weights.ts';
import { coincidence, digestOf, parseVectors, pointsOf, vectorsPayload } from './sphere/payload.ts';
import { rowsHash, rowsKinship } from './sphere/rows.ts';
import { showSphere } from './sphere/show.ts';
import { startingPoints } from './sphere/start.ts';
import { parseTammes, sizesOf, type TammesInstance } from './tammes/instance.ts';
import { roomLimit } from './tammes/limit.ts';
import { tightest } from './tammes/room.ts';
import { settleRoom } from './tammes/settle.ts';

/** Decimals of a squared chord as the judge writes it. */
const DECIMALS = 12;
/** Gains below this, or below this part of the gap to the next hollow, are digits of the same one. */
const LEAST_GAIN = { absolute: 1e-7, ofGap: 0.01 } as const;

/** The registered family. */
export const tammes: Family<TammesInstance> = {
  id: 'tammes',
  rules: 1,
  title: 'Keep Your Distance',
  hand: 'vectors',
  kind: 'record',
  better: 'higher',
  unit: 'chord',
  delta: (record, next) =>
    Math.max(LEAST_GAIN.absolute, next === null ? 0 : LEAST_GAIN.ofGap * Math.abs(record - next)),
  parseInstance: parseTammes,
  parsePayload: (raw, { n }) => parseVectors(raw, n),
  generate: async (rng, difficulty) => {
    const { n, weights } = drawWeights(rng, difficulty);
    return { instance: { n, sizes: weights }, witness: null };
  },
  judge: async (instance, payload) => judgeRoom(pointsOf(payload), sizesOf(instance)),
  canonical: async (instance, payload) => rowsHash(pointsOf(payload), sizesOf(instance)),
  // The room alone: which beacons touch is less certain than its seventh digit, and rattlers lie where they like.
  basin: async (instance, payload) => {
    const sizes = sizesOf(instance);
    return tightest(atRest(pointsOf(payload), sizes), sizes).room.toFixed(7);
  },
  polish: (instance, payload) => {
    const sizes = sizesOf(instance);
    const points = pointsOf(payload);
    if (coincidence(points) !== null) return payload;
    const rest = vectorsPayload(atRest(points, sizes));
    return tightest(pointsOf(rest), sizes).room > tightest(points, sizes).room ? rest : payload;
  },
  kinship: (instance, payload, known) => rowsKinship(pointsOf(payload), pointsOf(known), sizesOf(instance)),
  limit: (instance) => roomLimit(sizesOf(instance)),
  likeness: (instance) => canonicalJson(instance),
  workpiece: ({ n, sizes }) => ({ hand: 'vectors', start: writePoints(startingPoints(n)), weights: sizes ?? null }),
  brief: (instance) => ({ task: taskOf(instance), science: SCIENCE }),
  show: (instance, payload) => {
    const points = payload === null ? startingPoints(instance.n) : pointsOf(payload);
    const sizes = sizesOf(instance);
    const { i, j } = tightest(points, sizes);
    return showSphere(points, sizes, [[i, j]]);
  },
};

const SCIENCE =
  'P. M. L. Tammes asked in 1930 why the pores of pollen grains lie as they do. The best is proven for up to 14 points ' +
  'and for 24 (Musin and Tarasov, Experimental Mathematics 2015); the bound of L. Fejes Tóth (1943) limits all others. ' +
  'No table of beacons of several sizes was found.';

/** Settling once may stop short of the hollow's bottom: it is done again until that gains nothing, this often at most. */
const ROUNDS = { small: 8, large: 2, upTo: 120 } as const;
const NOTHING = 1e-10;

function atRest(points: Float64Array, sizes: Float64Array): Float64Array {
  const rounds = sizes.length <= ROUNDS.upTo ? ROUNDS.small : ROUNDS.large;
  let rest = settleRoom(points, sizes);
  for (let round = 1; round < rounds; round++) {
    const further = settleRoom(rest, sizes);
    const gain = tightest(further, sizes).room - tightest(rest, sizes).room;
    rest = further;
    if (gain < NOTHING) break;
  }
  return rest;
}

function taskOf({ n, sizes }: TammesInstance): string {
  const task = `Spread ${n} beacons over the sphere so that the two nearest are as far apart as can be.`;
  if (sizes === undefined) return task;
  const large = sizes.filter((size) => size > 1).length;
  const times = [...new Set(sizes)].filter((size) => size > 1).join(' or ');
  return `${task} ${large} of them are large and need ${times} times the room; a distance counts in the mean size of its two.`;
}

function judgeRoom(points: Float64Array, sizes: Float64Array): Judgement {
  const value = tightest(points, sizes).room.toFixed(DECIMALS);
  return coincidence(points) ?? { ok: true, value, unit: 'chord', digest: digestOf(points) };
}
