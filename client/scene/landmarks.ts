/** The landmarks of the frontier: a plinth and a great emblem for each family, alight while something of it is open. */
import { Color, Group, InstancedMesh, Matrix4, Mesh, Quaternion, Vector3 } from 'three';
import { LANDMARK_FAMILIES, LANDMARK_SPOTS, PLINTH } from '#content/world/frontier.ts';
import { PLAZA_HEIGHT } from '#content/world/island.ts';
import { EMBLEM_SIZE, emblemShape } from './emblem-shape.ts';
import type { EmblemAnswer, EmblemRequest } from './emblem-worker.ts';
import { pourFrontier } from './frontier-props.ts';
import type { LabelText } from './label-ink.ts';
import type { Labels } from './labels.ts';
import { MEANING, STONE } from './palette.ts';
import type { Slices } from './slices.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';
import { WorkerLine } from './works/worker-line.ts';

/** What one landmark says. */
export type LandmarkDraw = {
  readonly family: string;
  /** What the best of its challenges mean, or that none is open. */
  readonly state: keyof typeof MEANING;
  readonly words: string;
};

/** Colours of the emblems' lines in the order of the landmarks, then again. */
const ACCENTS = [0xffc46b, 0xff8f7a, 0x7fe0d0, 0xb8a4ff, 0xffe9a8, 0x8fc4ff] as const;
/** Height of an emblem's middle over the ground, m. */
const MIDDLE = PLINTH.height + 1.5 + EMBLEM_SIZE / 2;
/** Rings of light a landmark has: one on its plinth, one around its emblem. */
const RINGS = [
  { height: PLINTH.height + 0.06, radius: PLINTH.radius - 0.2, lean: 0 },
  { height: MIDDLE, radius: EMBLEM_SIZE * 0.66, lean: 0.32 },
] as const;

type Standing = { title: string; draw: LandmarkDraw | null; emblem: Mesh | null; label: LabelText | null };

