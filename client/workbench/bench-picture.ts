/** The bench as it is seen: between the payload's own numbers, the family's metres, the world's metres and the picture. */
import { BenchView } from '#client/scene/bench-view.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { scale, subtract } from '#shared/maths/vector.ts';
import type { Bench } from './bench.ts';
import { type Frame, frameOf, fromMetres, toMetres } from './frame.ts';
import type { Gaze, HandMarks, Work } from './hand.ts';
import { Sight } from './sight.ts';
import { ballAround, type Ray } from './space.ts';

const NOTHING: Drawing = { points: [], links: [], boxes: [], beams: [], labels: [] };

/** Draws one bench and knows what lies under a point of the picture. */
export class BenchPicture {
  readonly sight: Sight;
  readonly #bench: Bench;
  readonly #view: BenchView;
  readonly #frame: Frame;
  #seen: Work | null = null;
  #marked = -1;

  constructor(scene: WorldScene, bench: Bench) {
    this.#bench = bench;
    this.#view = new BenchView(scene.dioramaNeeds);
    this.sight = new Sight(scene.camera.eye);
    this.#frame = this.#learnFrame();
    const { middle, radius } = bench.hand.home;
    this.#view.frameOn(toMetres(this.#frame, middle), radius * this.#frame.scale);
    scene.elsewhere.showDiorama(this.#view);
  }

  /** Shows what changed since the last call; once a frame. */
  draw(): void {
    const work = this.#bench.shown.value;
    if (work !== this.#seen) {
      this.#seen = work;
      this.#marked = -1;
      const drawing = this.#bench.draw(work);
      if (drawing !== null) this.#view.show(drawing, this.#asideOf(drawing, work));
    }
    const { hand } = this.#bench;
    if (this.#marked !== hand.changes.value) {
      this.#marked = hand.changes.value;
      this.#view.mark(this.#inMetres(hand.marks(work)));
    }
    this.#view.face(this.sight.eye());
  }

  /** The ray through a point of the picture, in the payload's own numbers. */
  ray(x: number, y: number): Ray {
    const { from, along } = this.sight.ray(x, y);
    return { from: this.#toHand(from), along: scale(along, 1 / (this.#frame.scale * this.#view.scale)) };
  }

  /** How one looks at the work now. */
  gaze(): Gaze {
    return { eye: this.#toHand(this.sight.eye()), ...this.sight.directions() };
  }

  /** Goes where the whole work is seen. @param still be there at once */
  frameAll(still: boolean): void {
    const { middle, radius } = this.#whole();
    this.sight.frameOn(middle, radius, still);
  }

  /** True when the whole work is within the picture. */
  seesAll(): boolean {
    const { middle, radius } = this.#whole();
    return this.sight.sees(middle, radius);
  }

  /** Where a place of the payload is seen: (−1…1, −1…1) from the lower left. */
  onPicture(place: Vec3): readonly [x: number, y: number] {
    return this.sight.onPicture(this.#toWorld(place));
  }

  dispose(): void {
    this.#view.dispose();
  }

  /** A ball around the work, metres of the world; only a chain grows and shrinks. */
  #whole(): { readonly middle: Vec3; readonly radius: number } {
    const { hand, work } = this.#bench;
    const { middle, radius } = hand.kind === 'moves' ? ballAround(work) : hand.home;
    return { middle: this.#toWorld(middle), radius: radius * this.#frame.scale * this.#view.scale };
  }

  #toWorld(place: Vec3): Vec3 {
    return this.#view.toWorld(toMetres(this.#frame, place));
  }

  #toHand(place: Vec3): Vec3 {
    return fromMetres(this.#frame, this.#view.toDrawing(place));
  }

  /** The frame of the hand's first work, or of its two furthest places where it begins empty. */
  #learnFrame(): Frame {
    const { hand } = this.#bench;
    const { middle } = hand.home;
    const probe: Work = hand.first.length > 1 ? hand.first : [[0, 0, 0], scale(middle, 2)];
    return frameOf(this.#bench.draw(probe) ?? NOTHING, probe);
  }

  /** A family may draw a chain around its own middle: here what was not moved stays where it is. */
  #asideOf(drawing: Drawing, work: Work): Vec3 {
    const [place, point] = [work[0], drawing.points[0]];
    if (this.#bench.hand.kind !== 'moves' || place === undefined || point === undefined) return [0, 0, 0];
    return subtract(toMetres(this.#frame, place), point.at);
  }

  #inMetres({ dots, cursors, sheet, globe }: HandMarks): HandMarks {
    const { scale: size } = this.#frame;
    const put = <M extends { readonly at: Vec3; readonly radius: number }>(mark: M): M => ({
      ...mark,
      at: toMetres(this.#frame, mark.at),
      radius: mark.radius * size,
    });
    return {
      dots: dots.map(put),
      cursors: cursors.map(put),
      sheet: sheet === null ? null : { at: toMetres(this.#frame, sheet.at), half: scale(sheet.half, size) },
      globe: globe === null ? null : put(globe),
    };
  }
}
