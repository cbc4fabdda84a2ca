/** A yard strewn with pieces of every kind by chance, for properties that hold in any scene. */
import type { Rng } from '#shared/base/rng.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { richYard } from './yard.ts';

export function randomYard(rng: Rng): Scene {
  const at = (y: number) => [rng.int(-250, 250), y, rng.int(-500, 60)];
  const solid = (half: readonly [number, number, number]) => ({ at: at(half[1]), half, yaw: rng.int(0, 23) });
  const some = <T>(most: number, make: () => T) => Array.from({ length: rng.int(1, most) }, make);
  const doors = some(3, () => ({ ...solid([48, 64, 12]), slide: [0, 130, 0], travel: rng.int(5, 60), need: 1 }));
  const named = () => doors.map((_, index) => index);
  const cycle = () => {
    const period = rng.int(20, 200);
    return { period, on: rng.int(1, period), phase: rng.int(0, period - 1) };
  };
  const keys = some(2, () => ({ at: at(40) }));
  return richYard({
    starts: some(2, () => ({ at: [rng.int(-40, 40), 0, rng.int(0, 40)], yaw: rng.int(0, 23) })),
    doors,
    boxes: [{ at: [0, -32, -200], half: [300, 32, 400], yaw: 0 }, ...some(4, () => solid([40, 20, 40]))],
    crates: rng.chance(0.5) ? some(2, () => ({ ...solid([30, 30, 30]), mass: rng.int(10, 60) })) : [],
    buttons: some(2, () => ({ ...solid([48, 4, 48]), press: 'step', doors: named(), ticks: rng.int(1, 120) })),
    levers: some(3, () => ({ ...solid([200, 32, 200]), doors: named(), shuts: rng.chance(0.3) ? [0] : [] })),
    clocks: some(2, () => ({ ...cycle(), doors: named() })),
    keys,
    locks: some(2, () => ({ ...solid([100, 64, 60]), key: rng.int(0, keys.length - 1), doors: named() })),
    tiles: some(6, () => ({ ...solid([48, 8, 48]), holds: rng.chance(0.4), shown: 200 })),
    grips: some(4, () => solid([12, 160, 120])),
    winds: some(3, () => ({
      ...solid([160, 160, 160]),
      ...cycle(),
      push: [rng.int(-1_500, 1_500), rng.int(-500, 2_500), rng.int(-1_500, 1_500)],
    })),
  });
}
