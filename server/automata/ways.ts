/** Ways over the island for bodies that walk by themselves: a small net of known points, then straight to the goal. */

/** A point on the ground, metres. */
export interface Point {
  readonly x: number;
  readonly z: number;
}

/** Eight points around the stage, then the avenues: south, east, west. All lie on paving without obstacles. */
const HUBS: readonly Point[] = [
  { x: 0, z: -7 },
  { x: 5, z: -5 },
  { x: 7, z: 0 },
  { x: 5, z: 5 },
  { x: 0, z: 7 },
  { x: -5, z: 5 },
  { x: -7, z: 0 },
  { x: -5, z: -5 },
  { x: 0, z: 18 },
  { x: 0, z: 30 },
  { x: 0, z: 43 },
  { x: 0, z: 56 },
  { x: 0, z: 69 },
  { x: 18, z: 0 },
  { x: 34, z: 0 },
  { x: 46, z: 0 },
  { x: -18, z: 0 },
  { x: -34, z: 0 },
  { x: -46, z: 0 },
];

const WAYS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 8 }, (_, k): readonly [number, number] => [k, (k + 1) % 8]),
  [4, 8],
  [8, 9],
  [9, 10],
  [10, 11],
  [11, 12],
  [2, 13],
  [13, 14],
  [14, 15],
  [6, 16],
  [16, 17],
  [17, 18],
];

/** The points to walk to, one after another, the goal last; straight when that is shorter than any detour makes sense. */
export function wayTo(from: Point, goal: Point): readonly Point[] {
  const start = nearestHub(from);
  const end = nearestHub(goal);
  if (start === end || distance(from, goal) < 4) return [goal];
  return [...shortest(start, end).map(hub), goal];
}

function shortest(start: number, end: number): number[] {
  const far = HUBS.map((_, index) => (index === start ? 0 : Number.POSITIVE_INFINITY));
  const before = new Map<number, number>();
  const open = new Set(HUBS.keys());
  while (open.size > 0) {
    const at = [...open].reduce((best, index) => ((far[index] ?? 0) < (far[best] ?? 0) ? index : best));
    if (at === end) break;
    open.delete(at);
    for (const next of neighbours(at)) {
      const length = (far[at] ?? 0) + distance(hub(at), hub(next));
      if (length >= (far[next] ?? 0)) continue;
      far[next] = length;
      before.set(next, at);
    }
  }
  const way = [end];
  for (let at = before.get(end); at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}

function neighbours(index: number): number[] {
  return WAYS.flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : []));
}

function nearestHub(point: Point): number {
  let best = 0;
  for (const index of HUBS.keys()) if (distance(hub(index), point) < distance(hub(best), point)) best = index;
  return best;
}

function hub(index: number): Point {
  return HUBS[index] ?? { x: 0, z: 0 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.z - b.z);
}
