/** Hands on the map: drag, wheel and pinch, keys; a click picks what lies there. */
import {
  kept,
  type MapSize,
  type MapView,
  type Pixel,
  panned,
  toGround,
  toPixel,
  wholeView,
  zoomed,
} from './map-view.ts';
import type { Place } from './place.ts';

/** What the hands change. */
export interface MapHandNeeds {
  readonly places: () => readonly Place[];
  /** Redraws: the view has changed. */
  readonly changed: () => void;
  readonly pick: (place: Place) => void;
  /** Bare ground was chosen. */
  readonly choose: (at: { readonly x: number; readonly z: number }) => void;
}

/** A click this near to a mark means it, and a pointer that moved less was a click, px. */
const REACH = 20;
const STILL = 6;
const STEP = 48;
const CLOSER = 1.35;

/** The view of one map on one element. */
export class MapHand {
  readonly #needs: MapHandNeeds;
  readonly #element: HTMLElement;
  readonly #pointers = new Map<number, Pixel>();
  #size: MapSize = { width: 1, height: 1 };
  #view: MapView = wholeView({ width: 1, height: 1 });
  #moved = 0;

  constructor(element: HTMLElement, needs: MapHandNeeds) {
    this.#element = element;
    this.#needs = needs;
    element.addEventListener('pointerdown', this.#down);
    element.addEventListener('pointermove', this.#move);
    element.addEventListener('pointerup', this.#up);
    element.addEventListener('pointercancel', this.#up);
    element.addEventListener('wheel', this.#wheel, { passive: false });
    element.addEventListener('keydown', this.#key);
  }

  get view(): MapView {
    return this.#view;
  }

  get size(): MapSize {
    return this.#size;
  }

  /** The picture has this size from now on; the first time everything is shown. */
  resize(size: MapSize): void {
    const first = this.#size.width === 1;
    this.#size = size;
    this.#set(first ? wholeView(size) : kept(this.#view, size));
  }

  /** Nearer or farther, around the middle. */
  zoom(factor: number): void {
    this.#set(zoomed(this.#view, this.#size, this.#middle, factor));
  }

  /** Brings a place into the middle. */
  centre({ x, z }: { readonly x: number; readonly z: number }): void {
    this.#set(kept({ x, z, scale: Math.max(2.4, this.#view.scale) }, this.#size));
  }

  get #middle(): Pixel {
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  #set(view: MapView): void {
    this.#view = view;
    this.#needs.changed();
  }

  readonly #down = (event: PointerEvent): void => {
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, this.#at(event));
    this.#element.setPointerCapture(event.pointerId);
  };

  readonly #move = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.#at(event);
    const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    this.#pointers.set(event.pointerId, now);
    this.#moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (other === undefined) this.#set(panned(this.#view, this.#size, now.x - before.x, now.y - before.y));
    else {
      const wide =
        Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      this.#set(zoomed(this.#view, this.#size, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, wide));
    }
  };

  readonly #up = (event: PointerEvent): void => {
    const was = this.#pointers.delete(event.pointerId);
    if (was && event.type === 'pointerup' && this.#pointers.size === 0 && this.#moved < STILL)
      this.#tap(this.#at(event));
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#set(zoomed(this.#view, this.#size, this.#at(event), Math.exp(-event.deltaY * 0.0016)));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    if (right !== 0 || down !== 0) this.#set(panned(this.#view, this.#size, -right * STEP, -down * STEP));
    else if (event.key === '+' || event.key === '=') this.zoom(CLOSER);
    else if (event.key === '-') this.zoom(1 / CLOSER);
    else if (event.key === 'Enter' || event.key === ' ') this.#tap(this.#middle);
    else return;
    // The world below must not walk by the keys of the map.
    event.preventDefault();
    event.stopPropagation();
  };

  #tap(at: Pixel): void {
    const away = (place: Place) => {
      const { x, y } = toPixel(this.#view, this.#size, place);
      return Math.hypot(x - at.x, y - at.y);
    };
    const marks = this.#needs.places().filter(({ kind }) => kind !== 'island' && kind !== 'garden');
    const nearest = marks.reduce<Place | null>(
      (best, one) => (best === null || away(one) < away(best) ? one : best),
      null,
    );
    if (nearest !== null && away(nearest) < REACH) this.#needs.pick(nearest);
    else this.#needs.choose(toGround(this.#view, this.#size, at));
  }

  #at(event: MouseEvent): Pixel {
    const box = this.#element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
