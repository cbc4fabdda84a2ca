/** A drawing as the families make it — points, links, boxes, beams, labels in metres — on the stage. */
import { Group, Matrix4, Quaternion, Vector3 } from 'three';
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { beamMaterial } from './beam-material.ts';
import type { Labels } from './labels.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';
import { Swarm } from './swarm.ts';

/** Radii of lines as shares of the smallest point's: bonds where all of them join points, else a frame of thin lines. */
const BOND = 0.22;
const LINE = 0.1;
const CORE = 0.16;
const HAZE = 0.5;
/** Height of a label in metres of the world. */
const LABEL = 0.42;
/** How far a label stands from what it names, m. */
const ASIDE = 0.75;
const UP = new Vector3(0, 1, 0);

/** Shows one drawing at a time; it may be replaced every frame. */
export class DrawingView {
  readonly group = new Group();
  readonly #balls: Swarm;
  readonly #rods: Swarm;
  readonly #blocks: Swarm;
  readonly #cores: Swarm;
  readonly #hazes: Swarm;
  #labels: Drawing['labels'] = [];
  /** The middle of all points: labels stand away from it, beside the drawing rather than in it. */
  readonly #middle = new Vector3();
  /** Radius of the smallest point that was shown last, m. */
  #grain = 0.2;
  readonly #matrix = new Matrix4();
  readonly #turn = new Quaternion();
  readonly #from = new Vector3();
  readonly #along = new Vector3();
  readonly #size = new Vector3();

  constructor(shared: SharedUniforms, shadows: boolean) {
    this.#balls = new Swarm(ball(), surface(shared, 'bead'), { shadows });
    this.#rods = new Swarm(prism(), surface(shared, 'plain'), { shadows });
    this.#blocks = new Swarm(block(), surface(shared, 'plain'), { shadows });
    this.#cores = new Swarm(prism(), glow(shared, 1.5), { shadows: false });
    this.#hazes = new Swarm(prism(), beamMaterial(shared), { shadows: false, order: 9 });
    for (const swarm of this.#swarms()) this.group.add(swarm.group);
  }

  show(drawing: Drawing): void {
    for (const swarm of this.#swarms()) swarm.begin();
    if (drawing.points.length > 0) this.#grain = Math.min(...drawing.points.map(({ radius }) => radius));
    for (const { at, radius, colour } of drawing.points) {
      this.#matrix.compose(this.#from.set(...at), this.#turn.identity(), this.#size.setScalar(radius));
      this.#balls.add(this.#matrix, colour);
    }
    for (const { at, half, yaw, colour } of drawing.boxes) {
      this.#turn.setFromAxisAngle(UP, yaw);
      this.#matrix.compose(this.#from.set(...at), this.#turn, this.#size.set(...half));
      this.#blocks.add(this.#matrix, colour);
    }
    const places = new Set(drawing.points.map(({ at }) => String(at)));
    const bound = drawing.links.every(({ from, to }) => places.has(String(from)) && places.has(String(to)));
    for (const { from, to, colour } of drawing.links)
      this.#rods.add(this.#between(from, to, bound ? BOND : LINE), colour);
    for (const { from, to, colour } of drawing.beams) {
      this.#cores.add(this.#between(from, to, CORE), colour);
      this.#hazes.add(this.#between(from, to, HAZE), colour);
    }
    for (const swarm of this.#swarms()) swarm.end();
    this.#labels = drawing.labels;
    this.#middle.set(0, 0, 0);
    for (const { at } of drawing.points) this.#middle.add(this.#from.set(...at));
    this.#middle.divideScalar(Math.max(1, drawing.points.length));
  }

  /** Writes the labels of this frame, between `begin` and `end` of the stage's own. */
  write(labels: Labels): void {
    for (const [index, { at, text }] of this.#labels.entries()) {
      const place = this.#from.set(...at).applyMatrix4(this.group.matrixWorld);
      const away = this.#along.copy(this.#middle).applyMatrix4(this.group.matrixWorld).sub(place).negate();
      if (away.lengthSq() < 1e-6) away.copy(UP);
      const { x, y, z } = place.addScaledVector(away.normalize(), ASIDE);
      // Over everything: a label behind a tree or a bead says nothing.
      labels.place(`drawing ${index}`, { dot: '#ffffff', text }, x, y, z, LABEL, 1, true);
    }
  }

  dispose(): void {
    for (const swarm of this.#swarms()) swarm.dispose();
  }

  #swarms(): readonly Swarm[] {
    return [this.#blocks, this.#rods, this.#balls, this.#cores, this.#hazes];
  }

  /** A prism from one place to another. */
  #between(from: Vec3, to: Vec3, radius: number): Matrix4 {
    this.#from.set(...from);
    const thick = radius * this.#grain;
    const length = this.#along
      .set(...to)
      .sub(this.#from)
      .length();
    this.#turn.setFromUnitVectors(UP, this.#along.divideScalar(Math.max(length, 1e-6)));
    return this.#matrix.compose(this.#from, this.#turn, this.#size.set(thick, length, thick));
  }
}

const WHITE = { foot: 0xffffff };

function ball() {
  const soup = new Soup();
  soup.ball(1, 2, WHITE);
  return soup.geometry();
}

function prism() {
  const soup = new Soup();
  soup.drum(1, 1, 1, 7, WHITE);
  return soup.geometry();
}

function block() {
  const soup = new Soup();
  soup.bevelled([2, 2, 2], 0.16, { foot: 0xb9b2cc, top: 0xffffff });
  return soup.geometry();
}
