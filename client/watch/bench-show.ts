/** A solution that no feet ran, on the page: drawn as on the workbench, its pieces placed one after another. */
import type { PerspectiveCamera } from 'three';
import { Orbit } from '#client/create/orbit.ts';
import { BenchView, PIECE_HEIGHT, PIECE_RADIUS } from '#client/scene/bench-view.ts';
import type { StageView, WatchStage } from '#client/scene/watch-stage.ts';
import { BenchJudge } from '#client/workbench/bench-judge.ts';
import { ballAround } from '#client/workbench/space.ts';
import type { AnyFamily, Drawing } from '#content/families/family.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { CastNames } from './cast.ts';
import { drawnSoFar, piecesOf } from './drawn-so-far.ts';
import type { Mark } from './film.ts';
import { Playhead } from './playhead.ts';
import type { OwnVerdict, Show } from './show.ts';

/** What a show of a drawing is made of. */
export interface BenchShowNeeds {
  readonly stage: WatchStage;
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly file: ChallengeFile;
  readonly payload: Payload;
  readonly who: CastNames;
}

/** Pieces a second, but at most so many seconds for all of them. */
const PACE = 4;
const LONGEST_SECONDS = 18;
const FIRST_VIEW = { yaw: 0.5, pitch: -0.3 } as const;
/** Radii of the piece that the picture has room for. */
const ROOM = 1.35;

interface Bench {
  readonly drawing: Drawing;
  readonly view: BenchView;
  shown: number;
}

/** One drawing, or two side by side, each on a plinth of its own. */
export class BenchShow implements Show {
  readonly counts = 'pieces';
  readonly playhead: Playhead;
  readonly names: readonly string[];
  readonly marks: readonly Mark[] = [];
  split = false;
  who = 0;
  readonly #needs: BenchShowNeeds;
  readonly #first: Bench;
  #other: Bench | null = null;
  readonly #orbit: Orbit;
  readonly #judge: BenchJudge;

  constructor(needs: BenchShowNeeds) {
    const { stage, family, instance, file, payload, who } = needs;
    this.#needs = needs;
    this.names = [who.names[0] ?? ''];
    this.#first = this.#benchOf(payload);
    const pieces = piecesOf(this.#first.drawing);
    this.playhead = new Playhead(Math.max(PACE, pieces / LONGEST_SECONDS), pieces);
    // All of it is there at first: whoever wants to see how it is made goes back.
    this.playhead.seek(pieces);
    this.#judge = new BenchJudge({ family, instance, file, heavy: true });
    this.#orbit = new Orbit(stage.fov);
    Object.assign(this.#orbit, FIRST_VIEW, { target: { x: 0, y: PIECE_HEIGHT, z: 0 } });
    stage.sea = this.#first.view.sea;
    this.#orbit.distance = (ROOM * PIECE_RADIUS) / Math.tan((stage.fov * Math.PI) / 360);
  }

  get known(): number {
    return Number.POSITIVE_INFINITY;
  }
  get free(): boolean {
    return false;
  }
  set free(_wanted: boolean) {
    // The eye circles the piece as freely as there is need for.
  }

  beside(rival: { readonly payload: Payload; readonly who: CastNames } | null): void {
    const next = rival === null ? null : this.#benchOf(rival.payload);
    this.#drop(this.#other);
    this.#other = next;
    this.playhead.reaches(Math.max(piecesOf(this.#first.drawing), next === null ? 0 : piecesOf(next.drawing)));
  }

  turn(dx: number, dy: number): void {
    this.#orbit.circle(dx, dy);
  }

  slide(dx: number, dy: number): void {
    this.#orbit.slide(dx, dy);
  }

  zoom(factor: number): void {
    this.#orbit.zoom(factor);
  }

  fly(): void {
    // There is nothing to fly to.
  }

  async ownVerdict(): Promise<OwnVerdict | null> {
    const judged = await this.#judge.judge(this.#needs.payload);
    if (typeof judged === 'string') return null;
    return judged.ok ? { value: judged.value, digest: judged.digest } : { value: null, digest: judged.digest ?? null };
  }

  frame(nowMs: number, seconds: number): void {
    const { playhead } = this;
    playhead.advance(seconds, playhead.length);
    const other = this.#other;
    const benches = other === null || !this.split ? [this.#first] : [this.#first, other];
    this.#needs.stage.render(
      nowMs / 1_000,
      benches.map((bench) => this.#viewOf(bench)),
    );
  }

  dispose(): void {
    this.#judge.close();
    this.#drop(this.#first);
    this.#drop(this.#other);
  }

  #benchOf(payload: Payload): Bench {
    const { stage, family, instance } = this.#needs;
    const drawing = family.show(instance, family.parsePayload(payload, instance));
    const view = new BenchView(stage.dioramaNeeds);
    const { links, boxes } = drawing;
    const ends = links.flatMap(({ from, to }) => [from, to]);
    const { middle, radius } = ballAround([...drawing.points, ...boxes].map(({ at }) => at).concat(ends));
    view.frameOn(middle, radius);
    view.mark({ dots: [], cursors: [], sheet: null, globe: null });
    stage.add(view.group);
    return { drawing, view, shown: -1 };
  }

  #drop(bench: Bench | null): void {
    if (bench === null) return;
    this.#needs.stage.remove(bench.view.group);
    bench.view.dispose();
  }

  #viewOf(bench: Bench): StageView {
    return {
      prepare: (camera, labels) => {
        for (const each of [this.#first, this.#other]) if (each !== null) each.view.group.visible = each === bench;
        this.#grow(bench);
        bench.view.frame(0, labels);
        this.#look(camera);
      },
    };
  }

  #grow(bench: Bench): void {
    const pieces = Math.min(piecesOf(bench.drawing), Math.floor(this.playhead.at + 1e-9));
    if (pieces === bench.shown) return;
    bench.shown = pieces;
    bench.view.show(drawnSoFar(bench.drawing, pieces), [0, 0, 0]);
  }

  /** From further away in a narrow picture, so that as much is seen as in a wide one. */
  #look(camera: PerspectiveCamera): void {
    const { target } = this.#orbit;
    const eye = this.#orbit.eye();
    const away = 1 / Math.min(1, camera.aspect);
    const from = (at: 'x' | 'y' | 'z') => target[at] + (eye[at] - target[at]) * away;
    // The eye does not go below the stone.
    camera.position.set(from('x'), Math.max(0.6, from('y')), from('z'));
    camera.lookAt(target.x, target.y, target.z);
  }
}
