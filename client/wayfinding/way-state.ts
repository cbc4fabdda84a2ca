/** What the page shows of ways: the goal, the walk, the compass, and what stands on the map. */
import { type Signal, signal } from '@preact/signals';
import type { GateState, Place } from './place.ts';

/** A gate on the compass. */
export interface CompassMark {
  readonly id: string;
  readonly state: GateState;
  readonly bearing: number;
}

/** What the compass shows; angles clockwise from the north, radians. */
export interface CompassView {
  readonly heading: number;
  readonly marks: readonly CompassMark[];
  readonly goal: { readonly bearing: number; readonly metres: number } | null;
}

/** Where one is, for the map and the list beside it; yaw grows to the left, 0 looks north. */
export interface Standpoint {
  readonly x: number;
  readonly z: number;
  readonly yaw: number;
}

/** All signals. */
export interface WayState {
  /** What the visitor wants to be shown the way to, for this visit. */
  readonly goal: Signal<Place | null>;
  /** True while the visitor walks there by themselves. */
  readonly walking: Signal<boolean>;
  readonly compass: Signal<CompassView>;
  /** Written while the map or the quests lie open. */
  readonly places: Signal<readonly Place[]>;
  readonly self: Signal<Standpoint>;
  /** The way to the goal, from where one stands. */
  readonly way: Signal<readonly { readonly x: number; readonly z: number }[]>;
  /** Bare ground that was chosen on the map. */
  readonly spot: Signal<Place | null>;
  /** Which place is picked on the map, by its id. */
  readonly picked: Signal<string | null>;
}

/** Fresh signals for one visit. */
export function createWayState(): WayState {
  return {
    goal: signal<Place | null>(null),
    walking: signal(false),
    compass: signal<CompassView>({ heading: 0, marks: [], goal: null }),
    places: signal<readonly Place[]>([]),
    self: signal<Standpoint>({ x: 0, z: 0, yaw: 0 }),
    way: signal<WayState['way']['value']>([]),
    spot: signal<Place | null>(null),
    picked: signal<string | null>(null),
  };
}
