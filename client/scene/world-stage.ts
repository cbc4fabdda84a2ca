/** Everything that is built for one tier of quality: island, course, people, labels, light, under one sky. */
import { Group, type PerspectiveCamera, type Scene } from 'three';
import type { Scene as CourseScene } from '#shared/physics/scene.ts';
import { Avatars } from './avatars.ts';
import { Celebration } from './celebration.ts';
import { CourseView } from './course-view.ts';
import { isInIsland } from './island-blocks.ts';
import { disposeTree, type IslandScene } from './island-scene.ts';
import { Labels } from './labels.ts';
import type { Quality } from './quality.ts';
import { buildSky } from './sky.ts';
import { StageLight } from './stage-light.ts';
import type { SharedUniforms } from './styl.ts';
import { buildWater } from './water.ts';

/** The stage of the world; the scene above it keeps what was asked for when a stage is rebuilt. */
export class WorldStage {
  readonly group = new Group();
  readonly island: IslandScene;
  readonly course: CourseView;
  readonly avatars: Avatars;
  readonly celebration: Celebration;
  readonly #labels: Labels;
  readonly #light: StageLight;
  readonly #openSea;
  #inCourse = false;

  constructor(shared: SharedUniforms, quality: Quality, island: IslandScene, seed: number) {
    const shadows = quality.shadow > 0;
    this.island = island;
    this.course = new CourseView(shared, shadows);
    this.avatars = new Avatars(shared, shadows, !shadows && quality.fancy);
    this.celebration = new Celebration(shared, seed);
    this.#labels = new Labels(shared);
    this.#light = new StageLight(quality.shadow);
    this.#openSea = buildWater(shared, null);
    this.#openSea.visible = false;
    this.group.add(buildSky(shared), this.#light.group, island.group, this.course.group, this.#openSea);
    this.group.add(this.avatars.group, this.celebration.mesh, this.#labels.mesh);
  }

  showCourse(scene: CourseScene | null): void {
    this.#inCourse = scene !== null;
    this.island.group.visible = scene === null;
    this.course.group.visible = scene !== null;
    this.#openSea.visible = scene !== null;
    if (scene === null) this.course.clear();
    else {
      this.course.show(scene);
      this.#openSea.position.y = scene.kill / 64 - 14;
    }
  }

  blocked(x: number, y: number, z: number): boolean {
    return this.#inCourse ? this.course.blocked(x, y, z) : isInIsland(x, y, z);
  }

  frame(seconds: number, dt: number, camera: PerspectiveCamera): void {
    const { x, y, z } = camera.position;
    if (this.#inCourse) this.#openSea.position.setX(x).setZ(z);
    this.#labels.begin();
    this.avatars.frame(dt, this.#labels, x, y, z);
    if (!this.#inCourse) {
      this.island.frame(seconds);
      this.island.gates.frame(seconds, this.#labels, x, z);
    }
    this.#labels.end();
    this.celebration.frame(seconds);
    const ahead = 14;
    this.#light.follow(x - Math.sin(camera.rotation.y) * ahead, y - 2, z - Math.cos(camera.rotation.y) * ahead);
  }

  dispose(scene: Scene): void {
    scene.remove(this.group);
    this.island.dispose();
    this.course.clear();
    this.#labels.dispose();
    this.#light.dispose();
    disposeTree(this.group);
  }
}
