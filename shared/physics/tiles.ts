/** Tiles that do not hold: they give way a moment after somebody stands on them, and come back later. */
import type { Place } from './path.ts';
import type { Scene, Solid } from './scene.ts';
import { zoneOf } from './zone.ts';

/** Ticks from the first step onto a tile until it gives way, and until it is there again. */
export const TILE_TICKS = { gives: 8, back: 240 } as const;
/** A tile that gave way is this far down, where nobody is, m. */
const AWAY = 600;

/** The tiles of a scene that hold: plain floor. */
export function firmTiles({ tiles = [] }: Scene): readonly Solid[] {
  return tiles.filter(({ holds }) => holds);
}

/** The tiles of a scene that do not, in the order of their numbers here. */
export function falseTiles({ tiles = [] }: Scene): readonly Solid[] {
  return tiles.filter(({ holds }) => !holds);
}

/** The false tiles of one scene. */
export class Tiles {
  readonly #places: readonly Readonly<Place>[];
  /** For each: 0 while untouched, otherwise ticks since the first step onto it. */
  readonly since: number[];

  constructor(scene: Scene) {
    this.#places = falseTiles(scene).map((tile) => zoneOf(tile).at);
    this.since = this.#places.map(() => 0);
  }

  /** One tick for all that were touched. */
  step(): void {
    for (let index = 0; index < this.since.length; index++) {
      const since = this.since[index] ?? 0;
      if (since > 0) this.since[index] = since >= TILE_TICKS.back ? 0 : since + 1;
    }
  }

  /** Somebody stands on tile `index`; other numbers mean nothing. */
  tread(index: number): void {
    if (this.since[index] === 0) this.since[index] = 1;
  }

  /** Writes where the middle of tile `index` is, m, into `out`. */
  place(index: number, out: Place): Place {
    const at = this.#places[index];
    if (at === undefined) return out;
    out.x = at.x;
    out.y = (this.since[index] ?? 0) > TILE_TICKS.gives ? at.y - AWAY : at.y;
    out.z = at.z;
    return out;
  }

  /** Puts a saved state back. */
  load(since: readonly number[]): void {
    for (let index = 0; index < this.since.length; index++) this.since[index] = since[index] ?? 0;
  }
}
