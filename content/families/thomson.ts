/** Planet of Charges: beacons that repel each other on a sphere; the least energy stands. */
import { canonicalJson } from '#shared/base/hash.ts';
import { squaredChord, writePoints } from '#shared/maths/sphere.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { Family } from './family.ts';
import { drawWeights } from './sphere/draw-weights.ts';
import { coincidence, digestOf, parseVectors, pointsOf, vectorsPayload } from './sphere/payload.ts';
import { rowsHash, rowsKinship } from './sphere/rows.ts';
import { showSphere } from './sphere/show.ts';
import { startingPoints } from './sphere/start.ts';
import { energyOf } from './thomson/energy.ts';
import { chargesOf, parseThomson, type ThomsonInstance } from './thomson/instance.ts';
import { energyLimit } from './thomson/limit.ts';
import { settleCharges } from './thomson/settle.ts';

/** Decimals of an energy as the judge writes it. */
const DECIMALS = 12;
/** Gains below these, absolute or as a part of the record, are digits of the same hollow. */
const LEAST_GAIN = { absolute: 1e-6, relative: 1e-10, ofGap: 0.01 } as const;

/** The registered family. */
export const thomson: Family<ThomsonInstance> = {
  id: 'thomson',
  rules: 1,
  title: 'Planet of Charges',
  hand: 'vectors',
  kind: 'record',
  better: 'lower',
  unit: 'energy',
  delta: (record, next) =>
    Math.max(
      LEAST_GAIN.absolute,
      LEAST_GAIN.relative * Math.abs(record),
      next === null ? 0 : LEAST_GAIN.ofGap * Math.abs(record - next),
    ),
  parseInstance: parseThomson,
  parsePayload: (raw, { n }) => parseVectors(raw, n),
  generate: async (rng, difficulty) => {
    const { n, weights } = drawWeights(rng, difficulty);
    return { instance: { n, charges: weights }, witness: null };
  },
  judge: async (instance, payload) => judgeEnergy(pointsOf(payload), chargesOf(instance)),
  canonical: async (instance, payload) => rowsHash(pointsOf(payload), chargesOf(instance)),
  basin: async (instance, payload) => {
    const charges = chargesOf(instance);
    const rest = settleCharges(pointsOf(payload), charges);
    return `${energyOf(rest, charges).toFixed(6)} ${moment(rest, charges).toFixed(3)}`;
  },
  polish: (instance, payload) => {
    const charges = chargesOf(instance);
    const points = pointsOf(payload);
    if (coincidence(points) !== null) return payload;
    const rest = vectorsPayload(settleCharges(points, charges));
    return energyOf(pointsOf(rest), charges) < energyOf(points, charges) ? rest : payload;
  },
  kinship: (instance, payload, known) => rowsKinship(pointsOf(payload), pointsOf(known), chargesOf(instance)),
  limit: (instance) => energyLimit(chargesOf(instance)),
  likeness: (instance) => canonicalJson(instance),
  workpiece: ({ n, charges }) => ({ hand: 'vectors', start: writePoints(startingPoints(n)), weights: charges ?? null }),
  brief: (instance) => ({ task: taskOf(instance), science: SCIENCE }),
  show: (instance, payload) =>
    showSphere(payload === null ? startingPoints(instance.n) : pointsOf(payload), chargesOf(instance), []),
};

const SCIENCE =
  'J. J. Thomson asked in 1904 how electrons come to rest on a ball. The answer is proven for 2, 3, 4, 6 and 12, which ' +
  'meet a bound of linear programming (Boyvalenkov et al., Constructive Approximation 2016), and for 5 by computer ' +
  '(R. E. Schwartz, arXiv 1001.3702); beyond, resting places multiply exponentially and lie ever closer (Amore et al., Physical Review E 2025). The same ' +
  'patterns of five and seven neighbours stand in virus shells and colloids. No table of beacons of several charges was found.';

function taskOf({ n, charges }: ThomsonInstance): string {
  if (charges === undefined)
    return `Spread ${n} beacons over the sphere so that they repel each other as little as can be.`;
  const heavy = charges.filter((charge) => charge > 1).length;
  return (
    `Spread ${n} beacons over the sphere so that they repel each other as little as can be. ` +
    `${heavy} of them are heavy: they push ${[...new Set(charges)].filter((charge) => charge > 1).join(' or ')} times as hard.`
  );
}

function judgeEnergy(points: Float64Array, charges: Float64Array): Judgement {
  const value = energyOf(points, charges).toFixed(DECIMALS);
  return coincidence(points) ?? { ok: true, value, unit: 'energy', digest: digestOf(points) };
}

/** Σ qᵢ qⱼ rᵢⱼ: tells apart two hollows whose energies agree by chance. */
function moment(points: Float64Array, charges: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < charges.length; i++)
    for (let j = 0; j < i; j++) sum += (charges[i] ?? 1) * (charges[j] ?? 1) * Math.sqrt(squaredChord(points, i, j));
  return sum;
}
