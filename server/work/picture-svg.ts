/** A drawing of a family as a picture in SVG: boxes with lit and shaded sides, balls, links, lights, and ways on top. */
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { Fit, Projection, type Seen, turnAlong } from './projection.ts';

/** Somebody's way through it, metres. */
export interface Way {
  readonly places: readonly Vec3[];
  readonly colour: string;
}

interface Shape {
  readonly near: number;
  readonly svg: string;
}

/** Where the drawing stands in the picture, pixels: left, top, width, height; and pixels of a metre at the most. */
const FRAME = [70, 40, 1_060, 400] as const;
const MOST_SCALE = { course: 70, drawing: 150 } as const;
/** Further than this from one place of a way to the next, m: somebody was led back, and did not go there. */
const LEAP = 2;
/** Brightness of a side that looks to the light, of one that looks away from it, and of a top. */
const LIT = { top: 1.28, light: 0.92, dark: 0.66 } as const;

/** Everything that is drawn, from far to near, then the ways. */
export function drawingSvg(drawing: Drawing, ways: readonly Way[]): string {
  const projection = new Projection(turnOf(drawing, ways));
  const see = (place: Vec3) => projection.see(place);
  const corners = drawing.boxes.flatMap(cornersOf);
  const ends = [...drawing.links, ...drawing.beams].flatMap(({ from, to }) => [from, to]);
  const places = [...corners, ...ends, ...drawing.points.map(({ at }) => at), ...ways.flatMap((way) => way.places)];
  const fit = new Fit(places.map(see), FRAME, ways.length > 0 ? MOST_SCALE.course : MOST_SCALE.drawing);
  const shapes: readonly Shape[] = [
    ...drawing.boxes.flatMap((box) => boxShapes(box, see, fit)),
    // Ways say which way it went; straight lines from stop to stop would only cross them.
    ...(ways.length > 0 ? [] : drawing.links.map((link) => lineShape(link, 0.07, 0.9, see, fit))),
    ...drawing.beams.map((beam) => lineShape(beam, 0.09, 0.8, see, fit)),
    ...drawing.points.map((point) => ballShape(point, see, fit)),
  ];
  const sorted = [...shapes].sort((a, b) => a.near - b.near).map(({ svg }) => svg);
  return [...sorted, ...ways.map((way) => waySvg(way, see, fit))].join('\n');
}

function turnOf({ points }: Drawing, ways: readonly Way[]): number {
  const way = ways[0]?.places ?? [];
  const [from, to] = [way[0], way.at(-1)];
  if (from !== undefined && to !== undefined) return turnAlong(from, to);
  return points.length === 0 ? 0 : turnAlong([0, 0, 0], [0, 0, 0]);
}

type Box = Drawing['boxes'][number];
type See = (place: Vec3) => Seen;

/** The four corners of the foot, then those of the top, in the same order round. */
function cornersOf({ at, half, yaw }: Box): readonly Vec3[] {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const round = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return [-1, 1].flatMap((up) =>
    round.map(([right, ahead]): Vec3 => {
      const [x, z] = [right * half[0], ahead * half[2]];
      return [at[0] + x * cos + z * sin, at[1] + up * half[1], at[2] - x * sin + z * cos];
    }),
  );
}

function boxShapes(box: Box, see: See, fit: Fit): readonly Shape[] {
  const seen = cornersOf(box).map(see);
  const { near } = see(box.at);
  const face = (indices: readonly number[], light: number) => {
    const outline = indices.map((index) => fit.put(seen[index] ?? { x: 0, y: 0, near: 0 })).join('L');
    return `<path d="M${outline}Z" fill="${shaded(box.colour, light)}" stroke="${shaded(box.colour, light)}" stroke-width="0.7"/>`;
  };
  const sides = [0, 1, 2, 3].flatMap((side) => {
    const next = (side + 1) % 4;
    const [a, b] = [seen[side], seen[next]];
    // Round the foot as it is seen from above, the sides that go to the right in front are those one sees.
    if (a === undefined || b === undefined || !facesEye(seen, side, next)) return [];
    return [face([side, next, next + 4, side + 4], a.y > b.y === a.x > b.x ? LIT.dark : LIT.light)];
  });
  return [{ near, svg: [...sides, face([4, 5, 6, 7], LIT.top)].join('') }];
}

/** True for a side that lies on the near half of the foot. */
function facesEye(seen: readonly Seen[], side: number, next: number): boolean {
  const middle = seen.slice(0, 4).reduce((sum, { y }) => sum + y / 4, 0);
  return ((seen[side]?.y ?? 0) + (seen[next]?.y ?? 0)) / 2 > middle;
}

interface Line {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly colour: string;
}

function lineShape({ from, to, colour }: Line, metres: number, opacity: number, see: See, fit: Fit): Shape {
  const [a, b] = [see(from), see(to)];
  const width = Math.max(1.5, metres * fit.scale).toFixed(1);
  const svg = `<path d="M${fit.put(a)}L${fit.put(b)}" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}" stroke-linecap="round"/>`;
  return { near: (a.near + b.near) / 2, svg };
}

function ballShape({ at, radius, colour }: Drawing['points'][number], see: See, fit: Fit): Shape {
  const seen = see(at);
  const [x = '0', y = '0'] = fit.put(seen).split(' ');
  const size = Math.max(2.5, radius * fit.scale);
  const shine = size * 0.35;
  const svg =
    `<circle cx="${x}" cy="${y}" r="${size.toFixed(1)}" fill="${shaded(colour, 0.92)}" stroke="${shaded(colour, 0.55)}" stroke-width="1"/>` +
    `<circle cx="${(Number(x) - shine).toFixed(1)}" cy="${(Number(y) - shine).toFixed(1)}" r="${(size * 0.3).toFixed(1)}" fill="#fff" fill-opacity="0.6"/>`;
  return { near: seen.near, svg };
}

/** Over everything, with a dark edge: it is seen on any ground. */
function waySvg({ places, colour }: Way, see: See, fit: Fit): string {
  const points = places.map((place) => fit.put(see(place)));
  const last = points.at(-1)?.split(' ') ?? ['0', '0'];
  const path = points.map((point, index) => `${leaps(places[index - 1], places[index]) ? 'M' : 'L'}${point}`).join('');
  const line = (stroke: string, width: number) =>
    `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`;
  return `${line('#1d1640', 8)}${line(colour, 4)}<circle cx="${last[0]}" cy="${last[1]}" r="11" fill="${colour}" stroke="#1d1640" stroke-width="4"/>`;
}

/** True where a way begins, or begins again. */
function leaps(from: Vec3 | undefined, to: Vec3 | undefined): boolean {
  if (from === undefined || to === undefined) return true;
  return Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]) > LEAP;
}

/** A colour of a drawing, lighter or darker. @param colour `#rrggbb` */
function shaded(colour: string, light: number): string {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(Math.min(255, (Number.isNaN(value) ? 200 : value) * light));
  };
  return `rgb(${channel(1)},${channel(3)},${channel(5)})`;
}
