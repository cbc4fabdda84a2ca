/** One level of detail of the robots: an instanced mesh, and what the gait in its shader needs of each. */
import { Color, DynamicDrawUsage, InstancedBufferAttribute, InstancedMesh, type Material } from 'three';
import type { Gesture } from '#shared/protocol/gestures.ts';
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
  /** What it says without words. */
  gesture: Gesture;
  /** True where it floats in deep water. */
  swims: boolean;
  /** Where the head is turned to against the body, radians (left and up); null: whoever is near. */
  head: { readonly yaw: number; readonly pitch: number } | null;
  /** The work it wears; empty for its own two colours. */
  skin: string;
  isSelf: boolean;
  isMachine: boolean;
};

/** A pose of the ghost. */
export type GhostPose = Pick<AvatarDraw, 'x' | 'y' | 'z' | 'yaw' | 'speed' | 'air'>;

/** How a body is held in this frame: what the shader poses it from. */
export type Stance = {
  speed: number;
  /** Radians of the walk, growing with the distance. */
  phase: number;
  air: number;
  /** 0…1 each. */
  wave: number;
  sit: number;
  dance: number;
  point: number;
  cheer: number;
  swim: number;
  /** Radians against the body, to the left and up. */
  headYaw: number;
  headPitch: number;
};

/** Nobody moves. */
export const STILL: Readonly<Stance> = {
  speed: 0,
  phase: 0,
  air: 0,
  wave: 0,
  sit: 0,
  dance: 0,
  point: 0,
  cheer: 0,
  swim: 0,
  headYaw: 0,
  headPitch: 0,
};

/** What a skin lends: a layer of the texture of all skins, and the colour of hands and feet. */
export type Skin = { readonly layer: number; readonly detail: Color };

/** One level of detail: an instanced mesh and its attributes. */
export class Flock {
  readonly mesh: InstancedMesh;
  readonly #gait: InstancedBufferAttribute;
  readonly #pose: InstancedBufferAttribute;
  readonly #head: InstancedBufferAttribute;
  readonly #body: InstancedBufferAttribute;
  readonly #detail: InstancedBufferAttribute;
  readonly #most: number;
  #count = 0;

  constructor(detail: RobotDetail, most: number, material: Material, depth: Material | null) {
    const geometry = robotGeometry(detail);
    const lane = () => new InstancedBufferAttribute(new Float32Array(most * 4), 4).setUsage(DynamicDrawUsage);
    this.#gait = lane();
    this.#pose = lane();
    this.#head = lane();
    this.#body = lane();
    this.#detail = lane();
    geometry.setAttribute('aGait', this.#gait);
    geometry.setAttribute('aPose', this.#pose);
    geometry.setAttribute('aHead', this.#head);
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

  /** Writes one more body of this frame; beyond what the mesh holds nothing is drawn. */
  add(
    who: Pick<AvatarDraw, 'look' | 'isMachine'>,
    stance: Readonly<Stance>,
    at: Pick<AvatarDraw, 'x' | 'y' | 'z' | 'yaw'>,
    skin: Skin | null = null,
  ): void {
    if (this.full) return;
    const i = this.#count++;
    writePlace(this.mesh, i, at.x, at.y, at.z, at.yaw);
    this.#gait.setXYZW(i, stance.speed, stance.phase, stance.air, stance.wave);
    this.#pose.setXYZW(i, stance.sit, stance.dance, stance.point, stance.cheer);
    this.#head.setXYZW(i, stance.headYaw, stance.headPitch, stance.swim, skin?.layer ?? -1);
    const look = Math.abs(Math.trunc(who.look));
    const paint = PAINTS[look % PAINTS.length];
    if (paint === undefined) return;
    const detail = skin?.detail ?? paint[1];
    this.#body.setXYZW(i, paint[0].r, paint[0].g, paint[0].b, who.isMachine ? 1 : 0);
    this.#detail.setXYZW(i, detail.r, detail.g, detail.b, (look * 0.6180339887) % 1);
  }

  end(): void {
    this.mesh.count = this.#count;
    this.mesh.visible = this.#count > 0;
    for (const lane of [this.mesh.instanceMatrix, this.#gait, this.#pose, this.#head, this.#body, this.#detail]) {
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
