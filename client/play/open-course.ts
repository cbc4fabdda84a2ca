/** Makes a challenge playable: its scene through the parser of the world, the engine, and whoever's ghost is wished for. */
import { parseParkour } from '#content/families/parkour/instance.ts';
import { Engine, type RapierModule } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { fetchGhost, type GhostNeeds, type GhostRun, type GhostWish } from './fetch-ghost.ts';

/** Everything a try needs. */
export interface OpenCourse {
  readonly rapier: RapierModule;
  readonly scene: Scene;
  readonly ghost: GhostRun | null;
}

/** Opens courses one after another with one engine. */
export class CourseOpener {
  readonly #engine = new Engine();

  /** Starts fetching the engine, so that the first course opens at once. */
  warmUp(): Promise<RapierModule> {
    return this.#engine.load();
  }

  /** @throws DimensionError `instance.*`, `scene.*`, `engine.load` */
  async open(card: ChallengeCard, wish: GhostWish, needs: GhostNeeds): Promise<OpenCourse> {
    const { scene } = parseParkour(card.file.instance);
    const [rapier, ghost] = await Promise.all([this.#engine.load(), fetchGhost(wish, card, scene, needs)]);
    return { rapier, scene, ghost };
  }
}
