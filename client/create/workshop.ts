/** The picture of the course being built: pieces, grid, the frame round the selected one, the piece about to be placed. */
import {
  BoxGeometry,
  BufferGeometry,
  EdgesGeometry,
  GridHelper,
  Line,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  Vector3,
} from 'three';
import { type CourseStage, createCourseStage } from '#client/scene/course-stage.ts';
import type { QualityName } from '#client/scene/quality.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { Orbit } from './orbit.ts';
import { boxOf, newPiece, type Piece, UNITS } from './piece.ts';
import type { Placed } from './placing.ts';

const TURN = Math.PI / 12;
const CYAN = 0x63f5ff;
const GOLD = 0xffd36b;

/** Draws on a canvas; the page tells it what. */
export class Workshop {
  readonly stage: CourseStage;
  readonly orbit: Orbit;
  readonly #frame = new LineSegments(
    new EdgesGeometry(new BoxGeometry(2, 2, 2)),
    new LineBasicMaterial({ color: GOLD, depthTest: false, transparent: true }),
  );
  readonly #ghost = new Mesh(
    new BoxGeometry(2, 2, 2),
    new MeshBasicMaterial({ color: CYAN, transparent: true, opacity: 0.4, depthWrite: false }),
  );
  readonly #ghostEdges = new LineSegments(
    new EdgesGeometry(new BoxGeometry(2, 2, 2)),
    new LineBasicMaterial({ color: CYAN, depthTest: false, transparent: true }),
  );
  readonly #path = new Line(
    new BufferGeometry(),
    new LineBasicMaterial({ color: GOLD, depthTest: false, transparent: true }),
  );
  readonly #grid = new GridHelper(64, 64, 0x8f82c6, 0x6b6590);

  constructor(canvas: HTMLCanvasElement, quality: QualityName, still: () => boolean) {
    this.stage = createCourseStage(canvas, { quality, still });
    this.orbit = new Orbit(this.stage.camera.fov);
    for (const mark of [this.#frame, this.#ghostEdges, this.#path]) mark.renderOrder = 10;
    this.#ghost.add(this.#ghostEdges);
    this.#grid.material.transparent = true;
    this.#grid.material.opacity = 0.45;
    // A little below the ground that most pieces lie on, or both would flicker.
    this.#grid.position.y = -0.03;
    for (const mark of [this.#frame, this.#ghost, this.#path]) mark.visible = false;
    this.stage.scene.add(this.#grid, this.#frame, this.#ghost, this.#path);
  }

  /** Shows the pieces; movers stand at their first stop. */
  show(scene: Scene): void {
    this.stage.course.show(scene, false);
  }

  select(piece: Piece | null): void {
    this.#frame.visible = piece !== null;
    this.#path.visible = piece !== null && piece.stops.length > 1;
    if (piece === null) return;
    const { at, half, yaw } = boxOf(piece);
    this.#frame.position.set(at[0] / UNITS, at[1] / UNITS, at[2] / UNITS);
    this.#frame.rotation.y = yaw * TURN;
    this.#frame.scale.set(half[0] / UNITS + 0.03, half[1] / UNITS + 0.03, half[2] / UNITS + 0.03);
    const stops = piece.stops.map(({ offset: [x, y, z] }) => new Vector3(at[0] + x, at[1] + y, at[2] + z));
    this.#path.geometry.dispose();
    this.#path.geometry = new BufferGeometry().setFromPoints(stops.map((stop) => stop.divideScalar(UNITS)));
  }

  /** Shows the piece in hand where it would stand. */
  place(placed: Placed | null): void {
    this.#ghost.visible = placed !== null;
    if (placed === null) return;
    const { half } = newPiece(0, placed.kind, [0, 0, 0]);
    this.#ghost.position.set(placed.x / UNITS, (placed.foot + half[1]) / UNITS, placed.z / UNITS);
    this.#ghost.rotation.y = placed.yaw * TURN;
    this.#ghost.scale.set(half[0] / UNITS, half[1] / UNITS, half[2] / UNITS);
  }

  /** Hides or shows everything that is only for building. */
  building(on: boolean): void {
    this.#grid.visible = on;
    if (on) return;
    for (const mark of [this.#frame, this.#ghost, this.#path]) mark.visible = false;
  }

  /** Draws the building view. */
  render(seconds: number): void {
    const { target, yaw, pitch, distance } = this.orbit;
    this.stage.setView([target.x, target.y, target.z], yaw, pitch, distance);
    this.stage.render(seconds);
  }
}
