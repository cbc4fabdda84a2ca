/** What puts a scene on the canvas: renderer, tier, passes, and what happens when the browser takes the context away. */
import type { Object3D, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { fitRenderer, openRenderer, rendererName } from './open-renderer.ts';
import type { Post } from './post.ts';
import type { Quality } from './quality.ts';

/** What was drawn in the last frame, shadow pass and post-processing included. */
export type WorldStats = {
  readonly calls: number;
  readonly triangles: number;
  readonly programs: number;
  /** What draws, by its own name. */
  readonly renderer: string;
  /** True while the browser has taken the context away; frames are skipped until it comes back. */
  readonly lost: boolean;
};

/** Paints one scene through one camera. */
export class Painter {
  readonly #renderer: WebGLRenderer;
  readonly #scene: Scene;
  readonly #camera: PerspectiveCamera;
  readonly #off = new AbortController();
  #quality: Quality;
  #post: Post | null = null;
  #lost = false;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement, quality: Quality, scene: Scene, camera: PerspectiveCamera) {
    this.#quality = quality;
    this.#scene = scene;
    this.#camera = camera;
    this.#renderer = openRenderer(canvas, quality);
    const { signal } = this.#off;
    canvas.addEventListener('webglcontextlost', (event) => this.#lose(event), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#regain(), { signal });
  }

  /** True while nothing can be drawn. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Goes over to a tier: size, shadows, passes. The passes come in a chunk of their own. */
  async use(quality: Quality): Promise<void> {
    this.#quality = quality;
    this.#renderer.shadowMap.enabled = quality.shadow > 0;
    this.#post?.dispose();
    this.#post = null;
    if (quality.postSamples > 0) {
      const { buildPost } = await import('./post.ts');
      if (this.#quality !== quality) return;
      this.#post = buildPost(this.#renderer, this.#scene, this.#camera, quality.postSamples);
    }
    this.resize();
  }

  /** Compiles every shader of the scene for where it will be drawn, without blocking where the browser can. */
  async compile(): Promise<void> {
    // The plain tier compiles what it draws and nothing else.
    if (!this.#quality.fancy) return;
    this.#renderer.setRenderTarget(this.#post?.target ?? null);
    const compiled = this.#renderer.compileAsync(this.#scene, this.#camera);
    this.#renderer.setRenderTarget(null);
    await compiled;
  }

  /** Begins to compile what the plain tier has left out and a part will need, so that its first picture need not wait. */
  warm(part: Object3D): void {
    if (this.#quality.fancy) return;
    void this.#renderer.compileAsync(part, this.#camera, this.#scene);
  }

  /** Fits the drawing to the canvas. */
  resize(): void {
    const { width, height, dpr } = fitRenderer(this.#renderer, this.#camera, this.#quality);
    this.#post?.resize(width, height, dpr);
  }

  /** Draws a frame; shadows every other time. @param dt seconds since the last */
  draw(dt: number): void {
    this.#renderer.info.reset();
    this.#renderer.shadowMap.needsUpdate = this.#frame++ % 2 === 0;
    if (this.#post !== null) this.#post.render(dt);
    else this.#renderer.render(this.#scene, this.#camera);
  }

  /** Draws once more and keeps it as PNG: what a browser shows is gone by the next moment. */
  capture(): Promise<Blob | null> {
    this.draw(0);
    return new Promise((resolve) => this.#renderer.domElement.toBlob(resolve, 'image/png'));
  }

  /** What the last frame cost. */
  stats(): WorldStats {
    const { render, programs } = this.#renderer.info;
    return {
      calls: render.calls,
      triangles: render.triangles,
      programs: programs?.length ?? 0,
      renderer: rendererName(this.#renderer),
      lost: this.#lost,
    };
  }

  dispose(): void {
    this.#off.abort();
    this.#post?.dispose();
    this.#renderer.dispose();
  }

  #lose(event: Event): void {
    event.preventDefault();
    this.#lost = true;
  }

  #regain(): void {
    this.#lost = false;
    void this.use(this.#quality);
  }
}
