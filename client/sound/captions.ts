/** What is heard, in words, for those who do not hear it: the last few sounds that mean something, and from where. */
import type { Ear, Place } from './mixer.ts';
import type { Cue } from './voices.ts';

/** Sounds that are written down. */
export type CaptionKind = Cue | 'steps' | 'splash' | 'hum';
/** From where, as one faces. */
export type Side = 'here' | 'ahead' | 'left' | 'right' | 'behind';

/** One line. */
export interface Caption {
  readonly id: number;
  readonly kind: CaptionKind;
  readonly side: Side;
}

/** A line stays this long, and the same one comes again only after this, s. */
const STAYS = 3;
const AGAIN: Partial<Record<CaptionKind, number>> = { steps: 8, hum: 25, splash: 5 };
const MOST = 3;

/** Keeps the lines that are shown now. */
export class Captions {
  readonly #show: (lines: readonly Caption[]) => void;
  readonly #last = new Map<string, number>();
  #lines: readonly (Caption & { readonly at: number })[] = [];
  #count = 0;

  /** @param show called with the lines whenever they change */
  constructor(show: (lines: readonly Caption[]) => void) {
    this.#show = show;
  }

  /** Writes a sound down. @param place null for what comes from everywhere */
  hear(kind: CaptionKind, place: Place | null, ear: Ear, seconds: number): void {
    const side = place === null ? 'here' : sideOf(place, ear);
    const key = `${kind} ${side}`;
    if (seconds - (this.#last.get(key) ?? Number.NEGATIVE_INFINITY) < (AGAIN[kind] ?? 0.5)) return;
    this.#last.set(key, seconds);
    this.#set([...this.#lines.slice(1 - MOST), { id: ++this.#count, kind, side, at: seconds }]);
  }

  /** Lets old lines go. */
  frame(seconds: number): void {
    if (this.#lines.some(({ at }) => seconds - at > STAYS))
      this.#set(this.#lines.filter(({ at }) => seconds - at <= STAYS));
  }

  #set(lines: readonly (Caption & { readonly at: number })[]): void {
    this.#lines = lines;
    this.#show(lines);
  }
}

/** On which side of somebody a place is. */
export function sideOf({ x, z }: Place, ear: Ear): Side {
  const dx = x - ear.x;
  const dz = z - ear.z;
  if (Math.hypot(dx, dz) < 1.5) return 'here';
  const yaw = Math.atan2(-dx, -dz) - ear.yaw;
  const turn = yaw - Math.PI * 2 * Math.round(yaw / (Math.PI * 2));
  if (Math.abs(turn) < Math.PI / 4) return 'ahead';
  if (Math.abs(turn) > (Math.PI * 3) / 4) return 'behind';
  return turn > 0 ? 'left' : 'right';
}
