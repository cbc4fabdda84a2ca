/** Buttons and doors: how long a button stays live, how far a door has slid. */
import { FEEL } from './feel.ts';
import { type Place, UNIT_METRES } from './path.ts';
import type { Button, Door, Scene } from './scene.ts';
import { isOver, touches, type Zone, zoneOf } from './zone.ts';

/** The changing part of all buttons and doors of a scene. */
export interface MechanismState {
  /** Ticks for which each button is still live. */
  readonly live: number[];
  /** Ticks of its travel that each door has slid. */
  readonly slid: number[];
}

/** What may stand on a button besides the character. */
export interface Weight {
  readonly at: Readonly<Place>;
  /** Half height, m. */
  readonly half: number;
}

/** The buttons and doors of one scene. */
export class Mechanism {
  readonly #buttons: readonly Button[];
  readonly #doors: readonly Door[];
  readonly #zones: readonly Zone[];
  readonly #wired: readonly (readonly number[])[];
  readonly live: number[];
  readonly slid: number[];

  constructor(scene: Scene) {
    this.#buttons = scene.buttons;
    this.#doors = scene.doors;
    this.#zones = scene.buttons.map(zoneOf);
    this.#wired = scene.doors.map((_, door) =>
      scene.buttons.flatMap((button, index) => (button.doors.includes(door) ? [index] : [])),
    );
    this.live = scene.buttons.map(() => 0);
    this.slid = scene.doors.map(() => 0);
  }

  /** One tick: presses what is used or stood on, lets the rest run out, slides the doors. */
  step(character: Readonly<Place>, uses: boolean, grounded: boolean, weights: readonly Weight[]): void {
    for (const [index, button] of this.#buttons.entries()) {
      const zone = this.#zones[index];
      if (zone === undefined) continue;
      const pressed =
        button.press === 'use'
          ? uses && touches(zone, character, FEEL.useReach)
          : (grounded && touches(zone, character)) || weights.some((weight) => restsOn(zone, weight));
      this.live[index] = pressed ? button.ticks : Math.max(0, (this.live[index] ?? 0) - 1);
    }
    for (const [index, door] of this.#doors.entries()) {
      let count = 0;
      for (const button of this.#wired[index] ?? []) if ((this.live[button] ?? 0) > 0) count++;
      const slid = this.slid[index] ?? 0;
      this.slid[index] = count >= door.need ? Math.min(door.travel, slid + 1) : Math.max(0, slid - 1);
    }
  }

  /** Writes where the middle of door `index` is, m, into `out`. */
  doorPlace(index: number, out: Place): Place {
    const door = this.#doors[index];
    if (door === undefined) return out;
    const part = (this.slid[index] ?? 0) / door.travel;
    out.x = (door.at[0] + door.slide[0] * part) * UNIT_METRES;
    out.y = (door.at[1] + door.slide[1] * part) * UNIT_METRES;
    out.z = (door.at[2] + door.slide[2] * part) * UNIT_METRES;
    return out;
  }

  /** A copy of what changes. */
  save(): MechanismState {
    return { live: [...this.live], slid: [...this.slid] };
  }

  /** Puts a saved state back. */
  load(state: MechanismState): void {
    for (let i = 0; i < this.live.length; i++) this.live[i] = state.live[i] ?? 0;
    for (let i = 0; i < this.slid.length; i++) this.slid[i] = state.slid[i] ?? 0;
  }
}

function restsOn(zone: Zone, { at, half }: Weight): boolean {
  const gap = at.y - half - zone.at.y;
  return Math.abs(gap) <= zone.half.y + 0.1 && isOver(zone, at.x, at.z, half / 2);
}
