/** The pieces a course is built of, as the editor keeps them: whole numbers, a stable id, moving paths kept relative. */

/** Everything that can be placed. */
export const PIECE_KINDS = [
  'start',
  'goal',
  'checkpoint',
  'box',
  'ramp',
  'platform',
  'crate',
  'button',
  'door',
  'hazard',
  'lever',
  'clock',
  'key',
  'lock',
  'tile',
  'grip',
  'wind',
] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** x, y, z in 1/64 m. */
export type Triple = readonly [number, number, number];

/** One stop of a path: where, against the piece's own place, and how many ticks until the next stop. */
export interface Stop {
  readonly offset: Triple;
  readonly ticks: number;
}

/** One piece. `at` is its middle (a start's: its soles) and `half` its half sides, 1/64 m; `yaw` in 1/24 turn. */
export interface Piece {
  readonly id: number;
  readonly kind: PieceKind;
  readonly at: Triple;
  readonly half: Triple;
  readonly yaw: number;
  /** Platforms and hazards: the way they go, from stop to stop and back to the first. */
  readonly stops: readonly Stop[];
  /** Crates: kg. */
  readonly mass: number;
  /** Buttons, levers, clocks, locks: which doors (by piece id) they open; buttons: how they are pressed, for how many ticks. */
  readonly press: 'use' | 'step';
  readonly doors: readonly number[];
  readonly live: number;
  /** Levers: which doors (by piece id) they keep shut while they are on. */
  readonly shuts: readonly number[];
  /** Locks: the key (by piece id) they take. */
  readonly key: number | null;
  /** Tiles: whether one can stand on it, and for how many ticks it shows so. */
  readonly holds: boolean;
  readonly shown: number;
  /** Winds: how they push, 1/64 m/s². */
  readonly push: Triple;
  /** Clocks and winds: on for so many ticks of every period, this far into it at the start. */
  readonly period: number;
  readonly on: number;
  readonly phase: number;
  /** Doors: how far they slide (1/64 m), in how many ticks, and how many live buttons they need. */
  readonly slide: Triple;
  readonly travel: number;
  readonly need: number;
}

/** 1/64 m in a metre. */
export const UNITS = 64;
/** A character's half size, so that a start can be seen and hit: 0.3 × 0.8 × 0.3 m. */
const PERSON: Triple = [19, 51, 19];

const HALVES: Readonly<Record<PieceKind, Triple>> = {
  start: PERSON,
  goal: [64, 96, 64],
  checkpoint: [64, 96, 32],
  box: [128, 16, 128],
  ramp: [64, 32, 128],
  platform: [96, 12, 96],
  crate: [32, 32, 32],
  button: [24, 8, 24],
  door: [64, 96, 12],
  hazard: [64, 32, 64],
  lever: [16, 36, 16],
  clock: [16, 16, 16],
  key: [16, 16, 16],
  lock: [24, 44, 24],
  tile: [56, 12, 56],
  grip: [16, 192, 96],
  wind: [128, 128, 128],
};

/** A fresh piece of `kind` with sensible sizes, standing at `at`. */
export function newPiece(id: number, kind: PieceKind, at: Triple): Piece {
  return {
    id,
    kind,
    at,
    half: HALVES[kind],
    yaw: 0,
    stops: kind === 'platform' ? moving([0, 0, 4 * UNITS], 120) : moving(null, 60),
    mass: 20,
    press: 'step',
    doors: [],
    live: 240,
    shuts: [],
    key: null,
    holds: true,
    shown: 180,
    push: [0, 40 * UNITS, 0],
    period: 120,
    on: kind === 'clock' ? 60 : 120,
    phase: 0,
    slide: [0, 3 * UNITS, 0],
    travel: 40,
    need: 1,
  };
}

/** The stops of a piece that goes to `offset` and back in `ticks` each way; of one that stands, for null. */
export function moving(offset: Triple | null, ticks: number): readonly Stop[] {
  const home: Stop = { offset: [0, 0, 0], ticks };
  return offset === null ? [home] : [home, { offset, ticks }];
}

/** The height of the middle of a piece whose foot is at `foot` (1/64 m). */
export function middleAbove(kind: PieceKind, half: Triple, foot: number): number {
  return kind === 'start' ? foot : foot + half[1];
}

/** The box that is seen and hit: a start's box stands on its soles. */
export function boxOf(piece: Piece): { readonly at: Triple; readonly half: Triple; readonly yaw: number } {
  const [x, y, z] = piece.at;
  return {
    at: piece.kind === 'start' ? [x, y + piece.half[1], z] : piece.at,
    half: piece.half,
    yaw: piece.yaw,
  };
}
