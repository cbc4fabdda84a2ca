/** A workbench as it is drawn: the piece floating over its plinth, with what a hand shows of itself. */
import { Group, type Matrix4, Mesh, Matrix4 as Placing, Quaternion, Vector3 } from 'three';
import type { Drawing, Vec3 } from '#content/families/family.ts';
import type { Diorama, DioramaNeeds } from './diorama.ts';
import { DrawingView } from './drawing-view.ts';
import type { Labels } from './labels.ts';
import { buildPlinth } from './plinth.ts';
import { Soup } from './soup.ts';
import { bespoke, glow, surface } from './styl.ts';
import { Swarm } from './swarm.ts';

/** What a hand shows beside the piece, in metres of the drawing. */
export interface Marks {
  /** Places that may be chosen. */
  readonly dots: readonly { readonly at: Vec3; readonly radius: number; readonly colour: string }[];
  /** What is chosen: a cage around a place, or a ring around a part. */
  readonly cursors: readonly {
    readonly at: Vec3;
    readonly radius: number;
    readonly cage: boolean;
    readonly colour: string;
  }[];
  /** A sheet of light, level or upright. */
  readonly sheet: { readonly at: Vec3; readonly half: Vec3 } | null;
  /** A solid ball that the parts lie on. */
  readonly globe: { readonly at: Vec3; readonly radius: number } | null;
}

/** Radius in metres to which a piece is brought, and the height of its middle. */
export const PIECE_RADIUS = 5;
export const PIECE_HEIGHT = 6.4;

/** Draws one piece. */
export class BenchView implements Diorama {
  readonly group = new Group();
  readonly sea = -34;
  readonly #piece = new Group();
  readonly #drawing: DrawingView;
  readonly #dots: Swarm;
  readonly #cages: Swarm;
  readonly #rings: Swarm;
  readonly #sheet: Mesh;
  readonly #globe: Mesh;
  readonly #plinth: Group;
  readonly #matrix: Matrix4 = new Placing();
  readonly #facing = new Quaternion();
  readonly #at = new Vector3();
  readonly #size = new Vector3();
  #round: Marks['cursors'] = [];

  constructor(needs: DioramaNeeds) {
    const { shared, shadows } = needs;
    this.#drawing = new DrawingView(shared, shadows);
    this.#dots = new Swarm(dot(), surface(shared, 'bead'), { shadows: false });
    this.#cages = new Swarm(cage(), glow(shared, 1.4), { shadows: false });
    this.#rings = new Swarm(ring(), ringMaterial(needs), { shadows: false, order: 12 });
    this.#globe = new Mesh(globe(), surface(shared, 'plain'));
    this.#globe.castShadow = shadows;
    this.#globe.receiveShadow = shadows;
    this.#sheet = new Mesh(sheet(), sheetMaterial(needs));
    this.#sheet.renderOrder = 8;
    this.#plinth = buildPlinth(needs);
    this.#piece.add(
      this.#drawing.group,
      this.#dots.group,
      this.#cages.group,
      this.#rings.group,
      this.#globe,
      this.#sheet,
    );
    this.group.add(this.#plinth, this.#piece);
  }

  /** Brings a ball of the drawing (its middle and radius, metres) to the height and size of the bench. */
  frameOn(middle: Vec3, radius: number): void {
    const scale = PIECE_RADIUS / Math.max(radius, 1e-6);
    this.#piece.scale.setScalar(scale);
    this.#piece.position.set(-middle[0] * scale, PIECE_HEIGHT - middle[1] * scale, -middle[2] * scale);
    this.#piece.updateMatrixWorld();
  }

  /** From metres of the world to metres of the drawing. */
  toDrawing([x, y, z]: Vec3): Vec3 {
    const { position, scale } = this.#piece;
    return [(x - position.x) / scale.x, (y - position.y) / scale.x, (z - position.z) / scale.x];
  }

  /** From metres of the drawing to metres of the world. */
  toWorld([x, y, z]: Vec3): Vec3 {
    const { position, scale } = this.#piece;
    return [position.x + x * scale.x, position.y + y * scale.x, position.z + z * scale.x];
  }

