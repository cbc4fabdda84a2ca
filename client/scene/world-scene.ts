/** The world as the play page draws it: builds a stage for each tier, and draws frame after frame of it. */
import { Scene } from 'three';
import { Weather } from './atmosphere.ts';
import type { DioramaNeeds } from './diorama.ts';
import { Elsewhere } from './elsewhere.ts';
import type { AvatarDraw } from './flock.ts';
import type { Blocked } from './follow-camera.ts';
import { IslandScene } from './island-scene.ts';
import { OnIsland } from './on-island.ts';
import { Painter, type WorldStats } from './painter.ts';
import { type Picked, pickSpot } from './pick.ts';
import { QUALITIES, type Quality, type QualityName } from './quality.ts';
import { Skins } from './skins.ts';
import { Slices } from './slices.ts';
import { type SharedUniforms, sharedUniforms, tellTime } from './styl.ts';
import { WorldCamera } from './world-camera.ts';
import { WorldStage } from './world-stage.ts';

/** What is being built. */
export type BuildingStep = 'island' | 'sky' | 'shaders' | 'ready';

/** How a world is opened. */
export type WorldOptions = {
  readonly quality: QualityName;
  /** Decides everything that looks random; the same seed looks the same. */
  readonly seed?: number;
  /** Told how far the building is (0…1) and what is being built. */
  readonly onProgress?: (fraction: number, step: BuildingStep) => void;
};

const MAX_DT = 0.1;

/**
 * Opens the world on a canvas; settles when the first frame can be drawn. Trees and grass grow afterwards, see `grown`.
 * @throws Error from three when the browser gives no WebGL 2 context
 */
export async function createWorldScene(canvas: HTMLCanvasElement, options: WorldOptions): Promise<WorldScene> {
  const world = new WorldScene(canvas, options);
  await world.build();
  return world;
}

/** The world on a canvas. All places are metres, all angles radians, yaw 0 looks along −Z and grows to the left. */
export class WorldScene {
  readonly camera = new WorldCamera();
  /** How the sky looks. */
  readonly weather = new Weather();
  readonly island = new OnIsland();
  readonly elsewhere = new Elsewhere();
  /** The pictures of works, lent to those who wear them. */
  readonly skins = new Skins();
  readonly #scene = new Scene();
  readonly #shared: SharedUniforms = sharedUniforms(this.weather);
  readonly #options: WorldOptions;
  readonly #painter: Painter;
  readonly #blocked: Blocked = (x, y, z) => this.#stage?.blocked(x, y, z) ?? false;
  #quality: Quality;
  #stage: WorldStage | null = null;
  #slices = new Slices(10);
  #grown: Promise<void> = Promise.resolve();
  #restWanted = false;
  #people: readonly AvatarDraw[] = [];
  #names = true;
  #still = false;

  /** Use `createWorldScene`, which also builds. */
  constructor(canvas: HTMLCanvasElement, options: WorldOptions) {
    this.#options = options;
    this.#quality = QUALITIES[options.quality];
    this.#shared.uSkins.value = this.skins.texture;
    this.#painter = new Painter(canvas, this.#quality, this.#scene, this.camera.eye);
  }

