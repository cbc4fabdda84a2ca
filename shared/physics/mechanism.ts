/** Doors and what opens them: buttons, levers, clocks and locks; how long a button stays live, how far a door has slid. */
import { isOn } from './cycle.ts';
import { FEEL } from './feel.ts';
import { type Place, UNIT_METRES } from './path.ts';
import type { Button, Door, Scene } from './scene.ts';
import { isOver, touches, type Zone, zoneOf } from './zone.ts';

/** The changing part of all buttons, levers and doors of a scene. */
export interface MechanismState {
  /** Ticks for which each button is still live. */
  readonly live: number[];
  /** Ticks of its travel that each door has slid. */
  readonly slid: number[];
  /** 1 for each lever that is on, 0 for others. */
  readonly thrown: number[];
}

/** What may stand on a button besides a character. */
export interface Weight {
  readonly at: Readonly<Place>;
  /** Half height, m. */
  readonly half: number;
}

/** A character as buttons and levers feel it. */
export interface Presser {
  readonly at: Readonly<Place>;
  readonly grounded: boolean;
  /** It presses what is in reach, now. */
  readonly uses: boolean;
  /** It did not yet in the tick before. */
  readonly begins: boolean;
}

/** Which inputs count for one door, and which levers keep it shut. */
interface Wiring {
  readonly buttons: readonly number[];
  readonly levers: readonly number[];
  readonly clocks: readonly number[];
  readonly locks: readonly number[];
  readonly shut: readonly number[];
}

/** The buttons, levers, clocks and doors of one scene. */
export class Mechanism {
  readonly #buttons: readonly Button[];
  readonly #doors: readonly Door[];
  readonly #clocks: NonNullable<Scene['clocks']>;
  readonly #zones: readonly Zone[];
  readonly #levers: readonly Zone[];
  readonly #wired: readonly Wiring[];
  readonly live: number[];
  readonly slid: number[];
  readonly thrown: number[];

  constructor(scene: Scene) {
    const { buttons, doors, levers = [], clocks = [], locks = [] } = scene;
    this.#buttons = buttons;
    this.#doors = doors;
    this.#clocks = clocks;
    this.#zones = buttons.map(zoneOf);
    this.#levers = levers.map(zoneOf);
    this.#wired = doors.map((_, door) => ({
      buttons: naming(buttons, door),
      levers: naming(levers, door),
      clocks: naming(clocks, door),
      locks: naming(locks, door),
      shut: levers.flatMap(({ shuts }, index) => (shuts.includes(door) ? [index] : [])),
    }));
    this.live = buttons.map(() => 0);
    this.slid = doors.map(() => 0);
    this.thrown = levers.map(() => 0);
  }

  /**
   * One tick: presses what is used or stood on, throws levers over, lets the rest run out, slides the doors.
   * @param opened 1 for each lock that somebody opened
   */
  step(tick: number, pressers: readonly Presser[], weights: readonly Weight[], opened: readonly number[]): void {
    for (const [index, button] of this.#buttons.entries()) {
      const zone = this.#zones[index];
      if (zone === undefined) continue;
      const pressed =
        pressers.some((presser) => presses(presser, zone, button.press)) ||
        (button.press === 'step' && weights.some((weight) => restsOn(zone, weight)));
      this.live[index] = pressed ? button.ticks : Math.max(0, (this.live[index] ?? 0) - 1);
    }
    for (const [index, zone] of this.#levers.entries())
      for (const { begins, at } of pressers)
        if (begins && touches(zone, at, FEEL.useReach)) this.thrown[index] = 1 - (this.thrown[index] ?? 0);
    for (const [index, door] of this.#doors.entries()) {
      const slid = this.slid[index] ?? 0;
      this.slid[index] = this.#opens(index, tick, opened) ? Math.min(door.travel, slid + 1) : Math.max(0, slid - 1);
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
    return { live: [...this.live], slid: [...this.slid], thrown: [...this.thrown] };
  }

  /** Puts a saved state back. */
  load({ live, slid, thrown }: MechanismState): void {
    for (let i = 0; i < this.live.length; i++) this.live[i] = live[i] ?? 0;
    for (let i = 0; i < this.slid.length; i++) this.slid[i] = slid[i] ?? 0;
    for (let i = 0; i < this.thrown.length; i++) this.thrown[i] = thrown[i] ?? 0;
  }

  #opens(index: number, tick: number, opened: readonly number[]): boolean {
    const wired = this.#wired[index];
    if (wired === undefined) return false;
    for (const lever of wired.shut) if (this.thrown[lever] === 1) return false;
    let count = 0;
    for (const button of wired.buttons) if ((this.live[button] ?? 0) > 0) count++;
    for (const lever of wired.levers) count += this.thrown[lever] ?? 0;
    for (const lock of wired.locks) count += opened[lock] ?? 0;
    for (const index of wired.clocks) {
      const clock = this.#clocks[index];
      if (clock !== undefined && isOn(clock, tick)) count++;
    }
    return count >= (this.#doors[index]?.need ?? 1);
  }
}

function naming(inputs: readonly { readonly doors: readonly number[] }[], door: number): readonly number[] {
  return inputs.flatMap(({ doors }, index) => (doors.includes(door) ? [index] : []));
}

function presses({ at, uses, grounded }: Presser, zone: Zone, press: Button['press']): boolean {
  return press === 'use' ? uses && touches(zone, at, FEEL.useReach) : grounded && touches(zone, at);
}

function restsOn(zone: Zone, { at, half }: Weight): boolean {
  const gap = at.y - half - zone.at.y;
  return Math.abs(gap) <= zone.half.y + 0.1 && isOver(zone, at.x, at.z, half / 2);
}
