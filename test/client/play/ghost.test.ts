/** The ghost is the machine run that came furthest, and never a reason not to play. */
import { expect, test } from 'vitest';
import { fetchGhost, type GhostNeeds, ghostOf } from '#client/play/fetch-ghost.ts';
import { Ghost } from '#client/play/ghost.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { Engine } from '#shared/physics/engine.ts';
import { replay } from '#shared/physics/replay.ts';
import { encodeTape } from '#shared/physics/tape.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { pairScene, pairTapes } from '#test/support/pair-course.ts';

const ALONE = { starts: [{ at: [0, 0, 0], yaw: 0 }], maxTicks: 100 } as const;
const PAIR = { ...ALONE, starts: [...ALONE.starts, { at: [64, 0, 0], yaw: 0 }] } as const;

function run(progress: number, bytes?: string): MachineRun {
  return {
    solver: 'go-explore',
    release: 1,
    seed: '1',
    budgetCpuSeconds: 1,
    cpuSeconds: 1,
    steps: 1,
    solved: false,
    progress,
    ...(bytes === undefined ? {} : { best: { kind: 'tape', bytes } }),
  };
}

test('of several runs the furthest with a tape is taken', () => {
  const tape = (byte: number) => encodeTape(Uint8Array.from([byte, byte, byte]));
  expect(ghostOf([run(0.2, tape(1)), run(0.7, tape(2)), run(0.9)], ALONE)).toEqual([Uint8Array.from([2, 2, 2])]);
});

test('no run, a spoilt tape and one that is too long are no ghost', () => {
  expect(ghostOf([], ALONE)).toBeNull();
  expect(ghostOf([run(0.5, '!!!')], ALONE)).toBeNull();
  expect(ghostOf([run(0.5, encodeTape(new Uint8Array(200)))], ALONE)).toBeNull();
});

test('on a course for two the ghost is two, and a tape for one is none there', () => {
  const tapes = [1, 2].map((byte) => encodeTape(Uint8Array.of(byte, byte)));
  const pair: MachineRun = { ...run(0.5), best: { kind: 'tapes', tapes } };
  expect(ghostOf([pair], PAIR)).toEqual([Uint8Array.of(1, 1), Uint8Array.of(2, 2)]);
  expect(ghostOf([pair], ALONE)).toBeNull();
  expect(ghostOf([run(0.5, tapes[0])], PAIR)).toBeNull();
});

test('a ghost goes along to the end of its tapes, each of its characters by its own, and stands there', async () => {
  const rapier = await new Engine().load();
  const tapes = pairTapes();
  const ghost = new Ghost(rapier, pairScene(), tapes);
  const again = replay(rapier, pairScene(), ...tapes);
  ghost.follow(60);
  const [first, second] = ghost.poses(1);
  expect((first?.z ?? 0) < (second?.z ?? 0) && (second?.z ?? 0) < -2).toBe(true);
  ghost.follow(10_000);
  const ended = ghost.poses(1).map(({ z }) => z);
  expect(again.ticks).not.toBeNull();
  for (const z of ended) expect(z).toBeLessThan(-18);
  expect(ghost.poses(0).map(({ z }) => z)).toEqual(ended);
  ghost.restart();
  expect(ghost.poses(1).map(({ z }) => z)).toEqual([0, 0]);
  ghost.follow(10_000);
  expect(ghost.poses(1).map(({ z }) => z)).toEqual(ended);
  ghost.free();
});

const RECORDS = [{ attempt: 'first' }, { attempt: 'best' }] as never;
const CARD = { id: 'c' as never, machine: [run(0.5, encodeTape(Uint8Array.of(1, 1)))], records: RECORDS };
const away: GhostNeeds = {
  replay: async (attempt) => {
    if (attempt === 'gone') throw new DimensionError('attempt.unknown', 'There is no such attempt.');
    return { actor: { name: `Who ran ${attempt}` }, payload: { kind: 'tape', bytes: encodeTape(Uint8Array.of(7, 7)) } };
  },
  ownBest: async () => ({ attempt: 'mine' }),
};

test('whoever is wished for runs along, under their own name', async () => {
  expect(await fetchGhost('nobody', CARD, ALONE, away)).toBeNull();
  expect(await fetchGhost('machine', CARD, ALONE, away)).toMatchObject({ of: 'machine', name: 'go-explore' });
  expect(await fetchGhost('record', CARD, ALONE, away)).toEqual({
    of: 'record',
    name: 'Who ran best',
    tapes: [Uint8Array.of(7, 7)],
  });
  expect(await fetchGhost('own', CARD, ALONE, away)).toMatchObject({ of: 'own', name: 'Who ran mine' });
  expect(await fetchGhost({ attempt: 'first' }, CARD, ALONE, away)).toMatchObject({ name: 'Who ran first' });
});

test('a ghost that is not there, does not fit or cannot be had is none, and no reason not to play', async () => {
  expect(await fetchGhost('record', { ...CARD, records: [] }, ALONE, away)).toBeNull();
  expect(await fetchGhost('own', CARD, ALONE, { ...away, ownBest: async () => ({ attempt: null }) })).toBeNull();
  expect(await fetchGhost({ attempt: 'gone' }, CARD, ALONE, away)).toBeNull();
  expect(await fetchGhost('record', CARD, PAIR, away)).toBeNull();
  expect(await fetchGhost('record', CARD, ALONE, { ...away, replay: async () => 'nonsense' })).toBeNull();
});