  /** Builds or rebuilds everything for the present quality. */
  async build(): Promise<void> {
    const { onProgress, seed } = this.#options;
    const quality = this.#quality;
    this.#slices.cancel();
    const slices = new Slices(10);
    this.#slices = slices;
    onProgress?.(0.1, 'island');
    const island = await IslandScene.build(this.#shared, quality, slices);
    if (slices.cancelled) return island.dispose();
    onProgress?.(0.6, 'sky');
    const stage = new WorldStage(
      { shared: this.#shared, weather: this.weather, skins: this.skins },
      quality,
      island,
      seed ?? 1,
    );
    this.#stage?.dispose(this.#scene);
    this.#scene.add(stage.group);
    this.#use(stage);
    onProgress?.(0.75, 'shaders');
    await this.#painter.use(quality);
    await this.#painter.compile();
    onProgress?.(1, 'ready');
    if (this.#restWanted) void stage.loadRest();
    this.#grown = island.grow(slices);
  }

  /** Settles when trees and grass stand. */
  get grown(): Promise<void> {
    return this.#grown;
  }

  /** Loads what neither the first picture nor the first step needs, so that courses and confetti begin at once. */
  loadRest(): void {
    this.#restWanted = true;
    void this.#stage?.loadRest();
  }

  /** Makes ready for people while nobody walks yet: the plain tier has compiled nothing but its first picture. */
  warm(): void {
    const { avatars, labels } = this.#stage ?? {};
    for (const part of [avatars?.group, labels]) if (part !== undefined) this.#painter.warm(part);
  }

  /** Everybody to draw, once a frame; the list and its members may be reused by the caller. */
  setAvatars(list: readonly AvatarDraw[]): void {
    this.#people = list;
    this.#stage?.avatars.set(list);
  }

  /** Somebody speaks: it stands over their head for a while, and those who are near look at them. */
  say(id: string, text: string): void {
    this.#stage?.avatars.say(id, text);
  }

  /** Whether names and labels stand in the picture. */
  setNames(shown: boolean): void {
    this.#names = shown;
    this.#stage?.setNames(shown);
  }

  /** Whether what need not move stands still: sea and clouds, grass, portals, confetti, rain, what turns on pedestals. */
  setStill(still: boolean): void {
    this.#still = still;
    this.#stage?.setStill(still);
  }

  /** What a diorama is built with. */
  get dioramaNeeds(): DioramaNeeds {
    return { shared: this.#shared, shadows: this.#quality.shadow > 0, fancy: this.#quality.fancy };
  }

  /** What is pointed at: (−1…1, −1…1) from the lower left. Only on the island. */
  pick(ndcX: number, ndcY: number): Picked | null {
    if (this.elsewhere.isShown) return null;
    const others = this.#people.filter(({ isSelf }) => !isSelf);
    const picked = pickSpot(this.camera.eye, ndcX, ndcY, others);
    if (picked?.kind !== 'gate') return picked;
    const id = this.island.gateOn(picked.spotIndex);
    return id === null ? null : { ...picked, id };
  }

  /** Changes the tier: everything is built anew while the old world stays in view. */
  async setQuality(name: QualityName): Promise<void> {
    if (name === this.#quality.name) return;
    this.#quality = QUALITIES[name];
    await this.build();
  }

  /** The present tier. */
  get quality(): QualityName {
    return this.#quality.name;
  }

  /** Fits the drawing to the canvas; call it when the canvas changes its size. */
  resize(): void {
    this.#painter.resize();
  }

  /** Draws a frame. All motion comes from these two numbers: the same numbers give the same picture. */
  render(timeSeconds: number, dtSeconds: number): void {
    const stage = this.#stage;
    if (stage === null || this.#painter.lost) return;
    const dt = Math.min(MAX_DT, Math.max(0, dtSeconds));
    const { camera } = this;
    tellTime(this.#shared, timeSeconds, this.#still);
    this.weather.frame(dt);
    camera.frame(dt, this.#blocked);
    if (camera.isFollowing) stage.avatars.hideSelf = camera.isNear;
    stage.frame(timeSeconds, dt, camera.eye);
    this.#painter.draw(dt);
  }

  /** The picture of this moment as a file; null when it cannot be drawn. */
  capture(): Promise<Blob | null> {
    if (this.#stage === null || this.#painter.lost) return Promise.resolve(null);
    return this.#painter.capture();
  }

  /** True while the browser has taken the picture away; it is drawn again by itself when it comes back. */
  get isLost(): boolean {
    return this.#painter.lost;
  }

  /** What the last frame cost. */
  stats(): WorldStats {
    return this.#painter.stats();
  }

  /** Gives everything back; the scene is not used afterwards. */
  dispose(): void {
    this.#slices.cancel();
    this.#stage?.dispose(this.#scene);
    this.#use(null);
    this.#painter.dispose();
  }

  /** Goes over to a fresh stage: what was asked of the last one is asked of it, too. */
  #use(stage: WorldStage | null): void {
    this.#stage = stage;
    this.island.showOn(stage);
    this.elsewhere.showOn(stage);
    stage?.avatars.set(this.#people);
    stage?.setNames(this.#names);
    stage?.setStill(this.#still);
  }
}
