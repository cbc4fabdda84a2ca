/** The bodies of the automata in this process: where they walk and what they show, for the rooms to read. */
import { FOUNDERS } from '#content/world/automata.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import type { Spot } from '#content/world/island.ts';
import type { Bodies, Body } from '#server/ports/presence.ts';
import type { AutomatonId } from '#shared/base/ids.ts';
import { placeStroller, STROLL_HZ } from '#shared/physics/stroll.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Point } from './routes.ts';
import { Walker } from './walker.ts';

/** How far in front of a thing one stands to look at it, m. */
const LOOKING = 2.1;

interface Shown {
  readonly walker: Walker;
  automaton: Automaton;
}

/** Moves the bodies 20 times a second while any of them walks, and rests with them. */
export class AutomatonBodies implements Bodies {
  readonly #bodies = new Map<AutomatonId, Shown>();
  #timer: ReturnType<typeof setInterval> | null = null;

  all(): readonly Body[] {
    return [...this.#bodies.values()].map(({ walker, automaton }) => ({
      id: automaton.id,
      name: automaton.name,
      account: automaton.account,
      at: walker.who,
      doing: walker.walking ? 'walking' : automaton.doing,
      because: automaton.because,
      lastError: automaton.lastError,
    }));
  }

  /** Shows what an automaton is and does; a new one appears at its home. */
  show(automaton: Automaton): void {
    const shown = this.#bodies.get(automaton.id);
    if (shown === undefined) this.#bodies.set(automaton.id, { walker: newWalker(automaton.id), automaton });
    else shown.automaton = automaton;
  }

  /** Walks to a place and faces what stands there; resolves on arrival. */
  goTo(id: AutomatonId, goal: Point, yaw: number): Promise<void> {
    const walker = this.#bodies.get(id)?.walker;
    if (walker === undefined) return Promise.resolve();
    this.#timer ??= setInterval(() => this.step(), 1_000 / STROLL_HZ);
    return walker.goTo(goal, yaw);
  }

  /** One step of all bodies; the timer calls it, and stops when nothing moves. */
  step(): void {
    let moving = false;
    for (const { walker } of this.#bodies.values()) moving = walker.step() || moving;
    if (!moving) this.#rest();
  }

  /** Stops every body where it is. */
  close(): void {
    this.#rest();
    for (const { walker } of this.#bodies.values()) walker.stop();
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}

/** Where to stand, and how to look, to see what stands at `spot`: in front of it, facing it. */
export function beforeSpot({ x, z, yaw }: Spot): { readonly at: Point; readonly yaw: number } {
  return { at: { x: x - Math.sin(yaw) * LOOKING, z: z - Math.cos(yaw) * LOOKING }, yaw: yaw + Math.PI };
}

function newWalker(id: AutomatonId): Walker {
  const home = FOUNDERS.find((founder) => founder.id === id)?.home ?? { x: 0, z: 6, yaw: 0 };
  return new Walker(placeStroller(home.x, home.z, home.yaw, ISLAND_GROUND), ISLAND_GROUND);
}
