/** Looking around: drag anywhere on the world with a pointer, or lock the mouse; wheel and pinch change the distance. */

/** Where the camera looks from. `yaw` and `pitch` in radians, `distance` in metres behind the shoulder. */
export interface View {
  yaw: number;
  pitch: number;
  distance: number;
}

const PITCH = { low: -1.2, high: 0.55 } as const;
const DISTANCE = { near: 2.2, far: 16 } as const;
/** Radians a pixel at sensitivity 1. */
const PER_PIXEL = 0.0042;

/** Keeps a view within what a neck can do. */
export function clampView(view: View): void {
  view.pitch = Math.min(PITCH.high, Math.max(PITCH.low, view.pitch));
  view.distance = Math.min(DISTANCE.far, Math.max(DISTANCE.near, view.distance));
}

/** Turns pointer motion over `surface` into motion of a view; a tap that did not drag is handed to `onTap`. */
export class Look {
  readonly view: View;
  sensitivity = 1;
  /** Up looks down. */
  inverted = false;
  /** A click takes the mouse until Esc. */
  locks = false;
  readonly #surface: HTMLElement;
  readonly #onTap: (x: number, y: number) => void;
  #pointer: number | null = null;
  /** A second finger, which pinches. */
  #second: { readonly id: number; x: number; y: number } | null = null;
  #x = 0;
  #y = 0;
  #travel = 0;

  constructor(surface: HTMLElement, view: View, onTap: (x: number, y: number) => void) {
    this.#surface = surface;
    this.view = view;
    this.#onTap = onTap;
    surface.addEventListener('pointerdown', this.#down);
    surface.addEventListener('pointermove', this.#move);
    surface.addEventListener('pointerup', this.#up);
    surface.addEventListener('pointercancel', this.#up);
    surface.addEventListener('wheel', this.#wheel, { passive: false });
  }

  /** Locks the mouse to the world until Esc; where that is refused, dragging goes on working. */
  async lock(): Promise<void> {
    try {
      await this.#surface.requestPointerLock();
    } catch {
      // Embedded pages and touch devices have no pointer lock: dragging looks around there.
      return;
    }
  }

  detach(): void {
    this.#surface.removeEventListener('pointerdown', this.#down);
    this.#surface.removeEventListener('pointermove', this.#move);
    this.#surface.removeEventListener('pointerup', this.#up);
    this.#surface.removeEventListener('pointercancel', this.#up);
    this.#surface.removeEventListener('wheel', this.#wheel);
  }

  turn(dx: number, dy: number): void {
    this.view.yaw -= dx * PER_PIXEL * this.sensitivity;
    this.view.pitch -= dy * PER_PIXEL * this.sensitivity * (this.inverted ? -1 : 1);
    clampView(this.view);
  }

  readonly #down = (event: PointerEvent): void => {
    if (this.#second !== null) return;
    if (this.locks && event.pointerType === 'mouse' && document.pointerLockElement === null) void this.lock();
    this.#surface.setPointerCapture(event.pointerId);
    if (this.#pointer !== null) {
      this.#second = { id: event.pointerId, x: event.clientX, y: event.clientY };
      return;
    }
    this.#pointer = event.pointerId;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#travel = 0;
  };

  readonly #move = (event: PointerEvent): void => {
    if (document.pointerLockElement === this.#surface) {
      this.turn(event.movementX, event.movementY);
      return;
    }
    if (this.#second !== null) {
      this.#pinch(event, this.#second);
      return;
    }
    if (event.pointerId !== this.#pointer) return;
    const dx = event.clientX - this.#x;
    const dy = event.clientY - this.#y;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#travel += Math.abs(dx) + Math.abs(dy);
    this.turn(dx, dy);
  };

  /** What the fingers spread, the world comes closer; while they do, nothing turns and nothing is tapped. */
  #pinch(event: PointerEvent, second: { readonly id: number; x: number; y: number }): void {
    const before = Math.hypot(second.x - this.#x, second.y - this.#y);
    if (event.pointerId === second.id) {
      second.x = event.clientX;
      second.y = event.clientY;
    } else if (event.pointerId === this.#pointer) {
      this.#x = event.clientX;
      this.#y = event.clientY;
    }
    const after = Math.hypot(second.x - this.#x, second.y - this.#y);
    this.#travel = Number.POSITIVE_INFINITY;
    if (before > 0 && after > 0) this.view.distance *= before / after;
    clampView(this.view);
  }

  readonly #up = (event: PointerEvent): void => {
    const second = this.#second;
    if (second !== null && (event.pointerId === second.id || event.pointerId === this.#pointer)) {
      this.#second = null;
      this.#travel = Number.POSITIVE_INFINITY;
      if (event.pointerId === second.id) return;
      // The finger that stays turns the view on from where it is.
      this.#pointer = second.id;
      this.#x = second.x;
      this.#y = second.y;
      return;
    }
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    if (event.type === 'pointerup' && this.#travel < 6) this.#onTap(event.clientX, event.clientY);
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.view.distance *= event.deltaY > 0 ? 1.12 : 1 / 1.12;
    clampView(this.view);
  };
}
