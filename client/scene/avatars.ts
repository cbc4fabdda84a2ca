/** Everybody who is about: one instanced draw for each level of detail, posed in the vertex shader. */
import { CircleGeometry, Group, InstancedMesh, MeshBasicMaterial } from 'three';
import { type AvatarDraw, Flock, type GhostPose, STILL, type Stance, writePlace } from './flock.ts';
import { gazeOf } from './gaze.ts';
import type { LabelText } from './label-ink.ts';
import type { Labels } from './labels.ts';
import type { RobotDetail } from './robot-geometry.ts';
import type { Skins } from './skins.ts';
import { ease, strideTurn } from './stance.ts';
import { robotDepth, type SharedUniforms, surface } from './styl.ts';

/** Levels of detail: how many at most, and up to what distance in metres. */
const LEVELS: readonly { readonly detail: RobotDetail; readonly most: number; readonly reach: number }[] = [
  { detail: 2, most: 4, reach: 9 },
  { detail: 1, most: 20, reach: 20 },
  { detail: 0, most: 256, reach: Number.POSITIVE_INFINITY },
];
/** Names are read up to here, m. */
const NAME_REACH = 20;

/** Only so many, the nearest to the eye, look at each other. */
const LOOKERS = 20;
/** Who spoke is looked at for so long, s. */
const SPEAKS = 5;
/** What was said stands over a head for so long, s. */
const BUBBLE = 7;
/** Characters of a line of it; two lines at most. */
const LINE = 27;

type Soul = Stance & {
  draw: AvatarDraw;
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
  readonly #ghostStances: Stance[] = Array.from({ length: MOST_GHOSTS }, () => ({ ...STILL }));
  readonly #skins: Skins | null;
  readonly #spoke = new Map<string, { readonly at: number; readonly bubble: LabelText }>();
  readonly #near: Soul[] = [];
  #seconds = 0;

  /**
   * @param withBlobs round blobs under the feet; by default where nothing casts shadows
   * @param skins the works they may wear, or null where nobody wears any
   */
  constructor(shared: SharedUniforms, shadows: boolean, withBlobs = !shadows, skins: Skins | null = null) {
    this.#skins = skins;
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
      this.#spoke.delete(id);
      this.#order.splice(this.#order.indexOf(soul), 1);
    }
  }

  setGhosts(poses: readonly GhostPose[]): void {
    this.#ghostPoses = poses.slice(0, MOST_GHOSTS);
  }

  /** Somebody speaks: it stands over their head, and whoever is near looks at them for a while. */
  say(id: string, text: string): void {
    this.#spoke.set(id, { at: this.#seconds, bubble: bubbleOf(text) });
  }

  /** Once a frame: walks everybody on by `dt` seconds and writes what the shader needs. */
  frame(dt: number, labels: Labels, eyeX: number, eyeY: number, eyeZ: number): void {
    this.#seconds += dt;
    for (const soul of this.#order) {
      const { draw } = soul;
      soul.away = Math.hypot(draw.x - eyeX, draw.y + 1 - eyeY, draw.z - eyeZ);
    }
    sortByDistance(this.#order);
    this.#near.length = 0;
    for (const soul of this.#order) if (this.#near.push(soul) >= LOOKERS) break;
    for (const [rank, soul] of this.#order.entries()) {
      const gaze = rank < LOOKERS && soul.draw.head === null ? gazeOf(soul.draw, this.#near, this.#speaks) : null;
      ease(soul, soul.draw, gaze, dt);
    }
    for (const level of this.#levels) level.begin();
    let level = 0;
    let blob = 0;
    for (const soul of this.#order) {
      while (level < LEVELS.length - 1 && (soul.away > (LEVELS[level]?.reach ?? 0) || this.#levels[level]?.full))
        level++;
      const { draw } = soul;
      if (draw.isSelf && this.hideSelf) continue;
      this.#levels[level]?.add(draw, soul, draw, draw.skin === '' ? null : (this.#skins?.of(draw.skin) ?? null));
      if (this.#blobs !== null && blob < BLOBS) writePlace(this.#blobs, blob++, draw.x, draw.y + 0.04, draw.z, 0);
      const fade = Math.min(1, (NAME_REACH - soul.away) / 5);
      const size = 0.17 + soul.away * 0.0105;
      labels.place(draw.id, soul.tag, draw.x, draw.y + 2.02, draw.z, size, fade);
      const said = this.#spoke.get(draw.id);
      if (said === undefined) continue;
      const age = (this.#seconds - said.at) / BUBBLE;
      if (age > 1) this.#spoke.delete(draw.id);
      else
        labels.place(
          `${draw.id} says`,
          said.bubble,
          draw.x,
          draw.y + 2.1 + size * 1.7,
          draw.z,
          size * 1.35,
          Math.min(fade * 1.5, (1 - age) * 6),
        );
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
      ...STILL,
      draw,
      phase: ((draw.look * 0.37) % 1) * 6,
      speed: draw.speed,
      away: 0,
      seenIn: this.#frame,
      tag: tagOf(draw),
    };
    this.#souls.set(draw.id, soul);
    this.#order.push(soul);
  }

  readonly #speaks = (id: string): boolean => this.#seconds - (this.#spoke.get(id)?.at ?? -SPEAKS) < SPEAKS;

  #haunt(dt: number): void {
    this.#ghost.begin();
    for (const [who, pose] of this.#ghostPoses.entries()) {
      const stance = this.#ghostStances[who];
      if (stance === undefined) break;
      stance.speed = pose.speed;
      stance.air = Number(pose.air);
      stance.phase = (stance.phase + strideTurn(pose.speed) * dt) % (Math.PI * 2);
      this.#ghost.add(GHOST_LOOK, stance, pose);
    }
    this.#ghost.end();
  }
}

const GHOST_LOOK = { look: 4, isMachine: true };
const BLOBS = 128;

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

/** What was said on two lines at most, cut where words end. */
export function bubbleOf(text: string): LabelText {
  if (text.length <= LINE) return { dot: '#ffffff', text };
  const space = text.lastIndexOf(' ', LINE);
  const cut = space > LINE / 2 ? space : LINE;
  const rest = text.slice(cut).trim();
  return {
    dot: '#ffffff',
    text: text.slice(0, cut),
    second: rest.length > LINE + 9 ? `${rest.slice(0, LINE + 8)}…` : rest,
  };
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
