/** Everybody who is about: one instanced draw for each level of detail, posed in the vertex shader. */
import { CircleGeometry, Group, InstancedMesh, MeshBasicMaterial } from 'three';
import { type AvatarDraw, Flock, type GhostPose, writePlace } from './flock.ts';
import type { Labels, LabelText } from './labels.ts';
import type { RobotDetail } from './robot-geometry.ts';
import { robotDepth, type SharedUniforms, surface } from './styl.ts';

/** Levels of detail: how many at most, and up to what distance in metres. */
const LEVELS: readonly { readonly detail: RobotDetail; readonly most: number; readonly reach: number }[] = [
  { detail: 2, most: 4, reach: 9 },
  { detail: 1, most: 20, reach: 20 },
  { detail: 0, most: 256, reach: Number.POSITIVE_INFINITY },
];
/** Names are read up to here, m. */
const NAME_REACH = 20;

type Soul = {
  draw: AvatarDraw;
  phase: number;
  air: number;
  speed: number;
  wave: number;
  away: number;
  seenIn: number;
  tag: LabelText;
};

/** Characters of one recorded attempt. */
const MOST_GHOSTS = 4;

/** The robots of a scene, their tags and, where nothing casts shadows, the round blobs under them. */
export class Avatars {
  readonly group = new Group();
  /** True when the eye is inside one's own head. */
  hideSelf = false;
  readonly #levels: Flock[];
  readonly #ghost: Flock;
  readonly #blobs: InstancedMesh | null;
  readonly #souls = new Map<string, Soul>();
  readonly #order: Soul[] = [];
  #frame = 0;
  #ghostPoses: readonly GhostPose[] = [];
  readonly #ghostPhases = new Float64Array(MOST_GHOSTS);

