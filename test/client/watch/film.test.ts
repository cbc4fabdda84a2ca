/** Seeking in a film: wherever one comes from, a tick is what playing to it makes of it. */
import { expect, test } from 'vitest';
import { Film, STRIDE } from '#client/watch/film.ts';
import { tapesOf } from '#content/families/parkour/instance.ts';
import { Rng } from '#shared/base/rng.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { Engine } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import { replay } from '#shared/physics/replay.ts';
import { Run } from '#shared/physics/run.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { straightScene, straightTape } from '#test/browser/support/straight-course.ts';
import { randomYard } from '#test/shared/physics/random-yard.ts';
import { pairScene, pairTapes } from '#test/support/pair-course.ts';

const engine = new Engine();

async function filmOf(scene: Scene, tapes: readonly Uint8Array[]): Promise<Film> {
  return new Film(await engine.load(), scene, tapes);
}

/** The digest after that many ticks, played from the start. */
async function played(scene: Scene, tapes: readonly Uint8Array[], ticks: number): Promise<string> {
  const run = new Run(await engine.load(), scene);
  for (let tick = 0; tick < ticks; tick++) run.step(...tapes.map((tape) => tape[tick] ?? IDLE));
  const digest = digestOf(run);
  run.free();
  return digest;
}

test.each([1, 2, 3, 4, 5, 6])(
  'in yard %i any tick that is sought is as if it had been played to, digest and all',
  async (seed) => {
    const rng = new Rng(`film ${seed}`);
    const scene = randomYard(rng.fork('yard'));
    const length = 330;
    const tapes = scene.starts.map(() => Uint8Array.from({ length }, () => rng.int(0, 255)));
    const film = await filmOf(scene, tapes);
    while (!film.lookAhead(37));
    for (let times = 0; times < 12; times++) {
      const tick = rng.int(0, film.length);
      expect(film.seek(tick)).toBe(tick);
      expect(digestOf(film.runner.run)).toBe(await played(scene, tapes, tick));
    }
    film.free();
  },
);

test('what is drawn at a tick does not depend on where one came from', async () => {
  const tape = tapesOf(straightTape(), straightScene());
  const film = await filmOf(straightScene(), tape);
  film.lookAhead(10_000);
  for (const tick of [0, 1, STRIDE, STRIDE + 1, 2 * STRIDE, 151]) {
    film.seek(0);
    film.seek(tick);
    const poses = [film.runner.pose(0), film.runner.pose(0.5), film.runner.pose(1)];
    film.seek(film.length);
    film.seek(tick);
    expect([film.runner.pose(0), film.runner.pose(0.5), film.runner.pose(1)]).toEqual(poses);
  }
  film.free();
});

test('a film that was looked through says what the judge says, and one that was not shows what it knows', async () => {
  const rapier = await engine.load();
  const tapes = pairTapes();
  const film = await filmOf(pairScene(), tapes);
  expect(film.lookAhead(50)).toBe(false);
  expect(film.ending).toBeNull();
  expect(film.seek(200)).toBe(50);
  while (!film.lookAhead(50));
  expect(film.ending).toEqual(replay(rapier, pairScene(), ...tapes));
  expect(film.length).toBe(film.ending?.ticks);
  expect(film.marks).toEqual([{ tick: film.length, kind: 'goal', count: 1 }]);
  film.free();
});

test('a fall is marked in the tick in which whoever fell is led back', async () => {
  // Runs ahead and does not jump: into the gap.
  const ahead = tapesOf(straightTape(), straightScene()).map((tape) => tape.map(() => tape[0] ?? 0));
  const film = await filmOf(straightScene(), ahead);
  film.lookAhead(10_000);
  const [fall] = film.marks;
  expect(fall).toMatchObject({ kind: 'fall', count: 1 });
  film.seek((fall?.tick ?? 0) - 1);
  expect(film.runner.run.falls).toBe(0);
  film.seek(fall?.tick ?? 0);
  expect(film.runner.run.falls).toBe(1);
  film.free();
});
