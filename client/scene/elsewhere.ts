/** What stands in the island's place, a course or a diorama, which a fresh stage shows again; and what happens there. */
import type { Scene as CourseScene } from '#shared/physics/scene.ts';
import type { CourseRun } from './course-view.ts';
import type { Diorama } from './diorama.ts';
import type { GhostPose } from './flock.ts';
import type { WorldStage } from './world-stage.ts';

/** One of both at a time, or neither: then the island is there. */
export class Elsewhere {
  #course: CourseScene | null = null;
  #diorama: Diorama | null = null;
  #stage: WorldStage | null = null;

  /** True while something stands in the island's place. */
  get isShown(): boolean {
    return this.#course !== null || this.#diorama !== null;
  }

  /** Goes over to a fresh stage; null when there is none any more. */
  showOn(stage: WorldStage | null): void {
    this.#stage = stage;
    stage?.showCourse(this.#course);
    stage?.showDiorama(this.#diorama);
  }

  /** Leaves the island for a course; all coordinates are the course's own from now on. */
  enterCourse(scene: CourseScene): void {
    this.#course = scene;
    this.#stage?.showCourse(scene);
  }

  /** Back to the island. */
  leaveCourse(): void {
    this.#course = null;
    this.setGhosts([]);
    this.#stage?.showCourse(null);
  }

  /** Shows a diorama in the island's place; null brings the island back. */
  showDiorama(diorama: Diorama | null): void {
    this.#diorama = diorama;
    this.#stage?.showDiorama(diorama);
  }

  /** Poses the moving pieces of the course from a run (a `Run` of shared/physics as it is). */
  pose(run: CourseRun): void {
    this.#stage?.pose(run);
  }

  /** The translucent runners of a recorded attempt, at most four, or none. */
  setGhosts(poses: readonly GhostPose[]): void {
    this.#stage?.avatars.setGhosts(poses);
  }

  /** Throws confetti at a place. */
  celebrate(x: number, y: number, z: number): void {
    this.#stage?.celebrate(x, y, z);
  }
}