  /** @param withBlobs round blobs under the feet; by default where nothing casts shadows */
  constructor(shared: SharedUniforms, shadows: boolean, withBlobs = !shadows) {
    const material = surface(shared, 'robot');
    const depth = shadows ? robotDepth(shared) : null;
    this.#levels = LEVELS.map(({ detail, most }) => new Flock(detail, most, material, depth));
    const glass = surface(shared, 'robot', { transparent: true, opacity: 0.42 });
    this.#ghost = new Flock(1, MOST_GHOSTS, glass, null);
    this.#ghost.mesh.renderOrder = 5;
    for (const { mesh } of [...this.#levels, this.#ghost]) this.group.add(mesh);
    this.#blobs = withBlobs ? blobs() : null;
    if (this.#blobs !== null) this.group.add(this.#blobs);
  }

  /** Everybody of this frame; who is missing is gone. */
  set(list: readonly AvatarDraw[]): void {
    this.#frame++;
    for (const draw of list) {
      const soul = this.#souls.get(draw.id);
      if (soul === undefined) this.#greet(draw);
      else {
        soul.draw = draw;
        soul.seenIn = this.#frame;
        if (soul.tag.text !== draw.name) soul.tag = tagOf(draw);
      }
    }
    if (this.#souls.size === list.length) return;
    for (const [id, soul] of this.#souls) {
      if (soul.seenIn === this.#frame) continue;
      this.#souls.delete(id);
      this.#order.splice(this.#order.indexOf(soul), 1);
    }
  }

  setGhosts(poses: readonly GhostPose[]): void {
    this.#ghostPoses = poses.slice(0, MOST_GHOSTS);
  }

  /** Once a frame: walks everybody on by `dt` seconds and writes what the shader needs. */
  frame(dt: number, labels: Labels, eyeX: number, eyeY: number, eyeZ: number): void {
    for (const soul of this.#order) {
      const { draw } = soul;
      soul.away = Math.hypot(draw.x - eyeX, draw.y + 1 - eyeY, draw.z - eyeZ);
      soul.speed = eased(soul.speed, draw.speed, dt, 12);
      soul.air = eased(soul.air, Number(draw.air), dt, 14);
      soul.wave = eased(soul.wave, draw.wave, dt, 10);
      soul.phase = (soul.phase + strideTurn(soul.speed) * dt) % (Math.PI * 2);
    }
    sortByDistance(this.#order);
    for (const level of this.#levels) level.begin();
    let level = 0;
    let blob = 0;
    for (const soul of this.#order) {
      while (level < LEVELS.length - 1 && (soul.away > (LEVELS[level]?.reach ?? 0) || this.#levels[level]?.full))
        level++;
      const { draw } = soul;
      if (draw.isSelf && this.hideSelf) continue;
      this.#levels[level]?.add(draw, soul.speed, soul.phase, soul.air, soul.wave, draw.isMachine ? 1 : 0);
      if (this.#blobs !== null && blob < BLOBS) writePlace(this.#blobs, blob++, draw.x, draw.y + 0.04, draw.z, 0);
      const fade = Math.min(1, (NAME_REACH - soul.away) / 5);
      labels.place(draw.id, soul.tag, draw.x, draw.y + 2.02, draw.z, 0.17 + soul.away * 0.0105, fade);
    }
    for (const flock of this.#levels) flock.end();
    this.#haunt(dt);
    if (this.#blobs !== null) {
      this.#blobs.count = blob;
      this.#blobs.instanceMatrix.needsUpdate = true;
    }
  }

  #greet(draw: AvatarDraw): void {
    const soul: Soul = {
      draw,
      phase: ((draw.look * 0.37) % 1) * 6,
      air: 0,
      speed: draw.speed,
      wave: 0,
      away: 0,
      seenIn: this.#frame,
      tag: tagOf(draw),
    };
    this.#souls.set(draw.id, soul);
    this.#order.push(soul);
  }

  #haunt(dt: number): void {
    this.#ghost.begin();
    for (const [who, pose] of this.#ghostPoses.entries()) {
      const phase = ((this.#ghostPhases[who] ?? 0) + strideTurn(pose.speed) * dt) % (Math.PI * 2);
      this.#ghostPhases[who] = phase;
      this.#ghost.add(GHOST_LOOK, pose.speed, phase, Number(pose.air), 0, 1, pose);
    }
    this.#ghost.end();
  }
}

const GHOST_LOOK = { look: 4, x: 0, y: 0, z: 0, yaw: 0 };
const BLOBS = 128;

/** Radians of the walk's phase in a second at a speed: feet do not slide. */
export function strideTurn(speed: number): number {
  const run = Math.min(1, Math.max(0, (speed - 2.2) / 3));
  const stride = 0.3 + (0.62 - 0.3) * run;
  return (speed * Math.PI) / (2 * stride);
}

function eased(from: number, to: number, dt: number, rate: number): number {
  return from + (to - from) * (1 - Math.exp(-rate * dt));
}

/** Insertion sort: the order hardly changes from frame to frame, and nothing is allocated. */
function sortByDistance(souls: Soul[]): void {
  for (let i = 1; i < souls.length; i++) {
    const soul = souls[i];
    if (soul === undefined) continue;
    let k = i - 1;
    for (let before = souls[k]; k >= 0 && before !== undefined && before.away > soul.away; before = souls[--k])
      souls[k + 1] = before;
    souls[k + 1] = soul;
  }
}

function tagOf(draw: AvatarDraw): LabelText {
  return { dot: draw.isMachine ? '#ffd36b' : draw.isSelf ? '#ffffff' : '#63f5ff', text: draw.name };
}

function blobs(): InstancedMesh {
  const disc = new CircleGeometry(0.42, 20).rotateX(-Math.PI / 2);
  const ink = new MeshBasicMaterial({
    color: 0x2a1f4a,
    transparent: true,
    opacity: 0.34,
    depthWrite: false,
    fog: false,
  });
  const mesh = new InstancedMesh(disc, ink, BLOBS);
  mesh.frustumCulled = false;
  mesh.renderOrder = 1;
  return mesh;
}
