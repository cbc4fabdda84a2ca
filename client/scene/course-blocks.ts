/** The pieces of a course as turned boxes and wedges, so that the camera knows where it may not be. */
import { yawVector } from '#shared/physics/turns.ts';
import { metres } from './course-pieces.ts';

/** A turned box, or the wedge in it that rises from −Z to +Z; metres, the place may change. */
export type Block = {
  x: number;
  y: number;
  z: number;
  readonly half: readonly [x: number, y: number, z: number];
  readonly cos: number;
  readonly sin: number;
  readonly wedge: boolean;
};

/** Room the eye keeps to every piece, m. */
const MARGIN = 0.22;

/** A block from a piece in units. */
export function blockOf(
  piece: {
    readonly at: readonly [number, number, number];
    readonly half: readonly [number, number, number];
    readonly yaw: number;
  },
  wedge: boolean,
): Block {
  const [x, y, z] = metres(piece.at);
  const { cos, sin } = yawVector(piece.yaw);
  return { x, y, z, half: metres(piece.half), cos, sin, wedge };
}

/** True when a place is inside a block or nearer than the eye's room. */
export function isInBlocks(blocks: readonly Block[], x: number, y: number, z: number): boolean {
  for (const block of blocks) {
    const dy = y - block.y;
    if (Math.abs(dy) > block.half[1] + MARGIN) continue;
    const dx = x - block.x;
    const dz = z - block.z;
    const localX = dx * block.cos - dz * block.sin;
    const localZ = dx * block.sin + dz * block.cos;
    if (Math.abs(localX) > block.half[0] + MARGIN || Math.abs(localZ) > block.half[2] + MARGIN) continue;
    if (!block.wedge) return true;
    if (dy < (localZ / block.half[2]) * block.half[1] + MARGIN) return true;
  }
  return false;
}
