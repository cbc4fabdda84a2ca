/** Stems, arms, wires: a round section carried along a path without twisting, with round ends. */
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { add, along, cross, dot, length, scale, subtract, unit, type Vec3 } from '#shared/maths/vector.ts';
import { between } from './frame.ts';
import { stitch } from './lathe.ts';
import { type Shell, shadeShell } from './shell.ts';

/** @param radius metres by place along the path, 0 … 1 */
export function tube(path: readonly Vec3[], radius: (along: number) => number, sides: number): Shell {
  const points: Vec3[] = [];
  const uv: [number, number][] = [];
  const rows: number[][] = [];
  let side = firstSide(tangentAt(path, 0));
  const row = (centre: Vec3, tangent: Vec3, r: number, place: number) => {
    const other = cross(side, tangent);
    rows.push(
      Array.from({ length: sides }, (_, at) => {
        const angle = (at / sides) * TAU;
        points.push(add(centre, add(scale(side, r * cos(angle)), scale(other, r * sin(angle)))));
        uv.push([place, at / sides]);
        return points.length - 1;
      }),
    );
  };
  const tip = (centre: Vec3, place: number) => {
    points.push(centre);
    uv.push([place, 0]);
    rows.push([points.length - 1]);
  };
  const last = path.length - 1;
  path.forEach((centre, at) => {
    const tangent = tangentAt(path, at);
    side = unit(along(side, tangent, -dot(side, tangent)));
    const r = radius(at / last);
    if (at === 0) {
      tip(along(centre, tangent, -r), 0);
      row(along(centre, tangent, -r * 0.6), tangent, r * 0.8, 0);
    }
    row(centre, tangent, r, at / last);
    if (at === last) {
      row(along(centre, tangent, r * 0.6), tangent, r * 0.8, 1);
      tip(along(centre, tangent, r), 1);
    }
  });
  return shadeShell({ points, uv, faces: stitch(rows, sides) }, 0.2);
}

/** Points on the smooth curve from `a` over the handles `b` and `c` to `d` (cubic Bézier), ends included. */
export function curve(a: Vec3, b: Vec3, c: Vec3, d: Vec3, steps: number): Vec3[] {
  return Array.from({ length: steps + 1 }, (_, at) => {
    const t = at / steps;
    const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
    return between(between(ab, bc, t), between(bc, cd, t), t);
  });
}

/** The unit direction of a path at one of its points. */
function tangentAt(path: readonly Vec3[], at: number): Vec3 {
  const before = path[Math.max(0, at - 1)] ?? [0, 0, 0];
  const after = path[Math.min(path.length - 1, at + 1)] ?? [0, 1, 0];
  return unit(subtract(after, before));
}

/** The point and direction at a place 0 … 1 of a path. */
export function alongPath(path: readonly Vec3[], place: number): { point: Vec3; tangent: Vec3 } {
  const exact = Math.min(1, Math.max(0, place)) * (path.length - 1);
  const at = Math.min(path.length - 2, Math.floor(exact));
  const point = between(path[at] ?? [0, 0, 0], path[at + 1] ?? [0, 0, 0], exact - at);
  return { point, tangent: unit(between(tangentAt(path, at), tangentAt(path, at + 1), exact - at)) };
}

function firstSide(tangent: Vec3): Vec3 {
  const side = cross(tangent, [0, 0, 1]);
  return length(side) > 0.05 ? unit(side) : [1, 0, 0];
}
