/** A course being built: title, limits and pieces; written out as a scene document and read back from one. */
import { SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
import { moving, newPiece, type Piece, type PieceKind, type Stop, type Triple, UNITS } from './piece.ts';

/** Everything the editor keeps; never changed in place. */
export interface Draft {
  readonly title: string;
  /** Longest run in ticks. */
  readonly maxTicks: number;
  /** Falling below this leads back, 1/64 m. */
  readonly kill: number;
  readonly pieces: readonly Piece[];
}

/** A draft to begin with: ground to stand on, a gap, ground with the goal. */
export function firstDraft(): Draft {
  const box = (id: number, z: number): Piece => ({
    ...newPiece(id, 'box', [0, -16, z]),
    half: [192, 16, 192],
  });
  return {
    title: '',
    maxTicks: 3_600,
    kill: -10 * UNITS,
    pieces: [
      box(1, 0),
      box(2, -8 * UNITS),
      newPiece(3, 'start', [0, 0, UNITS]),
      newPiece(4, 'goal', [0, 96, -8 * UNITS]),
    ],
  };
}

/** A free id. */
export function nextId(draft: Draft): number {
  return draft.pieces.reduce((most, piece) => Math.max(most, piece.id), 0) + 1;
}

/** A scene document with, beside it, which piece stands at each path of it ("boxes.3" → piece id). */
export interface Written {
  /** Raw: the scene's parser judges it. Null while there is no goal. */
  readonly scene: unknown;
  readonly where: ReadonlyMap<string, number>;
}

/** Writes a draft as a scene document. Nothing is checked here. */
export function writeScene(draft: Draft): Written {
  const where = new Map<string, number>();
  const of = (kind: PieceKind) => draft.pieces.filter((piece) => piece.kind === kind);
  const list = <T>(name: string, kind: PieceKind, write: (piece: Piece) => T): T[] =>
    of(kind).map((piece, index) => {
      where.set(`${name}.${index}`, piece.id);
      return write(piece);
    });
  const solid = ({ at, half, yaw }: Piece) => ({ at, half, yaw });
  const mover = (piece: Piece) => ({
    half: piece.half,
    yaw: piece.yaw,
    path: piece.stops.map((stop) => to(piece, stop)),
  });
  const doors = of('door').map((door) => door.id);
  const goal = of('goal')[0];
  if (goal !== undefined) where.set('goal', goal.id);
  return {
    where,
    scene: {
      form: SCENE_FORM,
      maxTicks: draft.maxTicks,
      kill: draft.kill,
      starts: list('starts', 'start', ({ at, yaw }) => ({ at, yaw })),
      goal: goal === undefined ? null : solid(goal),
      checkpoints: list('checkpoints', 'checkpoint', solid),
      boxes: list('boxes', 'box', solid),
      ramps: list('ramps', 'ramp', solid),
      platforms: list('platforms', 'platform', mover),
      crates: list('crates', 'crate', (piece) => ({ ...solid(piece), mass: piece.mass })),
      hazards: list('hazards', 'hazard', mover),
      buttons: list('buttons', 'button', (piece) => ({
        ...solid(piece),
        press: piece.press,
        doors: piece.doors.map((id) => doors.indexOf(id)).filter((index) => index >= 0),
        ticks: piece.live,
      })),
      doors: list('doors', 'door', ({ at, half, yaw, slide, travel, need }) => ({
        at,
        half,
        yaw,
        slide,
        travel,
        need,
      })),
    },
  };
}

/** Reads a parsed scene as a draft, for building on from an existing course. */
export function readScene(scene: Scene, title: string): Draft {
  const pieces: Piece[] = [];
  const add = (kind: PieceKind, at: Triple, more: Partial<Piece>): number => {
    const id = pieces.length + 1;
    pieces.push({ ...newPiece(id, kind, at), ...more });
    return id;
  };
  for (const { at, yaw } of scene.starts) add('start', at, { yaw });
  add('goal', scene.goal.at, { half: scene.goal.half, yaw: scene.goal.yaw });
  for (const { at, half, yaw } of scene.checkpoints) add('checkpoint', at, { half, yaw });
  for (const { at, half, yaw } of scene.boxes) add('box', at, { half, yaw });
  for (const { at, half, yaw } of scene.ramps) add('ramp', at, { half, yaw });
  for (const { half, yaw, path } of scene.platforms) add('platform', home(path), { half, yaw, stops: stops(path) });
  for (const { half, yaw, path } of scene.hazards) add('hazard', home(path), { half, yaw, stops: stops(path) });
  for (const { at, half, yaw, mass } of scene.crates) add('crate', at, { half, yaw, mass });
  const doors = scene.doors.map(({ at, ...rest }) => add('door', at, rest));
  for (const { at, half, yaw, press, ticks, doors: named } of scene.buttons)
    add('button', at, { half, yaw, press, live: ticks, doors: named.map((index) => doors[index] ?? 0) });
  return { title, maxTicks: scene.maxTicks, kill: scene.kill, pieces };
}

type Path = readonly { readonly at: Triple; readonly ticks: number }[];

function home(path: Path): Triple {
  return path[0]?.at ?? [0, 0, 0];
}

function stops(path: Path): readonly Stop[] {
  const [x, y, z] = home(path);
  const list = path.map(({ at, ticks }): Stop => ({ offset: [at[0] - x, at[1] - y, at[2] - z], ticks }));
  return list.length > 0 ? list : moving(null, 60);
}

function to(piece: Piece, { offset, ticks }: Stop) {
  const [x, y, z] = piece.at;
  return { at: [x + offset[0], y + offset[1], z + offset[2]], ticks };
}

/** True when two drafts say the same with the very same pieces. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  if (a.title !== b.title || a.maxTicks !== b.maxTicks || a.kill !== b.kill) return false;
  return a.pieces.length === b.pieces.length && a.pieces.every((piece, index) => piece === b.pieces[index]);
}
