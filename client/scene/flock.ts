/** One level of detail of the robots: an instanced mesh, and what the gait in its shader needs of each. */
import { Color, DynamicDrawUsage, InstancedBufferAttribute, InstancedMesh, type Material } from 'three';
import { ROBOTS } from './palette.ts';
import { type RobotDetail, robotGeometry } from './robot-geometry.ts';

/** Somebody as drawn in this frame; the same mutable object may be handed in again and again. */
export type AvatarDraw = {
  id: string;
  name: string;
  /** Any whole number: the same number gives the same colours everywhere. */
  look: number;
  /** Soles in metres. */
  x: number;
  y: number;
  z: number;
  /** Radians; 0 looks along −Z, growing to the left. */
  yaw: number;
  /** Level speed in m/s. */
  speed: number;
  /** Whether, or how much (0…1), the feet are off the ground. */
  air: number | boolean;
  /** 0…1: how much an arm is raised and waved. */
  wave: number;
  isSelf: boolean;
  isMachine: boolean;
};

/** A pose of the ghost. */
export type GhostPose = Pick<AvatarDraw, 'x' | 'y' | 'z' | 'yaw' | 'speed' | 'air'>;

/** One level of detail: an instanced mesh and its attributes. */
export class Flock {
  readonly mesh: InstancedMesh;
  readonly #gait: InstancedBufferAttribute;
  readonly #body: InstancedBufferAttribute;
  readonly #detail: InstancedBufferAttribute;
  readonly #most: number;
  #count = 0;

  constructor(detail: RobotDetail, most: number, material: Material, depth: Material | null) {
    const geometry = robotGeometry(detail);
    const lane = () => new InstancedBufferAttribute(new Float32Array(most * 4), 4).setUsage(DynamicDrawUsage);
    this.#gait = lane();
    this.#body = lane();
    this.#detail = lane();
    geometry.setAttribute('aGait', this.#gait);
    geometry.setAttribute('aBody', this.#body);
    geometry.setAttribute('aDetail', this.#detail);
    this.#most = most;
    this.mesh = new InstancedMesh(geometry, material, most);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.castShadow = depth !== null;
    this.mesh.receiveShadow = depth !== null;
    if (depth !== null) this.mesh.customDepthMaterial = depth;
    this.mesh.count = 0;
    this.mesh.visible = false;
  }

  get full(): boolean {
    return this.#count >= this.#most;
  }

  begin(): void {
    this.#count = 0;
  }

  add(
    who: Pick<AvatarDraw, 'look' | 'x' | 'y' | 'z' | 'yaw'>,
    speed: number,
    phase: number,
    air: number,
    wave: number,
    machine: number,
    at: Pick<AvatarDraw, 'x' | 'y' | 'z' | 'yaw'> = who,
  ): void {
    if (this.full) return;
    const i = this.#count++;
    writePlace(this.mesh, i, at.x, at.y, at.z, at.yaw);
    this.#gait.setXYZW(i, speed, phase, air, wave);
    const look = Math.abs(Math.trunc(who.look));
    const paint = PAINTS[look % PAINTS.length];
    if (paint === undefined) return;
    this.#body.setXYZW(i, paint[0].r, paint[0].g, paint[0].b, machine);
    this.#detail.setXYZW(i, paint[1].r, paint[1].g, paint[1].b, (look * 0.6180339887) % 1);
  }

  end(): void {
    this.mesh.count = this.#count;
    this.mesh.visible = this.#count > 0;
    for (const lane of [this.mesh.instanceMatrix, this.#gait, this.#body, this.#detail]) {
      lane.clearUpdateRanges();
      lane.addUpdateRange(0, this.#count * lane.itemSize);
      lane.needsUpdate = true;
    }
  }
}

const PAINTS = ROBOTS.map(([body, detail]) => [new Color(body), new Color(detail)] as const);

/** Writes an upright instance's place (m) and turn (radians about +Y) without allocating. */
export function writePlace(mesh: InstancedMesh, index: number, x: number, y: number, z: number, yaw: number): void {
  const c = Math.cos(yaw);
  const s = Math.sin(yaw);
  const m = mesh.instanceMatrix.array;
  const at = index * 16;
  m[at] = c;
  m[at + 1] = 0;
  m[at + 2] = -s;
  m[at + 3] = 0;
  m[at + 4] = 0;
  m[at + 5] = 1;
  m[at + 6] = 0;
  m[at + 7] = 0;
  m[at + 8] = s;
  m[at + 9] = 0;
  m[at + 10] = c;
  m[at + 11] = 0;
  m[at + 12] = x;
  m[at + 13] = y;
  m[at + 14] = z;
  m[at + 15] = 1;
}
