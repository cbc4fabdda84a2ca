/** A walk by itself moves a body by the law's own step, from the keys that the wayfinder presses. */
import { beforeEach, expect, test } from 'vitest';
import type { Guide } from '#client/scene/guide.ts';
import { PlaceList } from '#client/wayfinding/list-places.ts';
import { metresTo, type Place, waypoint } from '#client/wayfinding/place.ts';
import { trailPoints } from '#client/wayfinding/trail-points.ts';
import { createWayState, type WayState } from '#client/wayfinding/way-state.ts';
import { Wayfinder } from '#client/wayfinding/wayfinder.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { GATE_REACH, SPAWN_SPOTS } from '#content/world/island.ts';
import { placeStroller, type Stroller, stroll } from '#shared/physics/stroll.ts';

const GATES = [
  { id: '0xa', title: 'The Long Round', state: 'frontier', spot: 13 },
  { id: '0xb', title: 'Two Lanterns', state: 'training', spot: 2 },
] as const;
const SPAWN = SPAWN_SPOTS[0] ?? { x: 0, z: 8 };

let state: WayState;
let walkers: { session: string; name: string; machine: boolean; x: number; z: number }[];
let shown: Guide | null;
let ends: { place: Place; arrived: boolean }[];
let finder: Wayfinder;
let who: Stroller;
let nowMs: number;
const list = new PlaceList();
const places = () => list.read(GATES, walkers);

beforeEach(() => {
  state = createWayState();
  walkers = [];
  shown = null;
  ends = [];
  nowMs = 0;
  who = placeStroller(SPAWN.x, SPAWN.z, 0, ISLAND_GROUND);
  finder = new Wayfinder({
    state,
    places,
    show: (guide) => {
      shown = guide;
    },
    ended: (place, arrived) => ends.push({ place, arrived }),
  });
});

function find(id: string): Place {
  const place = places().find((one) => one.id === id);
  if (place === undefined) throw new Error(`there is no ${id}`);
  return place;
}

/** Steps of the shared world until the walk ends, at most so many. */
function walk(most = 90 * 20): void {
  for (let step = 0; step < most && state.walking.value; step++) {
    nowMs += 50;
    stroll(who, finder.byte(who, nowMs) ?? 0, ISLAND_GROUND);
    if (step % 2 === 0) finder.show(who, 0, nowMs);
  }
}

test('walking to a gate ends in its reach, from wherever it begins', () => {
  const gate = find('gate 0xa');
  finder.walkTo(gate, who);
  walk();
  expect(ends).toEqual([{ place: gate, arrived: true }]);
  expect(metresTo(who, gate)).toBeLessThan(GATE_REACH);
  expect(state.walking.value).toBe(false);
});

test('every place of the map is walked to', () => {
  for (const place of places()) {
    ends = [];
    finder.walkTo(place, who);
    walk();
    expect(ends.at(-1)?.arrived, place.id).toBe(true);
  }
});

test('the way is shown as lights ahead of the feet, on the ground, at most forty', () => {
  const gate = find('gate 0xa');
  finder.track(gate);
  finder.show(who, 0, 1_000);
  const lights = shown?.lights ?? [];
  expect(lights.length).toBe(40);
  for (const [x, y, z] of lights) expect(Math.abs(y - ISLAND_GROUND.supportAt(x, z, 9))).toBeLessThan(0.4);
  expect(metresTo(who, { x: lights[0]?.[0] ?? 0, z: lights[0]?.[2] ?? 0 })).toBeLessThan(4);
  expect(shown?.goal.text).toBe('The Long Round');
  expect(state.compass.value.goal?.metres).toBeCloseTo(metresTo(who, gate));
  finder.track(null);
  expect(shown).toBeNull();
  expect(state.goal.value).toBeNull();
});

test('lights keep their places while one walks towards them', () => {
  const goal = { x: 0, z: 40 };
  const before = trailPoints([{ x: 0, z: 0 }, goal]);
  const after = trailPoints([{ x: 0, z: 5 }, goal]);
  for (const point of after) expect(before.some((old) => metresTo(old, point) < 1e-9)).toBe(true);
  expect(after.length).toBeLessThan(before.length);
});

test('halting stands still at once, and the way stays shown', () => {
  finder.walkTo(find('gate 0xb'), who);
  walk(10);
  finder.halt();
  expect(finder.byte(who, nowMs + 50)).toBeNull();
  expect(state.goal.value?.id).toBe('gate 0xb');
});

test('somebody who walks on is gone after, and somebody who leaves is given up', () => {
  walkers = [{ session: 's', name: 'Bo', machine: false, x: 0, z: 40 }];
  finder.walkTo(find('walker s'), who);
  walk(20);
  walkers = [{ session: 's', name: 'Bo', machine: false, x: 46, z: 0 }];
  walk();
  expect(ends.at(-1)?.arrived).toBe(true);
  expect(metresTo(who, { x: 46, z: 0 })).toBeLessThan(1);
  walkers = [{ session: 's', name: 'Bo', machine: false, x: 0, z: 90 }];
  finder.track(find('walker s'));
  walkers = [];
  finder.show(who, 0, nowMs + 1_000);
  expect(state.goal.value).toBeNull();
});

test('a place that cannot be reached ends the walk where it goes on no more', () => {
  finder.walkTo(waypoint({ x: 0, z: 30 }, 'behind glass', ''), who);
  for (let step = 0; step < 400; step++) finder.byte(who, step * 50);
  expect(ends.at(-1)?.arrived).toBe(false);
});

test('a spot far out at sea is swum towards as far as the world reaches, and the walk ends there', () => {
  who = placeStroller(0, 150, 0, ISLAND_GROUND);
  const spot = waypoint({ x: 90, z: 400 }, 'out at sea', '');
  expect(Math.hypot(spot.x, spot.z)).toBeLessThan(ISLAND_GROUND.edge);
  expect(spot.x / spot.z).toBeCloseTo(90 / 400);
  finder.walkTo(spot, who);
  walk();
  expect(ends).toEqual([{ place: spot, arrived: true }]);
});

test('the nearest gates stand on the compass with what they hold', () => {
  finder.show(who, 0, 0);
  expect(state.compass.value.marks.map(({ state: light }) => light)).toEqual(['training', 'frontier']);
});
