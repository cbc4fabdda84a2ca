/** A course or a drawing alone under the sky, seen through one camera, or through two side by side. */
import { type Object3D, PerspectiveCamera, Scene, Vector2, type WebGLRenderer } from 'three';
import { Weather } from './atmosphere.ts';
import { CourseView } from './course-view.ts';
import type { DioramaNeeds } from './diorama.ts';
import { Labels } from './labels.ts';
import { fitRenderer, openRenderer } from './open-renderer.ts';
import { QUALITIES, type Quality, type QualityName } from './quality.ts';
import { buildSky } from './sky.ts';
import { StageLight } from './stage-light.ts';
import { type SharedUniforms, sharedUniforms, tellTime } from './styl.ts';
import { buildWater } from './water.ts';

/** One of the pictures side by side. */
export interface StageView {
  /** Shows what this view sees, writes its labels, and places the camera, whose shape is right already. */
  readonly prepare: (camera: PerspectiveCamera, labels: Labels) => void;
}

/** Draws on a canvas; whoever uses it adds what is to be seen. */
export class WatchStage {
  readonly course: CourseView;
  readonly #weather = new Weather();
  readonly shared: SharedUniforms = sharedUniforms(this.#weather);
  readonly #quality: Quality;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(58, 16 / 9, 0.12, 1600);
  readonly #light: StageLight;
  readonly #sea;
  readonly #labels: Labels;
  readonly #size = new Vector2();
  readonly #still: () => boolean;

  /**
   * @param still whether what need not move stands still
   * @throws Error from three when the browser gives no WebGL 2 context
   */
  constructor(canvas: HTMLCanvasElement, quality: QualityName, still: () => boolean) {
    this.#still = still;
    // Nothing is done to the finished picture here, so the screen itself is smoothed.
    this.#quality = { ...QUALITIES[quality], antialias: quality !== 'test' };
    this.#renderer = openRenderer(canvas, this.#quality);
    this.#renderer.shadowMap.enabled = this.shadows;
    this.#camera.rotation.order = 'YXZ';
    this.course = new CourseView(this.shared, this.shadows);
    this.#light = new StageLight(this.#weather, this.#quality.shadow);
    this.#sea = buildWater(this.shared, null, this.#quality.fancy);
    this.#labels = new Labels(this.shared);
    this.#scene.add(
      buildSky(this.shared, this.#quality.fancy),
      this.#light.group,
      this.#sea,
      this.course.group,
      this.#labels.mesh,
    );
    this.resize();
  }

  get shadows(): boolean {
    return this.#quality.shadow > 0;
  }
  /** What a diorama is built with. */
  get dioramaNeeds(): DioramaNeeds {
    return { shared: this.shared, shadows: this.shadows, fancy: this.#quality.fancy };
  }
  /** The vertical angle of the picture, degrees. */
  get fov(): number {
    return this.#camera.fov;
  }
  /** Height of the sea, m. */
  set sea(height: number) {
    this.#sea.position.y = height;
  }

  add(...things: readonly Object3D[]): void {
    this.#scene.add(...things);
  }

  remove(...things: readonly Object3D[]): void {
    this.#scene.remove(...things);
  }

  /** Fits the drawing to the canvas; call it when the canvas changes its size. */
  resize(): void {
    fitRenderer(this.#renderer, this.#camera, this.#quality);
  }

  /** Draws a frame: one view over all of the canvas, or each over its share, the first above or to the left. */
  render(timeSeconds: number, views: readonly StageView[]): void {
    tellTime(this.shared, timeSeconds, this.#still());
    const { x: width, y: height } = this.#renderer.getSize(this.#size);
    const { clientWidth, clientHeight } = this.#renderer.domElement;
    // Two pictures lie one over the other where they would be narrow side by side.
    const upright = clientHeight > clientWidth;
    const count = Math.max(1, views.length);
    const [wide, high] = upright ? [width, height / count] : [width / count, height];
    this.#renderer.info.reset();
    this.#renderer.setScissorTest(count > 1);
    for (const [index, view] of views.entries()) {
      const [left, bottom] = upright ? [0, height - (index + 1) * high] : [index * wide, 0];
      this.#renderer.setViewport(left, bottom, wide, high);
      this.#renderer.setScissor(left, bottom, wide, high);
      this.#camera.aspect = (clientWidth / Math.max(1, clientHeight)) * (upright ? count : 1 / count);
      this.#camera.updateProjectionMatrix();
      this.#draw(view);
    }
  }

  /** What the last frame cost. */
  stats(): { readonly calls: number; readonly triangles: number } {
    const { calls, triangles } = this.#renderer.info.render;
    return { calls, triangles };
  }

  dispose(): void {
    this.course.dispose();
    this.#labels.dispose();
    this.#light.dispose();
    this.#renderer.dispose();
  }

  #draw(view: StageView): void {
    this.#labels.begin();
    view.prepare(this.#camera, this.#labels);
    this.#labels.end();
    const { x, y, z } = this.#camera.position;
    const { y: yaw } = this.#camera.rotation;
    this.#sea.position.setX(x).setZ(z);
    const ahead = 14;
    this.#light.follow(x - Math.sin(yaw) * ahead, y - 2, z - Math.cos(yaw) * ahead);
    this.#renderer.shadowMap.needsUpdate = true;
    this.#renderer.render(this.#scene, this.#camera);
  }
}
