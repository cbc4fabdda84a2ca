/** A visitor at a workbench: pointer, keys and picture around one bench, until it is left. */

import { isTyping } from '#client/input/keyboard.ts';
import type { Bodies } from '#client/play/bodies.ts';
import { PIECE_HEIGHT } from '#client/scene/bench-view.ts';
import { PLINTH_RADIUS } from '#client/scene/plinth.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { Vec3 } from '#content/families/family.ts';
import type { Bench } from './bench.ts';
import type { BenchJudge } from './bench-judge.ts';
import { benchKey } from './bench-keys.ts';
import { BenchPicture } from './bench-picture.ts';
import { BenchPointing } from './bench-pointing.ts';
import type { KeyPress } from './hand.ts';
import type { HandIn } from './hand-in.ts';
import { FIRST_YAW } from './sight.ts';
import { VectorsHand } from './vectors-hand.ts';

/** What a visit needs of the page around it. */
export interface BenchVisitNeeds {
  readonly scene: WorldScene;
  readonly bodies: Bodies;
  readonly canvas: HTMLCanvasElement;
  readonly bench: Bench;
  readonly judge: BenchJudge;
  readonly handIn: HandIn;
  /** True when motion is not wanted. */
  readonly still: () => boolean;
  /** What the canvas is while it is a bench, for whoever cannot see it. */
  readonly label: string;
  readonly onLeave: () => void;
}

/** A page not wider than this has its panels at the foot, px. */
const NARROW = 760;
/** How far from the middle those stand who look on, m, and where the eye is then, radians. */
const BESIDE = { yaw: FIRST_YAW, far: PLINTH_RADIUS * 0.84 } as const;

/** One visit; `leave` ends it. */
export class BenchVisit {
  readonly #needs: BenchVisitNeeds;
  readonly #picture: BenchPicture;
  readonly #pointing: BenchPointing;
  readonly #before: { readonly yaw: number; readonly pitch: number; readonly distance: number };
  readonly #label: string;
  #cheered = false;

