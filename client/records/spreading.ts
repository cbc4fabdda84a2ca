/** Marks that would lie over each other go aside, always in the same way: the first keeps its place, the next ones move. */

/** A place in the picture, pixels from the upper left. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a mark would be, and the field that it may not leave. */
export interface Wish {
  readonly at: Spot;
  readonly field: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A place for each wish in its order, with at least `apart` pixels between any two while there is room. */
export function spread(wishes: readonly Wish[], apart: number): readonly Spot[] {
  const steps = stepsAround(wishes, apart / 2);
  const taken: Spot[] = [];
  for (const wish of wishes) taken.push(freeSpot(wish, taken, apart, steps));
  return taken;
}

function freeSpot({ at, field }: Wish, taken: readonly Spot[], apart: number, steps: readonly Spot[]): Spot {
  const home = { x: within(at.x, field.left, field.right), y: within(at.y, field.top, field.bottom) };
  for (const step of steps) {
    const spot = { x: home.x + step.x, y: home.y + step.y };
    const inside = spot.x >= field.left && spot.x <= field.right && spot.y >= field.top && spot.y <= field.bottom;
    if (inside && taken.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= apart)) return spot;
  }
  return home;
}

/** Ways to go aside in steps of that many pixels, the shortest first: as far as the widest field reaches. */
function stepsAround(wishes: readonly Wish[], pitch: number): readonly Spot[] {
  const across = Math.max(0, ...wishes.map(({ field }) => field.right - field.left));
  const down = Math.max(0, ...wishes.map(({ field }) => field.bottom - field.top));
  const [columns, rows] = [Math.floor(across / pitch), Math.floor(down / pitch)];
  const steps: Spot[] = [];
  for (let row = -rows; row <= rows; row++)
    for (let column = -columns; column <= columns; column++) steps.push({ x: column * pitch, y: row * pitch });
  return steps.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || a.y - b.y || a.x - b.x);
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
