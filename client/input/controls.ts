/** What a person wants right now, whatever they hold: one small state that keyboard, touch and gamepad all write. */

/** Wished motion relative to the camera and the buttons that are down. */
export interface Controls {
  /** Right is positive, −1 … 1. */
  readonly right: number;
  /** Forward is positive, −1 … 1. */
  readonly forward: number;
  readonly run: boolean;
  readonly jump: boolean;
  readonly use: boolean;
}

/** Nothing pressed. */
export const AT_REST: Controls = { right: 0, forward: 0, run: true, jump: false, use: false };

/** A device that can be asked at any moment. */
export interface Device {
  read(): Controls | null;
  /** Lets go of everything, as when the window loses the focus. */
  release(): void;
  detach(): void;
}

/** The strongest wish of several devices; buttons add up; the first device that speaks decides between walk and run. */
export function combine(wishes: readonly (Controls | null)[]): Controls {
  let best: Controls | null = null;
  let jump = false;
  let use = false;
  for (const wish of wishes) {
    if (wish === null) continue;
    jump ||= wish.jump;
    use ||= wish.use;
    if (best === null || Math.hypot(wish.right, wish.forward) > Math.hypot(best.right, best.forward)) best = wish;
  }
  return { ...(best ?? AT_REST), jump, use };
}
