/** What keeps a draft from being a course, in plain words, each with the piece it is about. */
import { t } from '#client/i18n/translate.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { SOLE } from '#shared/physics/feel.ts';
import { parseScene, SCENE_LIMITS, type Scene } from '#shared/physics/scene.ts';
import { wayOut, zoneOf } from '#shared/physics/zone.ts';
import { type Draft, writeScene } from './draft.ts';
import { boxOf, type Piece, UNITS } from './piece.ts';

/** Characters that may start together. */
const MOST_STARTS = 4;

/** One thing to put right. */
export interface Problem {
  readonly sentence: string;
  /** The piece to select, when it is about one. */
  readonly piece: number | null;
}

/** A checked draft: the scene when it can be played, and what is wrong otherwise. */
export interface Checked {
  readonly scene: Scene | null;
  readonly problems: readonly Problem[];
  /** How much of the most a scene may hold is used, 0 … 1. */
  readonly fullness: number;
}

/** Checks a draft with the very parser of the world, then for what only a builder would get wrong. */
export function checkDraft(draft: Draft): Checked {
  const counted = countProblems(draft);
  const fullness = draft.pieces.length / SCENE_LIMITS.bodies;
  if (counted.length > 0) return { scene: null, problems: counted, fullness };
  const written = writeScene(draft);
  try {
    const scene = parseScene(written.scene);
    const problems = placeProblems(draft);
    return { scene: problems.length === 0 ? scene : null, problems, fullness };
  } catch (error) {
    if (!isDimensionError(error)) throw error;
    return {
      scene: null,
      problems: [{ sentence: sentenceOf(error), piece: pieceAt(error.facts, written.where) }],
      fullness,
    };
  }
}

function countProblems(draft: Draft): Problem[] {
  const of = (kind: Piece['kind']) => draft.pieces.filter((piece) => piece.kind === kind);
  const starts = of('start');
  const goals = of('goal');
  const problems: Problem[] = [];
  if (starts.length === 0) problems.push({ sentence: t('problem.no-start'), piece: null });
  if (starts.length > MOST_STARTS)
    problems.push({ sentence: t('problem.many-starts'), piece: starts[MOST_STARTS]?.id ?? null });
  const places = new Set<string>();
  for (const { id, at } of starts) {
    if (places.has(at.join())) problems.push({ sentence: t('problem.same-start'), piece: id });
    places.add(at.join());
  }
  if (goals.length === 0) problems.push({ sentence: t('problem.no-goal'), piece: null });
  if (goals.length > 1) problems.push({ sentence: t('problem.many-goals'), piece: goals[1]?.id ?? null });
  for (const button of of('button'))
    if (button.doors.length === 0) problems.push({ sentence: t('problem.button'), piece: button.id });
  for (const kind of ['clock', 'lock', 'lever'] as const)
    for (const piece of of(kind))
      if (piece.doors.length === 0 && piece.shuts.length === 0)
        problems.push({ sentence: t(`problem.${kind}`), piece: piece.id });
  for (const lock of of('lock'))
    if (lock.key === null) problems.push({ sentence: t('problem.no-key'), piece: lock.id });
  return problems;
}

/** Starts inside walls and starts over nothing. */
function placeProblems(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  const solids = draft.pieces.filter(
    ({ kind }) => kind === 'box' || kind === 'crate' || kind === 'door' || kind === 'grip',
  );
  const floors = draft.pieces.filter(
    ({ kind }) => kind === 'box' || kind === 'ramp' || kind === 'platform' || kind === 'tile',
  );
  for (const start of draft.pieces.filter(({ kind }) => kind === 'start')) {
    const [x, y, z] = start.at;
    const middle = { x: x / UNITS, y: y / UNITS + SOLE + 0.02, z: z / UNITS };
    const out = { x: 0, y: 0, z: 0 };
    if (solids.some((solid) => wayOut(zoneOf(boxOf(solid)), middle, out)))
      problems.push({ sentence: t('problem.in-wall'), piece: start.id });
    const grounded = floors.some((floor) => {
      const zone = zoneOf(floor);
      const dx = middle.x - zone.at.x;
      const dz = middle.z - zone.at.z;
      const over =
        Math.abs(dx * zone.cos - dz * zone.sin) <= zone.half.x &&
        Math.abs(dx * zone.sin + dz * zone.cos) <= zone.half.z;
      return over && zone.at.y - zone.half.y <= y / UNITS;
    });
    if (!grounded) problems.push({ sentence: t('problem.no-ground'), piece: start.id });
  }
  return problems;
}

function pieceAt(facts: Readonly<Record<string, unknown>>, where: ReadonlyMap<string, number>): number | null {
  const path = String(facts['where'] ?? '');
  const [list = '', index = ''] = path.split('.');
  return where.get(`${list}.${index}`) ?? where.get(list) ?? null;
}
