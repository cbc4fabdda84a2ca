/** Which fixed boxes of a course form one floor, so that they share a colour and their tops do not flicker. */

import type { Solid } from '#shared/physics/scene.ts';
import { yawVector } from '#shared/physics/turns.ts';

/** Where a box belongs: the number of its floor (its first box) and how many boxes of the floor came before it. */
export type FloorPlace = { readonly floor: number; readonly rank: number; readonly alone: boolean };

/** Tops nearer than this are one floor, in 1/64 m. */
const LEVEL = 2;

/** Groups boxes whose tops are level and whose outlines (as upright boxes around them) overlap or touch. */
export function floorsOf(boxes: readonly Solid[]): readonly FloorPlace[] {
  const floors = boxes.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let up = floors[at] ?? at; up !== at; up = floors[at] ?? at) at = up;
    return at;
  };
  const reaches = boxes.map(reachOf);
  for (const [i, a] of boxes.entries())
    for (let k = 0; k < i; k++) {
      const b = boxes[k];
      const [ra, rb] = [reaches[i], reaches[k]];
      if (b === undefined || ra === undefined || rb === undefined) continue;
      if (Math.abs(a.at[1] + a.half[1] - b.at[1] - b.half[1]) >= LEVEL) continue;
      if (Math.abs(a.at[0] - b.at[0]) > ra.x + rb.x || Math.abs(a.at[2] - b.at[2]) > ra.z + rb.z) continue;
      const [one, other] = [find(i), find(k)];
      floors[Math.max(one, other)] = Math.min(one, other);
    }
  const members = new Map<number, number>();
  const ranked = boxes.map((_, index) => {
    const floor = find(index);
    const rank = members.get(floor) ?? 0;
    members.set(floor, rank + 1);
    return { floor, rank };
  });
  return ranked.map(({ floor, rank }) => ({ floor, rank, alone: members.get(floor) === 1 }));
}

/** How far a turned box reaches along x and z, in 1/64 m. */
function reachOf({ half, yaw }: Solid): { readonly x: number; readonly z: number } {
  const { cos, sin } = yawVector(yaw);
  return {
    x: Math.abs(cos) * half[0] + Math.abs(sin) * half[2],
    z: Math.abs(sin) * half[0] + Math.abs(cos) * half[2],
  };
}