/** All landmarks: one draw for their stone, one for their rings, one an emblem. */
export class Landmarks {
  readonly group = new Group();
  readonly #standing: readonly Standing[];
  readonly #rings: InstancedMesh;
  readonly #lit;
  readonly #dormant;
  readonly #shadows: boolean;
  readonly #line = new WorkerLine<Omit<EmblemRequest, 'id'>, EmblemAnswer>(
    () => new Worker(new URL('./emblem-worker.ts', import.meta.url), { type: 'module' }),
  );
  #disposed = false;

  constructor(shared: SharedUniforms, shadows: boolean) {
    this.#shadows = shadows;
    this.#standing = LANDMARK_FAMILIES.map((title) => ({ title, draw: null, emblem: null, label: null }));
    this.#lit = surface(shared, 'bead');
    this.#dormant = surface(shared, 'plain', { color: 0x8d86a8 });
    const solid = new Soup();
    const shining = new Soup();
    for (const spot of LANDMARK_SPOTS)
      solid.within({ at: [spot.x, PLAZA_HEIGHT, spot.z], turn: [0, spot.yaw, 0] }, () => pourPlinth(solid));
    pourFrontier(solid, shining);
    const stone = new Mesh(solid.geometry(), surface(shared, 'plain'));
    stone.castShadow = shadows;
    stone.receiveShadow = shadows;
    const ring = new Soup();
    ring.ring(1, 0.018, 56, 4, { foot: 0xffffff }, { turn: [Math.PI / 2, 0, 0] });
    this.#rings = new InstancedMesh(ring.geometry(), glow(shared, 1.5), LANDMARK_SPOTS.length * RINGS.length);
    this.#rings.frustumCulled = false;
    this.group.add(stone, new Mesh(shining.geometry(), glow(shared, 1.45)), this.#rings);
    this.set([]);
  }

  /** Asks for the emblems one after another and sets each up when it comes. */
  async grow(slices: Slices): Promise<void> {
    try {
      for (const [index, family] of LANDMARK_FAMILIES.entries()) {
        const { title, drawing } = await this.#line.ask({ family });
        await slices.breathe();
        if (slices.cancelled || this.#disposed) return;
        this.#raise(index, title, new Mesh(emblemShape(drawing, ACCENTS[index % ACCENTS.length] ?? ACCENTS[0])));
      }
    } catch (error) {
      // Plinths, rings and labels stand without an emblem, too.
      if (!this.#disposed) console.warn('A landmark did not grow.', error);
    } finally {
      this.#line.close();
    }
  }

  /** Says how every family stands; who is not named is dormant. */
  set(list: readonly LandmarkDraw[]): void {
    for (const [index, family] of LANDMARK_FAMILIES.entries()) {
      const standing = this.#standing[index];
      if (standing === undefined) continue;
      standing.draw = list.find((draw) => draw.family === family) ?? null;
      this.#dress(index, standing);
    }
    if (this.#rings.instanceColor !== null) this.#rings.instanceColor.needsUpdate = true;
  }

  /** Once a frame: emblems and rings turn, labels fade with distance. */
  frame(seconds: number, labels: Labels, eyeX: number, eyeZ: number): void {
    for (const [index, { emblem, draw, label }] of this.#standing.entries()) {
      const spot = LANDMARK_SPOTS[index];
      if (spot === undefined) continue;
      const awake = draw !== null && draw.state !== 'dormant';
      const turn = awake ? seconds * 0.14 + index : index;
      const lift = awake ? 0.22 * Math.sin(seconds * 0.6 + index * 1.7) : -0.5;
      if (emblem !== null) {
        emblem.position.y = PLAZA_HEIGHT + MIDDLE + lift;
        emblem.rotation.y = turn;
      }
      for (const [which, { height, radius, lean }] of RINGS.entries()) {
        const y = PLAZA_HEIGHT + height + (which === 1 ? lift : 0);
        TURN.setFromAxisAngle(AXIS.set(Math.cos(turn * 1.7), 0, Math.sin(turn * 1.7)), lean);
        MATRIX.compose(PLACE.set(spot.x, y, spot.z), TURN, SIZE.setScalar(radius));
        this.#rings.setMatrixAt(index * RINGS.length + which, MATRIX);
      }
      if (label === null) continue;
      const away = Math.hypot(spot.x - eyeX, spot.z - eyeZ);
      const fade = Math.min(1, Math.max(0, (96 - away) / 20)) * Math.min(1, away / 6);
      labels.place(
        `landmark ${index}`,
        label,
        spot.x,
        PLAZA_HEIGHT + MIDDLE + EMBLEM_SIZE * 0.62 + 1,
        spot.z,
        0.8 + away * 0.008,
        fade,
      );
    }
    this.#rings.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.#disposed = true;
    this.#line.close();
    this.#lit.dispose();
    this.#dormant.dispose();
  }

  #raise(index: number, title: string, emblem: Mesh): void {
    const spot = LANDMARK_SPOTS[index];
    const standing = this.#standing[index];
    if (spot === undefined || standing === undefined) return;
    standing.title = title;
    standing.emblem = emblem;
    emblem.position.set(spot.x, PLAZA_HEIGHT + MIDDLE, spot.z);
    emblem.castShadow = this.#shadows;
    this.group.add(emblem);
    this.#dress(index, standing);
    if (this.#rings.instanceColor !== null) this.#rings.instanceColor.needsUpdate = true;
  }

  /** Light and words of one landmark. */
  #dress(index: number, standing: Standing): void {
    const { draw, emblem, title } = standing;
    const state = draw?.state ?? 'dormant';
    if (emblem !== null) emblem.material = state === 'dormant' ? this.#dormant : this.#lit;
    COLOUR.set(MEANING[state]).multiplyScalar(state === 'dormant' ? 0.35 : 1);
    for (let which = 0; which < RINGS.length; which++) this.#rings.setColorAt(index * RINGS.length + which, COLOUR);
    const dot = `#${MEANING[state].toString(16).padStart(6, '0')}`;
    standing.label = draw === null ? null : { dot, text: title, second: draw.words };
  }
}

const COLOUR = new Color();
const MATRIX = new Matrix4();
const PLACE = new Vector3();
const SIZE = new Vector3();
const AXIS = new Vector3();
const TURN = new Quaternion();

/** Two steps and a drum; what floats over it is the landmark. */
function pourPlinth(soup: Soup): void {
  soup.drum(PLINTH.radius + 0.9, PLINTH.radius + 0.75, 0.22, 8, { foot: STONE.ink, top: STONE.deep });
  soup.drum(PLINTH.radius, PLINTH.radius * 0.9, PLINTH.height, 8, { foot: STONE.deep, top: STONE.mid });
  soup.drum(PLINTH.radius * 0.72, PLINTH.radius * 0.6, 0.07, 8, { foot: STONE.ink }, { at: [0, PLINTH.height, 0] });
  for (let k = 0; k < 4; k++) {
    const turn = ((k + 0.5) / 4) * Math.PI * 2;
    soup.bevelled(
      [0.5, 1.5, 0.34],
      0.08,
      { foot: STONE.ink, top: STONE.dark },
      {
        at: [Math.sin(turn) * (PLINTH.radius + 0.1), 0.75, Math.cos(turn) * (PLINTH.radius + 0.1)],
        turn: [-0.12, turn, 0],
      },
    );
  }
}
