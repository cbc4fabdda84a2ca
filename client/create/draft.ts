/** A course being built: title, limits and pieces; written out as a scene document and read back from one. */
import { RICH_FORM, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
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
  const keys = of('key').map((key) => key.id);
  const numbers = (ids: readonly number[]) => ids.map((id) => doors.indexOf(id)).filter((index) => index >= 0);
  const cycle = ({ period, on, phase }: Piece) => ({ period, on, phase });
  const extras = Object.entries({
    levers: list('levers', 'lever', (piece) => ({
      ...solid(piece),
      doors: numbers(piece.doors),
      shuts: numbers(piece.shuts),
    })),
    clocks: list('clocks', 'clock', (piece) => ({ ...cycle(piece), doors: numbers(piece.doors) })),
    keys: list('keys', 'key', ({ at }) => ({ at })),
    locks: list('locks', 'lock', (piece) => ({
      ...solid(piece),
      key: keys.indexOf(piece.key ?? 0),
      doors: numbers(piece.doors),
    })),
    tiles: list('tiles', 'tile', (piece) => ({ ...solid(piece), holds: piece.holds, shown: piece.shown })),
    grips: list('grips', 'grip', solid),
    winds: list('winds', 'wind', (piece) => ({ ...solid(piece), ...cycle(piece), push: piece.push })),
  }).filter(([, pieces]) => pieces.length > 0);
  const goal = of('goal')[0];
  if (goal !== undefined) where.set('goal', goal.id);
  return {
    where,
    scene: {
      form: extras.length > 0 || of('start').length > 1 ? RICH_FORM : SCENE_FORM,
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
        doors: numbers(piece.doors),
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
      ...Object.fromEntries(extras),
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
  const ids = (numbers: readonly number[]) => numbers.map((index) => doors[index] ?? 0);
  for (const { at, half, yaw, press, ticks, doors: named } of scene.buttons)
    add('button', at, { half, yaw, press, live: ticks, doors: ids(named) });
  const { levers = [], clocks = [], keys = [], locks = [], tiles = [], grips = [], winds = [] } = scene;
  for (const { at, half, yaw, ...lever } of levers)
    add('lever', at, { half, yaw, doors: ids(lever.doors), shuts: ids(lever.shuts) });
  for (const { doors: named, ...cycle } of clocks)
    add('clock', overDoor(scene, named[0]), { ...cycle, doors: ids(named) });
  const keyIds = keys.map(({ at }) => add('key', at, {}));
  for (const { at, half, yaw, key, doors: named } of locks)
    add('lock', at, { half, yaw, key: keyIds[key] ?? null, doors: ids(named) });
  for (const { at, ...tile } of tiles) add('tile', at, tile);
  for (const { at, half, yaw } of grips) add('grip', at, { half, yaw });
  for (const { at, ...wind } of winds) add('wind', at, wind);
  return { title, maxTicks: scene.maxTicks, kill: scene.kill, pieces };
}

/** A clock has no place of its own: it is kept over its first door. */
function overDoor(scene: Scene, index: number | undefined): Triple {
  const door = scene.doors[index ?? 0];
  return door === undefined ? [0, 0, 0] : [door.at[0], door.at[1] + door.half[1] + UNITS, door.at[2]];
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
