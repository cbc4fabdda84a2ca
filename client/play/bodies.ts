/** Puts bodies into the picture, every frame: who walks on the island, or who runs on a course. */
import type { AvatarPose } from '#client/net/avatar-pose.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { AvatarDraw } from '#client/scene/flock.ts';
import type { Gaze } from '#client/scene/stance.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { SEA_LEVEL } from '#content/world/island.ts';
import { SWIM_DEPTH } from '#shared/physics/stroll.ts';
import type { Companion } from './on-course.ts';
import type { RunnerPose } from './runner.ts';

const NO_TURN: Gaze = { yaw: 0, pitch: 0 };
/** How far a head turns to each side; who looks back over the shoulder keeps the head ahead. Radians. */
const NECK = 1.15;
const OVER_SHOULDER = 2.2;

/** Holds nothing but what it drew last. */
export class Bodies {
  readonly #scene: WorldScene;
  readonly #client: WorldClient;
  /** Drawn beside those who are there: only for measuring the picture. */
  crowd: readonly AvatarDraw[] = [];
  #drawn: readonly AvatarDraw[] = [];

  constructor(scene: WorldScene, client: WorldClient) {
    this.#scene = scene;
    this.#client = client;
  }

  /** Everybody as drawn in the last frame. */
  get drawn(): readonly AvatarDraw[] {
    return this.#drawn;
  }

  /** Everybody on the island, oneself by prediction; `self` is null until the room has shown it. */
  drawWalkers(nowMs: number): { readonly self: AvatarPose | null; readonly others: readonly AvatarPose[] } {
    const self = this.#client.self();
    const others = this.#client.others(nowMs);
    const list = others.map((pose) => draw(pose, null));
    if (self !== null) list.push(draw(self, this.#ownHead(self.yaw)));
    list.push(...this.crowd);
    this.#show(list);
    return { self, others };
  }

  /** On a course: oneself, the others under their names, and those that one moves oneself in colours of their own. */
  drawRunner(pose: RunnerPose, companions: readonly Companion[]): void {
    const self = this.#client.self();
    if (self === null) return;
    const runner = (at: RunnerPose, more: Partial<AvatarDraw>): AvatarDraw => ({
      ...{ ...draw(self, NO_TURN), ...at, air: at.grounded ? 0 : 1, gesture: 'none', swims: false, head: NO_TURN },
      ...more,
    });
    this.#show([
      runner(pose, {}),
      ...companions.map((at, index) =>
        runner(at, {
          id: `companion ${index}`,
          name: at.name ?? '',
          look: at.look ?? self.colour + 1 + index,
          isSelf: false,
        }),
      ),
    ]);
  }

  #show(list: readonly AvatarDraw[]): void {
    this.#drawn = list;
    this.#scene.setAvatars(list);
  }

  /** One's own head follows the camera as far as a neck turns; nobody else sees it. */
  #ownHead(bodyYaw: number): Gaze {
    const { yaw, pitch } = this.#scene.camera.view;
    const turn = yaw - bodyYaw - Math.PI * 2 * Math.round((yaw - bodyYaw) / (Math.PI * 2));
    if (Math.abs(turn) > OVER_SHOULDER) return NO_TURN;
    return { yaw: Math.min(NECK, Math.max(-NECK, turn)), pitch: Math.min(0.4, Math.max(-0.4, pitch + 0.2)) };
  }
}

/** @param head where one's own head is turned to; null for everybody else */
function draw(pose: AvatarPose, head: Gaze | null): AvatarDraw {
  return {
    id: pose.session,
    name: pose.name,
    look: pose.colour,
    x: pose.x,
    y: pose.y,
    z: pose.z,
    yaw: pose.yaw,
    speed: pose.speed,
    air: pose.grounded ? 0 : 1,
    gesture: pose.gesture,
    swims: pose.y < SEA_LEVEL - SWIM_DEPTH + 0.12,
    head,
    skin: pose.skin,
    isSelf: head !== null,
    isMachine: pose.machine,
  };
}