  constructor(needs: BenchVisitNeeds) {
    const { scene, canvas, bench, label } = needs;
    this.#needs = needs;
    this.#before = { ...scene.camera.view };
    this.#picture = new BenchPicture(scene, bench);
    this.#cover();
    this.#picture.frameAll(true);
    // Before the first picture, too: whoever points at once points at what they will see.
    this.#look();
    this.#pointing = this.#listen(canvas);
    addEventListener('keydown', this.#key);
    addEventListener('keyup', this.#endOfKey);
    addEventListener('resize', this.#cover);
    this.#label = canvas.getAttribute('aria-label') ?? '';
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', label);
    canvas.tabIndex = 0;
    canvas.focus();
  }

  get bench(): Bench {
    return this.#needs.bench;
  }

  /** One picture. @param seconds since the last */
  frame(seconds: number): void {
    const { bench } = this.#needs;
    bench.advance(seconds);
    this.#picture.sight.advance(seconds);
    this.#look();
    this.#picture.draw();
    this.#placeBystanders();
    this.#cheer();
  }

  /** What a button of the page asks of the hand, as the key of this code would. */
  press(code: string): void {
    this.#handKey({ code, shift: false });
  }

  /** Lets everything come to rest; only beacons do. */
  settle(): void {
    const { bench, still } = this.#needs;
    if (bench.hand.kind === 'vectors') void bench.settle(still());
  }

  shake(): void {
    const { bench } = this.#needs;
    if (bench.hand instanceof VectorsHand) bench.change(bench.hand.shaken(bench.work, Math.random));
  }

  frameAll(): void {
    this.#picture.frameAll(this.#needs.still());
  }

  /** Puts the keyboard on the bench. */
  focus(): void {
    this.#needs.canvas.focus();
  }

  /** Where a place of the payload is seen on the page, CSS pixels. */
  onPage(place: Vec3): { readonly x: number; readonly y: number } {
    const box = this.#needs.canvas.getBoundingClientRect();
    const [x, y] = this.#picture.onPicture(place);
    return { x: box.left + ((x + 1) / 2) * box.width, y: box.top + ((1 - y) / 2) * box.height };
  }

  leave(): void {
    const { scene, canvas, judge, bench } = this.#needs;
    // What a key or a finger was about is kept, too.
    bench.endGesture();
    removeEventListener('keydown', this.#key);
    removeEventListener('keyup', this.#endOfKey);
    removeEventListener('resize', this.#cover);
    this.#pointing.detach();
    this.#picture.sight.release();
    judge.close();
    scene.elsewhere.setGhosts([]);
    scene.elsewhere.showDiorama(null);
    this.#picture.dispose();
    Object.assign(scene.camera.view, this.#before);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', this.#label);
    canvas.removeAttribute('tabindex');
  }

  #listen(canvas: HTMLCanvasElement): BenchPointing {
    const { bench } = this.#needs;
    const picture = this.#picture;
    const { sight } = picture;
    return new BenchPointing(canvas, {
      press: (x, y) => bench.hand.press(picture.ray(x, y), bench.work),
      drag: (x, y) => bench.change(bench.hand.drag(picture.ray(x, y), picture.gaze(), bench.work), 'drag'),
      release: () => bench.endGesture(),
      tap: (x, y) => bench.change(bench.hand.tap(picture.ray(x, y), bench.work)),
      hover: (at) => bench.hand.hover(at === null ? null : picture.ray(...at), bench.work),
      circle: (dx, dy) => sight.orbit.circle(dx, dy),
      slide: (dx, dy) => sight.slide(dx, dy),
      zoom: (factor) => sight.zoom(factor),
    });
  }

  /** Tells the eye what panels cover: the left of a wide page, head and foot of a narrow one. */
  readonly #cover = (): void => {
    const { sight } = this.#picture;
    const narrow = innerWidth <= NARROW;
    const [head, foot] = [Math.min(0.3, 190 / innerHeight), Math.min(0.3, 180 / innerHeight)];
    sight.covered = narrow
      ? { left: 0, top: head, bottom: foot }
      : { left: Math.min(0.4, 340 / innerWidth), top: 0, bottom: 0.1 };
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { bench, handIn, onLeave } = this.#needs;
    const known = benchKey(event, {
      undo: () => bench.undo(),
      redo: () => bench.redo(),
      back: () => (handIn.state.value.kind === 'idle' ? onLeave() : handIn.close()),
      turn: (yaw, pitch) => this.#picture.sight.turn(yaw, pitch),
      zoom: (factor) => this.#picture.sight.zoom(factor),
      frame: () => this.frameAll(),
      settle: () => this.settle(),
      shake: () => this.shake(),
      hand: (press) => this.#handKey(press),
    });
    if (known) event.preventDefault();
  };

  #look(): void {
    const { scene } = this.#needs;
    this.#picture.sight.place((eye, target) => scene.camera.hold(eye, target));
  }

  /** A key that is held is one step back, and pressed again another. */
  readonly #endOfKey = (event: KeyboardEvent): void => {
    if (!isTyping(event.target)) this.#needs.bench.endGesture();
  };

  /** True when the hand knows the key. */
  #handKey(press: KeyPress): boolean {
    const { bench } = this.#needs;
    const keyed = bench.hand.key(press, this.#picture.gaze(), bench.work);
    if (keyed === null) return false;
    const saw = this.#picture.seesAll();
    bench.change(keyed.work, keyed.gesture);
    // What was turned out of the picture is followed, unless one had come closer on purpose.
    if (saw && !this.#picture.seesAll()) this.frameAll();
    return true;
  }

  /** The visitor to the left of the piece, the best machine, pale, to its right: both look at it. */
  #placeBystanders(): void {
    const { scene, bodies, bench } = this.#needs;
    bodies.drawRunner({ ...beside(-1), vy: 0, grounded: true }, []);
    scene.elsewhere.setGhosts(bench.card.value.machine.length > 0 ? [{ ...beside(1), air: 0 }] : []);
  }

  /** Confetti, once, when the server says that it is a laurel. */
  #cheer(): void {
    const { scene, handIn } = this.#needs;
    const state = handIn.state.value;
    const won = state.kind === 'held' && state.laurel;
    if (won && !this.#cheered) scene.elsewhere.celebrate(0, PIECE_HEIGHT, 0);
    this.#cheered = won;
  }
}

/** Where somebody stands on one side of the piece, as it is first seen. */
function beside(side: 1 | -1) {
  const { yaw, far } = BESIDE;
  const [x, z] = [Math.cos(yaw) * far * side, -Math.sin(yaw) * far * side];
  return { x, y: 0.03, z, yaw: Math.atan2(x, z), speed: 0 };
}
