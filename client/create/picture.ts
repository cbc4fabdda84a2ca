/** The scene to draw for a draft that may still be unfinished: what is missing stands out of sight. */
import { isDimensionError } from '#shared/base/errors.ts';
import { parseScene, SCENE_LIMITS, type Scene } from '#shared/physics/scene.ts';
import { type Draft, writeScene } from './draft.ts';
import { newPiece, type PieceKind, type Triple } from './piece.ts';

const AWAY: Triple = [0, SCENE_LIMITS.coordinate, 0];

/** The scene, or null while a number in it is out of bounds. */
export function pictureOf(draft: Draft): Scene | null {
  const missing = (['start', 'goal'] as const).filter((kind) => !draft.pieces.some((piece) => piece.kind === kind));
  const away = (kind: PieceKind, index: number) => newPiece(1_000_000 + index, kind, AWAY);
  const doorless = draft.pieces.filter((piece) => piece.kind !== 'button' || piece.doors.length > 0);
  const doors = new Set(doorless.flatMap(({ doors: named }) => named));
  const pieces = doorless.filter((piece) => piece.kind !== 'door' || doors.has(piece.id));
  try {
    return parseScene(writeScene({ ...draft, pieces: [...pieces, ...missing.map(away)] }).scene);
  } catch (error) {
    if (isDimensionError(error)) return null;
    throw error;
  }
}
