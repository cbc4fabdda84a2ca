/** Playing the draft in place: the same steps as the server's, then back to the very same edit state. */

import { Attempt, type Hand } from '#client/play/attempt.ts';
import type { Devices } from '#client/play/devices.ts';
import type { RunnerPose } from '#client/play/runner.ts';
import type { Avatars } from '#client/scene/avatars.ts';
import type { CourseStage } from '#client/scene/course-stage.ts';
import type { AvatarDraw } from '#client/scene/flock.ts';
import { FollowCamera } from '#client/scene/follow-camera.ts';
import type { Labels } from '#client/scene/labels.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';

/** How a try went, for the page. */
export interface PlayTestView {
  readonly phase: 'ready' | 'running' | 'goal' | 'time';
  readonly ticks: number;
  readonly checkpoint: number;
  readonly checkpoints: number;
  readonly falls: number;
  /** Which of how many characters is moved. */
  readonly who: number;
  readonly starts: number;
}

/** What a play-test is given; `avatars` and `labels` outlive it. */
export interface PlayTestNeeds {
  readonly stage: CourseStage;
  readonly devices: Devices;
  readonly rapier: RapierModule;
  /** Raised once a page: every play-test puts them on the stage and takes them off again. */
  readonly avatars: Avatars;
  readonly labels: Labels;
  /** What the tag over the head says. */
  readonly name: string;
  /** The goal was reached with these tapes, one for each start. */
  readonly onClear: (tapes: readonly Uint8Array[], ticks: number) => void;
}

/** One play-test; `leave` takes it away again. */
export class PlayTest {
  readonly follow = new FollowCamera();
  readonly #needs: PlayTestNeeds;
  readonly #attempt: Attempt;
  readonly #hand: Hand;

  constructor(needs: PlayTestNeeds, scene: Scene) {
    this.#needs = needs;
    needs.stage.scene.add(needs.avatars.group, needs.labels.mesh);
    this.follow.view.yaw = ((scene.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2;
    this.#hand = needs.devices.hand(() => this.follow.view.yaw);
    this.#attempt = new Attempt(needs.rapier, scene, null, {
      began: () => undefined,
      ticked: () => undefined,
      ended: (phase) => {
        if (phase === 'goal') needs.onClear(this.#attempt.tapes, this.#attempt.runner.run.goalTick);
      },
    });
  }

  /** The view turns to where the body looks. */
  lookAhead(): void {
    this.#needs.devices.turnTo(this.#attempt.pose().yaw);
  }

  frame(seconds: number, nowSeconds: number): void {
    const { stage, avatars, labels, devices } = this.#needs;
    devices.turn(this.follow.view, seconds);
    this.#attempt.advance(seconds, this.#hand);
    const pose = this.#attempt.pose();
    stage.course.pose(this.#attempt.runner.run);
    avatars.set([
      drawn(pose, 7, this.#needs.name),
      ...this.#attempt.companions().map((other, index) => drawn(other, 8 + index, '')),
    ]);
    this.follow.follow(pose.x, pose.y, pose.z);
    this.follow.place(stage.camera, seconds, (x, y, z) => stage.course.blocked(x, y, z));
    const { x, y, z } = stage.camera.position;
    labels.begin();
    avatars.frame(seconds, labels, x, y, z);
    labels.end();
    stage.render(nowSeconds);
  }

  view(): PlayTestView {
    const { run } = this.#attempt.runner;
    return {
      phase: this.#attempt.phase,
      ticks: run.goalTick >= 0 ? run.goalTick : run.tick,
      checkpoint: run.checkpoint,
      checkpoints: run.scene.checkpoints.length,
      falls: run.falls,
      who: this.#attempt.who,
      starts: run.scene.starts.length,
    };
  }

  restart(): void {
    this.#attempt.restart();
  }

  /** On a course for several: moves the next of them. */
  switchOver(): void {
    this.#attempt.switchOver();
  }

  leave(): void {
    const { stage, avatars, labels } = this.#needs;
    stage.scene.remove(avatars.group, labels.mesh);
    this.#attempt.free();
  }
}

/** One of the builder's characters; only the one that is moved goes by their name. */
function drawn(pose: RunnerPose, look: number, name: string): AvatarDraw {
  return {
    ...pose,
    id: `self ${look}`,
    name,
    look,
    air: pose.grounded ? 0 : 1,
    gesture: 'none',
    swims: false,
    head: null,
    skin: '',
    isSelf: name !== '',
    isMachine: false,
  };
}
