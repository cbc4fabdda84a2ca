/** A run of a course on the page: looked ahead in slices, played as the playhead says, alone or beside another. */
import type { PerspectiveCamera } from 'three';
import { shortest } from '#client/play/runner.ts';
import { Avatars } from '#client/scene/avatars.ts';
import { FollowCamera } from '#client/scene/follow-camera.ts';
import { type Flight, FreeEye } from '#client/scene/free-eye.ts';
import type { Labels } from '#client/scene/labels.ts';
import type { StageView, WatchStage } from '#client/scene/watch-stage.ts';
import { tapesOf } from '#content/families/parkour/instance.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import { FEEL } from '#shared/physics/feel.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { Payload } from '#shared/records/payload.ts';
import { BetweenTicks } from './between-ticks.ts';
import { Cast, type CastNames } from './cast.ts';
import { Film } from './film.ts';
import { Playhead } from './playhead.ts';
import type { OwnVerdict, Show } from './show.ts';

/** What a show of a course is made of. */
export interface CourseShowNeeds {
  readonly stage: WatchStage;
  readonly rapier: RapierModule;
  readonly scene: Scene;
  readonly payload: Payload;
  readonly who: CastNames;
  /** True when motion is not wanted. */
  readonly still: () => boolean;
}

/** Looking ahead takes this much of a frame, ms, in pieces of so many ticks. */
const AHEAD_MS = 7;
const AHEAD_TICKS = 4;
/** After a drag the camera stays as it was turned for a while, ms. */
const KEPT_MS = 3_000;
const TURN_PER_PIXEL = 0.006;
/** Further than this from frame to frame is a jump on the timeline: even fourfold speed is slower. */
const LEAP_TICKS = 62;

/** One course; everything in its own metres. */
export class CourseShow implements Show {
  readonly counts = 'ticks';
  readonly playhead: Playhead;
  readonly names: readonly string[];
  split = false;
  who = 0;
  readonly #needs: CourseShowNeeds;
  readonly #first: Cast;
  /** Raised with the first that is shown beside, and kept for those after it. */
  #otherAvatars: Avatars | null = null;
  #other: Cast | null = null;
  readonly #eyes = [new FollowCamera(), new FollowCamera()] as const;
  readonly #freeEye = new FreeEye();
  #free = false;
  #takeOver = false;
  #turnedMs = Number.NEGATIVE_INFINITY;
  #nowMs = 0;
  #lastAt = 0;
  #judged: ((verdict: OwnVerdict) => void) | null = null;

