/** The bodies of the automata in this process: where they walk and what they show, for the rooms to read. */
import { FOUNDERS } from '#content/world/automata.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import type { Point } from '#content/world/ways.ts';
import type { Bodies, Body } from '#server/ports/presence.ts';
import type { AutomatonId } from '#shared/base/ids.ts';
import { placeStroller, STROLL_HZ } from '#shared/physics/stroll.ts';
import { type Gesture, gestureNumber } from '#shared/protocol/gestures.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import { Traveller } from './traveller.ts';

interface Shown {
  readonly traveller: Traveller;
  automaton: Automaton;
  emote: number;
}

/** Moves the bodies 20 times a second while any of them walks, and rests with them. */
export class AutomatonBodies implements Bodies {
  readonly #bodies = new Map<AutomatonId, Shown>();
  #timer: ReturnType<typeof setInterval> | null = null;

  all(): readonly Body[] {
    return [...this.#bodies.values()].map(({ traveller, automaton, emote }) => ({
      id: automaton.id,
      name: automaton.name,
      account: automaton.account,
      at: traveller.who,
      doing: traveller.walking ? 'walking' : automaton.doing,
      because: automaton.because,
      lastError: automaton.lastError,
      emote,
    }));
  }

  /** Shows what an automaton is and does; a new one appears at its home. */
  show(automaton: Automaton): void {
    const shown = this.#bodies.get(automaton.id);
    if (shown === undefined)
      this.#bodies.set(automaton.id, { traveller: newTraveller(automaton.id), automaton, emote: 0 });
    else shown.automaton = automaton;
  }

  /** Where a body is and whether it walks; null before it was shown. */
  where(id: AutomatonId): (Point & { readonly walking: boolean }) | null {
    const traveller = this.#bodies.get(id)?.traveller;
    if (traveller === undefined) return null;
    const { x, z } = traveller.who;
    return { x, z, walking: traveller.walking };
  }

  /** Shows a gesture until the next one. */
  gesture(id: AutomatonId, gesture: Gesture): void {
    const shown = this.#bodies.get(id);
    if (shown !== undefined) shown.emote = gestureNumber(gesture);
  }

  /** Walks to a place and faces what stands there; resolves on arrival. */
  goTo(id: AutomatonId, goal: Point, yaw: number): Promise<void> {
    const traveller = this.#bodies.get(id)?.traveller;
    if (traveller === undefined) return Promise.resolve();
    this.#timer ??= setInterval(() => this.step(), 1_000 / STROLL_HZ);
    return traveller.goTo(goal, yaw);
  }

  /** One step of all bodies; the timer calls it, and stops when nothing moves. */
  step(): void {
    let moving = false;
    for (const { traveller } of this.#bodies.values()) moving = traveller.step() || moving;
    if (!moving) this.#rest();
  }

  /** Stops every body where it is. */
  close(): void {
    this.#rest();
    for (const { traveller } of this.#bodies.values()) traveller.stop();
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}

function newTraveller(id: AutomatonId): Traveller {
  const home = FOUNDERS.find((founder) => founder.id === id)?.home ?? { x: 0, z: 6, yaw: 0 };
  return new Traveller(placeStroller(home.x, home.z, home.yaw, ISLAND_GROUND), ISLAND_GROUND);
}
