/** The scene to draw for a draft that may still be unfinished: what is missing stands out of sight. */
import { isDimensionError } from '#shared/base/errors.ts';
import { parseScene, SCENE_LIMITS, type Scene } from '#shared/physics/scene.ts';
import { type Draft, writeScene } from './draft.ts';
import { newPiece, type Piece, type PieceKind, type Triple } from './piece.ts';

const AWAY: Triple = [0, SCENE_LIMITS.coordinate, 0];

/** The scene, or null while a number in it is out of bounds. */
export function pictureOf(draft: Draft): Scene | null {
  const missing = (['start', 'goal'] as const).filter((kind) => !draft.pieces.some((piece) => piece.kind === kind));
  const away = (kind: PieceKind, index: number) => newPiece(1_000_000 + index, kind, AWAY);
  const whole = draft.pieces.filter((piece) => isWired(piece, draft));
  const doors = new Set(whole.flatMap(({ doors: named }) => named));
  const pieces = whole.filter((piece) => piece.kind !== 'door' || doors.has(piece.id));
  try {
    return parseScene(writeScene({ ...draft, pieces: [...pieces, ...missing.map(away)] }).scene);
  } catch (error) {
    if (isDimensionError(error)) return null;
    throw error;
  }
}

/** False for what names no door yet, and for a lock whose key is missing. */
function isWired({ kind, doors, key }: Piece, { pieces }: Draft): boolean {
  if (kind === 'lock' && !pieces.some((piece) => piece.kind === 'key' && piece.id === key)) return false;
  return !NEED_DOORS.includes(kind) || doors.length > 0;
}

const NEED_DOORS: readonly PieceKind[] = ['button', 'clock', 'lock'];
