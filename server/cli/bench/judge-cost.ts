/** What one judgement costs, and payloads that hold to measure it on. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { Workpiece } from '#content/families/family.ts';
import { threadCpuSeconds } from '#server/work/meter.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';

/** The first of the 48-mers of Yue et al. 1995, https://doi.org/10.1073/pnas.92.1.325 */
const CHAIN = 'HPHHPPHHHHPHHHPPHHPPHPHHHPHPHHPPHHPPPHPPPPPPPPHH';
const LANTERNS = { points: 40, grid: 8 } as const;
/** The median of so many rounds of so many judgements. */
const TIMES = { rounds: 9, each: 100 } as const;

/** An instance in its file form, and a payload that holds. */
export interface JudgeCase {
  readonly instance: CanonicalValue;
  /** Null: the one that lies on the workbench when a person begins. */
  readonly payload: Payload | null;
}

export function foldOf48(): JudgeCase {
  return { instance: { sequence: CHAIN, lattice: 'cubic' }, payload: null };
}

/** Forty points, each set where no line through two of the others forbids it. */
export function lanterns(): JudgeCase {
  const { grid } = LANTERNS;
  const rng = new Rng('lanterns');
  const cells = Array.from({ length: grid ** 3 }, (_, cell) => ({
    cell: [cell % grid, Math.floor(cell / grid) % grid, Math.floor(cell / grid ** 2)],
    place: rng.bits(),
  })).sort((a, b) => a.place - b.place);
  const points: number[][] = [];
  for (const { cell } of cells) {
    if (points.length === LANTERNS.points) break;
    const free = points.every((one, at) => points.slice(at + 1).every((other) => !onOneLine(one, other, cell)));
    if (free) points.push(cell);
  }
  return { instance: { n: grid, dimension: 3 }, payload: { kind: 'points', points } };
}

/** CPU milliseconds of reading and judging a payload that holds. @throws DimensionError `bench.refused` */
export async function judgeMs(familyId: string, { instance: raw, payload: given }: JudgeCase): Promise<number> {
  const family = await load(FAMILIES, familyId);
  const instance = family.parseInstance(raw);
  const payload = given ?? startOf(family.workpiece(instance));
  const costs: number[] = [];
  for (let round = 0; round < TIMES.rounds; round++) {
    const began = threadCpuSeconds();
    for (let time = 0; time < TIMES.each; time++) {
      const judgement = await family.judge(instance, family.parsePayload(payload, instance));
      if (!judgement.ok) throw new DimensionError('bench.refused', judgement.reason.sentence);
    }
    costs.push(((threadCpuSeconds() - began) * 1_000) / TIMES.each);
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1] ?? 0;
}

/** What lies on the workbench as a payload. @throws DimensionError `bench.start` where nothing does */
export function startOf(workpiece: Workpiece): Payload {
  if (workpiece.hand === 'moves') return { kind: 'moves', moves: workpiece.start };
  if (workpiece.hand === 'vectors') return { kind: 'vectors', vectors: workpiece.start.map((vector) => [...vector]) };
  throw new DimensionError('bench.start', 'Nothing lies on that workbench to begin with.', { hand: workpiece.hand });
}

function onOneLine(a: readonly number[], b: readonly number[], c: readonly number[]): boolean {
  const [ux = 0, uy = 0, uz = 0] = a.map((each, axis) => (b[axis] ?? 0) - each);
  const [vx = 0, vy = 0, vz = 0] = a.map((each, axis) => (c[axis] ?? 0) - each);
  return uy * vz === uz * vy && uz * vx === ux * vz && ux * vy === uy * vx;
}