  constructor(needs: CourseShowNeeds) {
    const { stage, scene, payload, who } = needs;
    this.#needs = needs;
    this.#first = this.#castOf(payload, who, this.#raise());
    this.names = scene.starts.map((_, index) => this.#first.nameOf(index));
    this.playhead = new Playhead(FEEL.tickHz, this.#first.film.length);
    stage.sea = scene.kill / 64 - 14;
    stage.course.show(scene);
    this.#eyes[0].view.yaw = ((scene.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2;
  }

  get marks() {
    return this.#first.film.marks;
  }
  get known(): number {
    return Math.min(
      this.#knownOf(this.#first),
      this.#other === null ? Number.POSITIVE_INFINITY : this.#knownOf(this.#other),
    );
  }
  get free(): boolean {
    return this.#free;
  }
  set free(wanted: boolean) {
    this.#takeOver = wanted && !this.#free;
    this.#free = wanted;
  }

  beside(rival: { readonly payload: Payload; readonly who: CastNames } | null): void {
    const next = rival === null ? null : this.#castOf(rival.payload, rival.who, this.#rivals());
    this.#other?.film.free();
    this.#other = next;
    if (this.#otherAvatars !== null) this.#otherAvatars.group.visible = false;
    this.#measure();
  }

  turn(dx: number, dy: number): void {
    this.#turnedMs = this.#nowMs;
    const [yaw, pitch] = [-dx * TURN_PER_PIXEL, -dy * TURN_PER_PIXEL];
    if (this.#free) {
      this.#freeEye.turn(yaw, pitch);
      return;
    }
    const { view } = this.#eyes[0];
    view.yaw += yaw;
    view.pitch = Math.max(-1.4, Math.min(0.9, view.pitch + pitch));
  }

  slide(dx: number, dy: number): void {
    if (this.#free) this.#freeEye.fly({ right: -dx / 60, up: dy / 60, ahead: 0 }, 0.1);
    else this.turn(dx, dy);
  }

  zoom(factor: number): void {
    const { view } = this.#eyes[0];
    if (this.#free) this.#freeEye.fly({ right: 0, up: 0, ahead: factor < 1 ? 1 : -1 }, 0.12);
    else view.distance = Math.max(2, Math.min(40, view.distance * factor));
  }

  fly(flight: Flight, seconds: number, fast: boolean): void {
    if (this.#free) this.#freeEye.fly(flight, seconds, fast);
  }

  ownVerdict(): Promise<OwnVerdict> {
    return new Promise((resolve) => {
      this.#judged = resolve;
    });
  }

  frame(nowMs: number, seconds: number): void {
    this.#nowMs = nowMs;
    this.#lookAhead();
    const { playhead } = this;
    const before = playhead.at;
    playhead.advance(seconds, this.known);
    const moves = playhead.at !== before;
    const { tick, fraction } = playhead;
    for (const cast of this.#casts()) {
      const shown = cast.film.seek(tick);
      // Who stands at the end is not on the way to another tick.
      cast.pose(shown < tick ? 1 : fraction, moves && shown === tick);
    }
    this.#followWay(seconds, moves, Math.abs(playhead.at - this.#lastAt) > LEAP_TICKS);
    this.#lastAt = playhead.at;
    this.#needs.stage.render(nowMs / 1_000, this.#views(seconds * playhead.speed));
  }

  dispose(): void {
    for (const cast of this.#casts()) cast.film.free();
  }

  #castOf(payload: Payload, who: CastNames, avatars: Avatars): Cast {
    const { rapier, scene } = this.#needs;
    return new Cast(new Film(rapier, scene, tapesOf(payload, scene)), who, avatars);
  }

  #rivals(): Avatars {
    this.#otherAvatars ??= this.#raise();
    return this.#otherAvatars;
  }

  #raise(): Avatars {
    const { stage } = this.#needs;
    const avatars = new Avatars(stage.shared, stage.shadows);
    stage.add(avatars.group);
    return avatars;
  }

  *#casts(): Iterable<Cast> {
    yield this.#first;
    if (this.#other !== null) yield this.#other;
  }

  #knownOf({ film }: Cast): number {
    return film.ending === null ? film.known : Number.POSITIVE_INFINITY;
  }

  #lookAhead(): void {
    const beganMs = performance.now();
    for (const { film } of this.#casts()) {
      if (film.ending !== null) continue;
      while (performance.now() - beganMs < AHEAD_MS) if (film.lookAhead(AHEAD_TICKS)) this.#measure();
    }
    const { ending } = this.#first.film;
    if (ending === null || this.#judged === null) return;
    this.#judged({ value: ending.ticks, digest: ending.digest });
    this.#judged = null;
  }

  #measure(): void {
    this.playhead.reaches(Math.max(this.#first.film.length, this.#other?.film.length ?? 0));
  }

  /** The camera comes round behind whoever runs, unless it was just turned by hand. */
  #followWay(seconds: number, moves: boolean, leapt: boolean): void {
    const at = this.#first.at(this.who);
    if (at === undefined || this.#free || this.#nowMs - this.#turnedMs < KEPT_MS) return;
    const { view } = this.#eyes[0];
    // Elsewhere on the timeline one looks the way that is gone there.
    if (leapt) view.yaw = at.yaw;
    if (!moves || this.#needs.still()) return;
    const share = 1 - Math.exp(-1.4 * seconds * this.playhead.speed * Math.min(1, at.speed / 4));
    view.yaw += shortest(view.yaw, at.yaw) * share;
  }

  #views(seconds: number): readonly StageView[] {
    const other = this.#other;
    if (other === null || !this.split) return [this.#viewOf(this.#first, 0, seconds, other)];
    return [this.#viewOf(this.#first, 0, seconds, null), this.#viewOf(other, 1, seconds, null)];
  }

  /** @param pale a cast that is shown pale beside it */
  #viewOf(cast: Cast, index: 0 | 1, seconds: number, pale: Cast | null): StageView {
    const { stage } = this.#needs;
    return {
      prepare: (camera, labels) => {
        for (const each of this.#casts()) each.avatars.group.visible = each === cast;
        const { run } = cast.film.runner;
        stage.course.pose(new BetweenTicks(run, run.tick < this.playhead.tick ? 1 : this.playhead.fraction));
        cast.avatars.setGhosts(pale?.ghosts() ?? []);
        pale?.tag(labels);
        this.#place(camera, cast, index, seconds);
        this.#write(cast, camera, labels, seconds);
      },
    };
  }

  #write({ avatars }: Cast, camera: PerspectiveCamera, labels: Labels, seconds: number): void {
    const { x, y, z } = camera.position;
    avatars.frame(seconds, labels, x, y, z);
  }

  #place(camera: PerspectiveCamera, cast: Cast, index: 0 | 1, seconds: number): void {
    const { course } = this.#needs.stage;
    if (this.#takeOver) {
      this.#freeEye.take(camera);
      this.#takeOver = false;
    }
    if (this.#free) {
      this.#freeEye.place(camera);
      return;
    }
    const eye = this.#eyes[index];
    // Both look the same way, so that one compares what they do and not how they are seen.
    if (index === 1) Object.assign(eye.view, this.#eyes[0].view);
    const at = cast.at(Math.min(this.who, cast.film.scene.starts.length - 1));
    if (at !== undefined) eye.follow(at.x, at.y, at.z);
    eye.place(camera, seconds, (x, y, z) => course.blocked(x, y, z));
  }
}
