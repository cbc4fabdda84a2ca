/** Shows the way to one place at a time, and walks there when asked to. */
import type { Guide } from '#client/scene/guide.ts';
import { deckAt } from '#content/world/bridges.ts';
import { heightAt } from '#content/world/terrain.ts';
import { Wayfarer } from '#content/world/wayfarer.ts';
import { type Point, wayTo } from '#content/world/ways.ts';
import { IDLE } from '#shared/physics/input.ts';
import { bearingOf, headingOfYaw } from './compass-dial.ts';
import { endsAt, metresTo, type Place } from './place.ts';
import { trailPoints } from './trail-points.ts';
import type { WayState } from './way-state.ts';

/** What it needs of the game. */
export interface WayfinderNeeds {
  readonly state: WayState;
  readonly places: () => readonly Place[];
  readonly show: (guide: Guide | null) => void;
  /** Called where a walk ends: at its place, or where it went on no more. */
  readonly ended: (place: Place, arrived: boolean) => void;
}

/** A step of the shared world, ms; keys are asked for once in each. */
const STEP_MS = 50;
/** The way is found anew at most this often, ms, and a walk after who moved this far, m. */
const WAY_MS = 400;
const MOVED = 2.5;
/** So many gates stand on the compass. */
const NEAREST = 6;
/** Who comes this near to a goal without a gate needs no way to it any more, m. */
const FOUND = 2.4;

/** One goal, one walk. */
export class Wayfinder {
  readonly #needs: WayfinderNeeds;
  #walk: { readonly wayfarer: Wayfarer; readonly to: Point } | null = null;
  #byte = IDLE;
  #stepMs = Number.NEGATIVE_INFINITY;
  #wayMs = Number.NEGATIVE_INFINITY;

  constructor(needs: WayfinderNeeds) {
    this.#needs = needs;
  }

  /** Shows the way to a place from now on; null shows none. */
  track(place: Place | null): void {
    this.halt();
    const { state, show } = this.#needs;
    state.goal.value = place;
    this.#wayMs = Number.NEGATIVE_INFINITY;
    if (place !== null) return;
    state.way.value = [];
    show(null);
  }

  /** Walks to a place from `from`, and shows the way meanwhile. */
  walkTo(place: Place, from: Point): void {
    this.track(place);
    this.#set(place, from);
    this.#needs.state.walking.value = true;
  }

  /** Stands still; the way stays shown. */
  halt(): void {
    this.#walk = null;
    this.#needs.state.walking.value = false;
  }

  /** The tape byte of a walk under way; null when there is none. */
  byte(self: Point, nowMs: number): number | null {
    const walk = this.#walk;
    const goal = this.#needs.state.goal.value;
    if (walk === null || goal === null) return null;
    if (nowMs - this.#stepMs < STEP_MS) return this.#byte;
    this.#stepMs = nowMs;
    this.#byte = walk.wayfarer.byte(self);
    if (walk.wayfarer.state === 'walking') return this.#byte;
    this.halt();
    this.#needs.ended(goal, walk.wayfarer.state === 'there');
    return null;
  }

  /** At most ten times a second: compass and trail for a body at `self` whose eye looks along `yaw`. */
  show(self: Point, yaw: number, nowMs: number): void {
    const { state, places } = this.#needs;
    const all = places();
    this.#follow(all, self);
    const goal = state.goal.value;
    state.compass.value = {
      heading: headingOfYaw(yaw),
      marks: nearestGates(all, self).map(({ id, state: light, x, z }) => ({
        id,
        state: light ?? 'training',
        bearing: bearingOf(self, { x, z }),
      })),
      goal: goal === null ? null : { bearing: bearingOf(self, goal), metres: metresTo(self, goal) },
    };
    if (goal !== null && nowMs - this.#wayMs >= WAY_MS) {
      this.#wayMs = nowMs;
      this.#find(goal, self);
    }
  }

  /** Goals that walk are gone after; one that is there no more is given up. */
  #follow(all: readonly Place[], self: Point): void {
    const { goal } = this.#needs.state;
    if (goal.value === null || goal.value.kind === 'waypoint') return;
    const now = all.find(({ id }) => id === goal.value?.id);
    if (now === undefined) {
      this.track(null);
      return;
    }
    if (metresTo(now, goal.value) > 0.5) goal.value = now;
    if (this.#walk !== null && metresTo(now, this.#walk.to) > MOVED) this.#set(now, self);
  }

  #set(place: Place, from: Point): void {
    const ends = endsAt(place);
    const way = [...wayTo(from, ends[0] ?? place), ...ends.slice(1)];
    this.#walk = { wayfarer: new Wayfarer(way), to: { x: place.x, z: place.z } };
  }

  #find(goal: Place, self: Point): void {
    const { state, show } = this.#needs;
    const [before = goal] = endsAt(goal);
    if (metresTo(self, before) < FOUND && goal.challenge === null && this.#walk === null) {
      this.track(null);
      return;
    }
    const way = [self, ...wayTo(self, before), ...(goal.enter ? [goal] : [])].map(({ x, z }) => ({ x, z }));
    state.way.value = way;
    const at = [goal.x, groundAt(goal.x, goal.z), goal.z] as const;
    show({
      lights: trailPoints(way).map(({ x, z }) => [x, groundAt(x, z), z] as const),
      goal: { at, text: goal.name },
    });
  }
}

/** What feet stand on there: the land, or the bridge over it. */
function groundAt(x: number, z: number): number {
  return Math.max(0, heightAt(x, z), deckAt(x, z, 0.5));
}

function nearestGates(all: readonly Place[], self: Point): readonly Place[] {
  return all
    .filter(({ state }) => state !== null)
    .sort((a, b) => metresTo(self, a) - metresTo(self, b))
    .slice(0, NEAREST);
}
