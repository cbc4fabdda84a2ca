/** The pointers that are down on a surface: how far each has moved, and how far the first two have parted. */

/** Where a pointer is, CSS pixels. */
type Point = { x: number; y: number };
type Pointer = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;

/** What one pointer did since it was last heard of. */
export interface Motion {
  /** Pixels. */
  readonly dx: number;
  readonly dy: number;
  /** How many times nearer to each other the first two are; 1 with fewer. Their spreading brings the picture closer. */
  readonly closing: number;
}

/** Told of every pointer that goes down, moves and is lifted. */
export class Fingers {
  readonly #down = new Map<number, Point>();

  /** How many are down. */
  get count(): number {
    return this.#down.size;
  }

  press({ pointerId, clientX, clientY }: Pointer): void {
    this.#down.set(pointerId, { x: clientX, y: clientY });
  }

  /** Null when that pointer is not down: it only passes over. */
  move({ pointerId, clientX, clientY }: Pointer): Motion | null {
    const finger = this.#down.get(pointerId);
    if (finger === undefined) return null;
    const before = this.#spread();
    const [dx, dy] = [clientX - finger.x, clientY - finger.y];
    finger.x = clientX;
    finger.y = clientY;
    const after = this.#spread();
    return { dx, dy, closing: before > 0 && after > 0 ? before / after : 1 };
  }

  /** True when that pointer was down. */
  lift({ pointerId }: Pick<PointerEvent, 'pointerId'>): boolean {
    return this.#down.delete(pointerId);
  }

  /** Forgets all of them. */
  release(): void {
    this.#down.clear();
  }

  /** How far the first two are apart, px; 0 with fewer. */
  #spread(): number {
    const [a, b] = [...this.#down.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  }
}
