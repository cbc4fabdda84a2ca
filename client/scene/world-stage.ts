/** Everything that is built for one tier of quality: island, course, people, labels, light, under one sky. */
import { Group, type Object3D, type PerspectiveCamera, type Scene } from 'three';
import type { Scene as CourseScene } from '#shared/physics/scene.ts';
import type { Weather } from './atmosphere.ts';
import { Avatars } from './avatars.ts';
import type { Celebration } from './celebration.ts';
import type { CourseRun, CourseView } from './course-view.ts';
import type { Diorama } from './diorama.ts';
import type { Blocked } from './follow-camera.ts';
import type { Guide, GuideLights } from './guide.ts';
import { disposeTree, type IslandScene } from './island-scene.ts';
import { Labels } from './labels.ts';
import type { Quality } from './quality.ts';
import { buildRain } from './rain.ts';
import type { Skins } from './skins.ts';
import { buildSky } from './sky.ts';
import { StageLight } from './stage-light.ts';
import type { SharedUniforms } from './styl.ts';
import { buildWater } from './water.ts';

/** What all stages of a scene share. */
export type StageNeeds = {
  readonly shared: SharedUniforms;
  readonly weather: Weather;
  readonly skins: Skins;
};

/** The stage of the world; the scene above it keeps what was asked for when a stage is rebuilt. */
export class WorldStage {
  readonly group = new Group();
  readonly island: IslandScene;
  readonly avatars: Avatars;
  readonly #labels: Labels;
  readonly #light: StageLight;
  readonly #openSea;
  readonly #weather: Weather;
  readonly #rain;
  readonly #wet: boolean;
  readonly #shared: SharedUniforms;
  readonly #shadows: boolean;
  readonly #seed: number;
  #scene: CourseScene | null = null;
  #course: CourseView | null = null;
  #diorama: Diorama | null = null;
  #celebration: Celebration | null = null;
  #guide: Guide | null = null;
  #lights: GuideLights | null = null;
  #disposed = false;
  #still = false;
  /** Comes with the rest: the welcome looks from where nothing stands. */
  #inIsland: Blocked = () => false;

  constructor({ shared, weather, skins }: StageNeeds, quality: Quality, island: IslandScene, seed: number) {
    const shadows = quality.shadow > 0;
    this.#shared = shared;
    this.#shadows = shadows;
    this.#seed = seed;
    this.island = island;
    this.avatars = new Avatars(shared, shadows, !shadows && quality.fancy, skins);
    this.#labels = new Labels(shared);
    this.#light = new StageLight(weather, quality.shadow);
    this.#weather = weather;
    this.#rain = buildRain(shared);
    this.#wet = quality.fancy;
    this.#openSea = buildWater(shared, null, quality.fancy);
    this.#openSea.visible = false;
    this.group.add(buildSky(shared, quality.fancy), this.#light.group, island.group, this.#openSea);
    this.group.add(this.avatars.group, this.#labels.mesh, this.#rain);
  }

  /** What carries the words of the picture. */
  get labels(): Object3D {
    return this.#labels.mesh;
  }

  /** Loads what is not needed for the first frame, so that courses and confetti begin at once later. */
  async loadRest(): Promise<void> {
    const [{ CourseView }, { Celebration }, { GuideLights: Lights }, { isInIsland }] = await Promise.all([
      import('./course-view.ts'),
      import('./celebration.ts'),
      import('./guide.ts'),
      import('./island-blocks.ts'),
    ]);
    this.#inIsland = isInIsland;
    if (this.#disposed || this.#course !== null) return;
    this.#course = new CourseView(this.#shared, this.#shadows);
    this.#celebration = new Celebration(this.#shared, this.#seed);
    this.#lights = new Lights(this.#shared);
    this.#lights.set(this.#guide);
    this.group.add(this.#course.group, this.#celebration.mesh, this.#lights.mesh);
    this.showCourse(this.#scene);
  }

  /** Shows a course instead of the island, or the island again. */
  showCourse(scene: CourseScene | null): void {
    this.#scene = scene;
    this.#showIsland();
    if (scene !== null) this.#openSea.position.y = scene.kill / 64 - 14;
    this.#celebration?.stop();
    // Who enters a course before everything was loaded need not wait for the trees.
    if (this.#course === null && scene !== null) void this.loadRest();
    if (this.#course === null) return;
    this.#course.group.visible = scene !== null;
    if (scene === null) this.#course.clear();
    else this.#course.show(scene);
  }

  /** Shows a diorama instead of the island, or the island again. It is not disposed of here. */
  showDiorama(diorama: Diorama | null): void {
    if (this.#diorama !== null) this.group.remove(this.#diorama.group);
    this.#diorama = diorama;
    this.#showIsland();
    this.#celebration?.stop();
    if (diorama === null) return;
    this.group.add(diorama.group);
    this.#openSea.position.y = diorama.sea;
  }

  /** Poses the pieces of the course. */
  pose(run: CourseRun): void {
    this.#course?.pose(run);
  }

  /** Throws confetti. */
  celebrate(x: number, y: number, z: number): void {
    if (!this.#still) this.#celebration?.burst(x, y, z, this.#shared.uTime.value);
  }

  /** Whether what need not move stands still. */
  setStill(still: boolean): void {
    this.#still = still;
  }

  /** The lights along the way to a place; null takes them away. */
  setGuide(guide: Guide | null): void {
    this.#guide = guide;
    this.#lights?.set(guide);
  }

  /** Whether names and labels stand in the picture. */
  setNames(shown: boolean): void {
    this.#labels.shown = shown;
  }

  /** Where the eye may not be. */
  blocked(x: number, y: number, z: number): boolean {
    if (this.#scene === null) return this.#inIsland(x, y, z);
    return this.#course?.blocked(x, y, z) ?? false;
  }

  frame(seconds: number, dt: number, camera: PerspectiveCamera): void {
    const { x, y, z } = camera.position;
    if (this.#openSea.visible) this.#openSea.position.setX(x).setZ(z);
    this.#rain.visible = this.#wet && !this.#still && this.#weather.now.rain > 0.01;
    this.#labels.begin();
    this.avatars.frame(dt, this.#labels, x, y, z);
    this.#diorama?.frame(seconds, this.#labels);
    if (this.island.group.visible) {
      const scenery = this.#still ? 0 : seconds;
      this.island.frame(scenery);
      this.island.gates.frame(seconds, this.#labels, x, z);
      this.island.map.frame(scenery, this.#labels, x, z);
      this.island.landmarks?.frame(scenery, this.#labels, x, z);
      this.island.workshops?.frame(this.#labels, x, z);
      this.#lights?.frame(this.#labels, x, y, z);
    }
    this.#labels.end();
    this.#celebration?.frame(seconds);
    const ahead = 14;
    this.#light.follow(x - Math.sin(camera.rotation.y) * ahead, y - 2, z - Math.cos(camera.rotation.y) * ahead);
  }

  dispose(scene: Scene): void {
    scene.remove(this.group);
    if (this.#diorama !== null) this.group.remove(this.#diorama.group);
    this.island.dispose();
    this.#disposed = true;
    this.#course?.dispose();
    this.#labels.dispose();
    this.#light.dispose();
    disposeTree(this.group);
  }

  #showIsland(): void {
    const onIsland = this.#scene === null && this.#diorama === null;
    this.island.group.visible = onIsland;
    this.#lights?.showOn(onIsland);
    this.#openSea.visible = !onIsland;
  }
}
