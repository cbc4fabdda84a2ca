/** Ways over the islands for bodies that walk by themselves: a small net of known points, then straight to the goal. */
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { FRONTIER, type Spot, WORKSHOPS } from './island.ts';

/** A point on the ground, metres. */
export interface Point {
  readonly x: number;
  readonly z: number;
}

type Pair = readonly [x: number, z: number];

/** `count` points around a place, evenly, the first `ahead` of a turn clockwise from the north. */
function ring({ x, z }: Point, radius: number, count: number, ahead = 0): readonly Pair[] {
  return Array.from({ length: count }, (_, k): Pair => {
    const turn = (k / count + ahead) * TAU;
    return [x + radius * sin(turn), z - radius * cos(turn)];
  });
}

const closed = (points: readonly Pair[]): readonly Pair[] => [...points, ...points.slice(0, 1)];
const HEART: Pair = [FRONTIER.x, FRONTIER.z];
/** On the frontier: the entrance and a place before each gate; behind the gates a ring whose spokes pass between them. */
const BEFORE_GATES = ring(FRONTIER, 12, 9);
const BEHIND_GATES = ring(FRONTIER, 24.5, 9, 1 / 18);
const YARD = ring(WORKSHOPS, 9, 8);

/** Lines of points; whoever stands at one may walk to the next. Lines cross where they share a point. */
const LINES: readonly (readonly Pair[])[] = [
  // Around the stage, then over the bridges: east, west, south.
  closed([
    [0, -7],
    [5, -5],
    [7, 0],
    [5, 5],
    [0, 7],
    [-5, 5],
    [-7, 0],
    [-5, -5],
  ]),
  [
    [7, 0],
    [16.4, 0],
    [35.6, 0],
    [46, 0],
  ],
  [
    [-7, 0],
    [-16.4, 0],
    [-35.6, 0],
    [-46, 0],
  ],
  [[0, 7], [0, 18], [0, 30], [0, 44.4], [0, 67.6], [0, 80], ...BEFORE_GATES.slice(0, 1), HEART],
  // North and south in the gardens.
  [
    [46, -10],
    [46, 0],
    [46, 10],
  ],
  [
    [-46, -10],
    [-46, 0],
    [-46, 10],
  ],
  // From the east garden to the workshops' yard, and from there to the frontier.
  [[46, 10], [49.9, 23.4], [60.3, 39.5], ...YARD.slice(7)],
  closed(YARD),
  [...YARD.slice(5, 6), [55.7, 73.7], [35, 85.7], ...BEHIND_GATES.slice(1, 2)],
  // On the frontier.
  ...BEFORE_GATES.slice(1).map((point): readonly Pair[] => [HEART, point]),
  closed(BEHIND_GATES),
  ...BEHIND_GATES.slice(0, 8).map((point): readonly Pair[] => [HEART, point]),
  [[0, 80], ...BEHIND_GATES.slice(0, 1)],
  [[0, 80], ...BEHIND_GATES.slice(8)],
];

/** The points of all lines, each once, and which of them one walks to from each. */
const { HUBS, NEXT } = woven();

function woven(): { readonly HUBS: readonly Point[]; readonly NEXT: readonly (readonly number[])[] } {
  const index = new Map<string, number>();
  const hubs: Point[] = [];
  const next: number[][] = [];
  for (const line of LINES) {
    let before: number | null = null;
    for (const [x, z] of line) {
      const key = `${x} ${z}`;
      const at = index.get(key) ?? hubs.length;
      if (at === hubs.length) {
        index.set(key, at);
        hubs.push({ x, z });
        next.push([]);
      }
      if (before !== null) {
        next[before]?.push(at);
        next[at]?.push(before);
      }
      before = at;
    }
  }
  return { HUBS: hubs, NEXT: next };
}

/** The points to walk to, one after another, the goal last; straight when that is shorter than any detour makes sense. */
export function wayTo(from: Point, goal: Point): readonly Point[] {
  const start = nearestHub(from);
  const end = nearestHub(goal);
  if (start === end || distance(from, goal) < 4) return [goal];
  const way = shortest(start, end).map(hub);
  // Who stands on the line between the first two has passed the first already.
  const [first, second] = way;
  if (first !== undefined && second !== undefined && isBetween(from, first, second)) way.shift();
  return [...way, goal];
}

/** How far in front of a thing one stands to look at it, m. */
const LOOKING = 2.1;

/** Where to stand, and how to look, to see what stands at `spot`: in front of it, facing it. */
export function beforeSpot({ x, z, yaw }: Spot): { readonly at: Point; readonly yaw: number } {
  return { at: { x: x - sin(yaw) * LOOKING, z: z - cos(yaw) * LOOKING }, yaw: yaw + Math.PI };
}

/** How far beside a line one is still on it, m. */
const ASIDE = 1.2;

function isBetween(at: Point, a: Point, b: Point): boolean {
  const length = distance(a, b);
  const along = ((at.x - a.x) * (b.x - a.x) + (at.z - a.z) * (b.z - a.z)) / length;
  const across = ((at.x - a.x) * (b.z - a.z) - (at.z - a.z) * (b.x - a.x)) / length;
  return along > 0 && along < length && Math.abs(across) < ASIDE;
}

function shortest(start: number, end: number): number[] {
  const far = HUBS.map((_, index) => (index === start ? 0 : Number.POSITIVE_INFINITY));
  const before = new Map<number, number>();
  const open = new Set(HUBS.keys());
  while (open.size > 0) {
    const at = [...open].reduce((best, index) => ((far[index] ?? 0) < (far[best] ?? 0) ? index : best));
    if (at === end) break;
    open.delete(at);
    for (const next of NEXT[at] ?? []) {
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

function nearestHub(point: Point): number {
  let best = 0;
  for (const index of HUBS.keys()) if (distance(hub(index), point) < distance(hub(best), point)) best = index;
  return best;
}

function hub(index: number): Point {
  return HUBS[index] ?? { x: 0, z: 0 };
}

function distance(a: Point, b: Point): number {
  const dx = a.x - b.x;
  const dz = a.z - b.z;
  return Math.sqrt(dx * dx + dz * dz);
}
