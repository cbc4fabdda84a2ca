/** A family's drawing as one large, light shape for its landmark: beads, rods and blocks, fitted to a height. */
import { Box3, type BufferGeometry, Color, Vector3 } from 'three';
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { Soup } from './soup.ts';

/** Metres: how large an emblem is, how much longer a narrow one may get, and how thin its lines. */
export const EMBLEM_SIZE = 8.4;
const LONGEST = 14;
const THINNEST = 0.07;
const SMALLEST = 0.13;

/**
 * The drawing around its own middle, flat-shaded.
 * @param accent of the lines, so that families that draw alike are told apart
 */
export function emblemShape(drawing: Drawing, accent: number): BufferGeometry {
  const bounds = boundsOf(drawing);
  const size = bounds.getSize(new Vector3());
  const [longest = 1, second = 1] = size.toArray().sort((a, b) => b - a);
  const scale = Math.min(LONGEST / Math.max(longest, 1e-3), EMBLEM_SIZE / Math.max((longest + second) / 2, 1e-3));
  const middle = bounds.getCenter(new Vector3());
  const soup = new Soup();
  const place = (at: Vec3): Vector3 => new Vector3(...at).sub(middle).multiplyScalar(scale);
  const line = (from: Vec3, to: Vec3, thick: number, colour: number) => {
    const foot = place(from);
    const along = place(to).sub(foot);
    const length = along.length();
    if (length < 1e-4) return;
    // Turned by Y, then X: where a drum's axis leans towards a direction.
    const turn = [Math.atan2(Math.hypot(along.x, along.z), along.y), Math.atan2(along.x, along.z), 0] as const;
    soup.drum(thick, thick, length, 5, { foot: colour }, { at: foot.toArray(), turn });
  };
  for (const { at, radius, colour } of drawing.points) {
    const hex = new Color(colour).getHex();
    soup.ball(Math.max(SMALLEST, radius * scale), 1, { foot: darker(hex), top: hex }, { at: place(at).toArray() });
  }
  for (const { at, half, yaw, colour } of drawing.boxes) {
    const hex = new Color(colour).getHex();
    const [x, y, z] = half.map((one) => Math.max(SMALLEST, one * 2 * scale));
    soup.box([x ?? 1, y ?? 1, z ?? 1], { foot: darker(hex), top: hex }, { at: place(at).toArray(), turn: [0, yaw, 0] });
  }
  for (const { from, to } of drawing.links) line(from, to, THINNEST, accent);
  for (const { from, to, colour } of drawing.beams) line(from, to, THINNEST * 0.8, new Color(colour).getHex());
  return soup.geometry();
}

function boundsOf({ points, boxes, links }: Drawing): Box3 {
  const bounds = new Box3();
  const at = new Vector3();
  const reach = new Vector3();
  for (const point of points) grow(bounds, at.set(...point.at), reach.setScalar(point.radius));
  for (const box of boxes) grow(bounds, at.set(...box.at), reach.set(...box.half));
  for (const { from, to } of links) bounds.expandByPoint(at.set(...from)).expandByPoint(at.set(...to));
  return bounds;
}

function grow(bounds: Box3, at: Vector3, reach: Vector3): void {
  const low = at.clone().sub(reach);
  bounds.expandByPoint(low).expandByPoint(at.add(reach));
}

function darker(hex: number): number {
  return new Color(hex).multiplyScalar(0.62).getHex();
}