  /** Metres of the world in a metre of the drawing. */
  get scale(): number {
    return this.#piece.scale.x;
  }

  /** Shows a drawing, moved aside by metres of its own. */
  show(drawing: Drawing, aside: Vec3): void {
    this.#drawing.group.position.set(...aside);
    this.#drawing.show(drawing);
  }

  mark({ dots, cursors, sheet: plate, globe: ball }: Marks): void {
    this.#dots.begin();
    this.#cages.begin();
    for (const { at, radius, colour } of dots) this.#dots.add(this.#placed(at, radius), colour);
    for (const { at, radius, cage: caged, colour } of cursors)
      if (caged) this.#cages.add(this.#placed(at, radius), colour);
    this.#dots.end();
    this.#cages.end();
    this.#round = cursors.filter((cursor) => !cursor.cage);
    this.#globe.visible = ball !== null;
    if (ball !== null) {
      this.#globe.position.set(...ball.at);
      this.#globe.scale.setScalar(ball.radius);
    }
    this.#sheet.visible = plate !== null;
    if (plate === null) return;
    this.#sheet.position.set(...plate.at);
    this.#sheet.scale.set(...plate.half);
  }

  /** Turns the rings towards the eye, metres of the world; once a frame. */
  face(eye: Vec3): void {
    const from = this.toDrawing(eye);
    this.#rings.begin();
    for (const { at, radius, colour } of this.#round) this.#rings.add(this.#towards(at, radius, from), colour);
    this.#rings.end();
  }

  frame(_seconds: number, labels: Labels): void {
    this.#drawing.write(labels);
  }

  dispose(): void {
    this.#drawing.dispose();
    for (const swarm of [this.#dots, this.#cages, this.#rings]) swarm.dispose();
    this.group.traverse((child) => {
      if (!(child instanceof Mesh)) return;
      child.geometry.dispose();
      child.material.dispose();
    });
  }

  #placed(at: Vec3, radius: number): Matrix4 {
    return this.#matrix.compose(this.#at.set(...at), this.#facing.identity(), this.#size.setScalar(radius));
  }

  #towards(at: Vec3, radius: number, eye: Vec3): Matrix4 {
    this.#size.set(eye[0] - at[0], eye[1] - at[1], eye[2] - at[2]).normalize();
    this.#facing.setFromUnitVectors(AHEAD, this.#size);
    return this.#matrix.compose(this.#at.set(...at), this.#facing, this.#size.setScalar(radius));
  }
}

const AHEAD = new Vector3(0, 0, 1);
const WHITE = { foot: 0xffffff };

function dot() {
  const soup = new Soup();
  soup.diamond(1, WHITE);
  return soup.geometry();
}

/** The twelve edges of a box of half 1. */
function cage() {
  const soup = new Soup();
  const thick = 0.09;
  for (const a of [-1, 1])
    for (const b of [-1, 1]) {
      soup.box([2 + thick, thick, thick], WHITE, { at: [0, a, b] });
      soup.box([thick, 2 + thick, thick], WHITE, { at: [a, 0, b] });
      soup.box([thick, thick, 2 + thick], WHITE, { at: [a, b, 0] });
    }
  return soup.geometry();
}

function ring() {
  const soup = new Soup();
  soup.ring(1, 0.09, 36, 5, WHITE);
  return soup.geometry();
}

function globe() {
  const soup = new Soup();
  soup.ball(1, 4, { foot: 0x8078b8, top: 0xd6cdf0 });
  return soup.geometry();
}

function sheet() {
  const soup = new Soup();
  soup.box([2, 2, 2], WHITE);
  return soup.geometry();
}

/** Rings are seen through whatever stands before them. */
function ringMaterial({ shared }: DioramaNeeds) {
  const material = glow(shared, 1.4);
  material.transparent = true;
  material.depthTest = false;
  return material;
}

/** A pane of faint light that is seen from both sides. */
function sheetMaterial({ shared }: DioramaNeeds) {
  return bespoke(
    shared,
    /* glsl */ `
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
void main() {
  gl_FragColor = vec4(0.42, 0.92, 1.0, 0.2);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { transparent: true },
  );
}
