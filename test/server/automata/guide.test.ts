/** The guide in a world: which gate it picks, whom it leads, and that an older world gets it too. */
import { expect, onTestFinished, test } from 'vitest';
import { ARTISANS, FOUNDERS, GUIDE } from '#content/world/automata.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { GATE_SPOTS } from '#content/world/island.ts';
import { beside } from '#content/world/workshops.ts';
import { AutomatonBodies } from '#server/automata/bodies.ts';
import { firstGate, gateAfter } from '#server/automata/first-gate.ts';
import { Guide } from '#server/automata/guide.ts';
import { plantAutomata } from '#server/automata/planting.ts';
import { Traveller } from '#server/automata/traveller.ts';
import { GATE_SPOTS_FACT } from '#server/ports/presence.ts';
import { peopleOn } from '#server/ports/ratings.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { placeStroller } from '#shared/physics/stroll.ts';
import type { Told } from '#shared/protocol/messages.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { easyCourse } from '#test/browser/support/straight-course.ts';
import { type Loop, openLoop, personNamed } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';

const NOW = Date.UTC(2026, 0, 1);

function planting(loop: Loop) {
  const { store, calls } = loop.needs;
  const account = (index: number) => parseAddress(`0x${String(index + 1).repeat(40)}`);
  return { store, calls, clock: () => NOW, account };
}

/** A course with a gate on the plaza. */
async function courseWithGate(loop: Loop) {
  const course = await openCourse(loop);
  await loop.store.transact((tx) => tx.setFact(GATE_SPOTS_FACT, JSON.stringify({ [course.id]: 3 })));
  return course;
}

async function solvedByMachines(loop: Loop, course: Awaited<ReturnType<typeof openCourse>>): Promise<void> {
  // The first look of a fresh world only notes that nothing is due.
  await course.recheck();
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...course.witness } }));
  loop.pass(8 * 86_400_000);
  await course.recheck();
}

function visitorOf(name: string, at: { x: number; z: number }) {
  const told: Told[] = [];
  let busy = false;
  return {
    told,
    lines: () => told.map(({ line }) => line),
    sit: (sits: boolean) => {
      busy = sits;
    },
    visitor: {
      session: name,
      account: personNamed(name).address,
      name,
      at,
      isBusy: () => busy,
      tell: (one: Told) => void told.push(one),
    },
  };
}

/** Lets what was begun in the background come to its end; the store answers within a few turns. */
async function settled(loop: Loop): Promise<void> {
  for (let round = 0; round < 5; round++) await loop.store.transact(async () => undefined);
}

test('a world that is older than the guide gets it, with the next token, and the others stay as they were', async () => {
  const loop = await openLoop();
  const needs = planting(loop);
  const older = ARTISANS.map(
    (founder, index): Automaton => ({
      ...{ id: founder.id, name: founder.name, motto: founder.motto, personality: founder.personality },
      ...{ account: needs.account(index), tokenId: String(index + 1), doing: 'making', because: 'I was here before.' },
      ...{ lastError: null, cpuSecondsUsed: 7, heartbeatAtMs: 5 },
    }),
  );
  await loop.store.transact(async (tx) => {
    for (const automaton of older) await tx.putAutomaton(automaton);
  });
  const all = await plantAutomata(needs);
  expect(all.slice(0, 3)).toEqual(older);
  expect(all[3]).toMatchObject({ id: GUIDE.id, account: needs.account(3), tokenId: null });
  expect((await loop.store.automata()).map(({ id }) => id)).toEqual(FOUNDERS.map(({ id }) => id));
  expect((await loop.store.outbox(9)).map(({ subject }) => subject)).toEqual([GUIDE.id]);
  await plantAutomata(needs);
  expect(await loop.store.outbox(9)).toHaveLength(1);
});

test('every gate is shown from a place that the guide reaches', () => {
  for (const spot of GATE_SPOTS) {
    const { home } = GUIDE;
    const traveller = new Traveller(placeStroller(home.x, home.z, home.yaw, ISLAND_GROUND), ISLAND_GROUND);
    const at = beside(spot, 2.2, -3);
    void traveller.goTo(at, spot.yaw);
    let steps = 0;
    while (traveller.step() && steps < 3_600) steps++;
    expect(Math.hypot(traveller.who.x - at.x, traveller.who.z - at.z), `to ${spot.x}, ${spot.z}`).toBeLessThan(1);
  }
});

test('of courses that are about as likely the one that more machines did is shown, then the nearer one', async () => {
  const { file } = easyCourse();
  const challengeOf = (title: string, solved: boolean) => ({
    ...{ id: parseChallengeId(sha256(title)), file, title, creator: personNamed('Ann').address },
    ...{ state: 'training' as const, witnessHash: null, changedAtMs: 0 },
    machine: [{ solved } as MachineRun],
  });
  const all = [
    challengeOf('Easy', true),
    challengeOf('Alike', false),
    challengeOf('Far', true),
    challengeOf('Hard', true),
  ];
  const spots = Object.fromEntries(all.map(({ id }, index) => [id, [0, 1, 10, 2][index]]));
  const reads = (hard: Readonly<Record<string, number>>) => ({
    challenges: async () => all,
    fact: async () => JSON.stringify(spots),
    rating: async (subject: string) => {
      const value = hard[all.find(({ id }) => subject === peopleOn(id))?.title ?? ''];
      return value === undefined ? null : { value, matches: 9, atMs: 0 };
    },
  });
  const { address } = personNamed('Ben');
  expect(await firstGate(address, reads({ Hard: 20 }))).toMatchObject({ title: 'Easy' });
  // A little likelier does not outweigh what machines did; much likelier does.
  expect(await firstGate(address, reads({ Hard: 20, Alike: -0.01 }))).toMatchObject({ title: 'Easy' });
  expect(await firstGate(address, reads({ Hard: 20, Alike: -20 }))).toMatchObject({ title: 'Alike' });
});

test('a newcomer is led to a course that machines do too, and praised when it is verified; others are left alone', async () => {
  const loop = await openLoop();
  const course = await courseWithGate(loop);
  const { address } = personNamed('Ben');
  expect(await firstGate(address, loop.store)).toBeNull();
  expect(await gateAfter(address, loop.store)).toMatchObject({ challenge: course.id });
  expect(await gateAfter(personNamed('Ann').address, loop.store)).toBeNull();
  await solvedByMachines(loop, course);
  expect(await course.state()).toBe('machine-solved');
  expect(await firstGate(address, loop.store)).toMatchObject({ challenge: course.id, title: 'The Seven Steps' });

  const bodies = new AutomatonBodies();
  onTestFinished(() => bodies.close());
  for (const automaton of await plantAutomata(planting(loop))) bodies.show(automaton);
  const guide = new Guide({ ...loop.needs, bodies });
  onTestFinished(() => guide.close());
  const ben = visitorOf('Ben', { x: 0, z: 10 });
  const cara = visitorOf('Cara', { x: 1, z: 10 });
  await course.play('Cara', 0);
  guide.cameIn(ben.visitor);
  guide.cameIn(cara.visitor);
  await settled(loop);
  guide.look();
  await settled(loop);
  for (let round = 0; round < 400 && !ben.lines().includes('here'); round++) {
    guide.look();
    for (let step = 0; step < 5; step++) bodies.step();
    const at = bodies.where(GUIDE.id);
    // First they look at the picture, then they keep close.
    if (at !== null && round > 9) Object.assign(ben.visitor.at, { x: at.x, z: at.z + 2 });
  }
  expect(ben.lines()).toEqual(['greet', 'here']);
  expect(ben.told[0]).toMatchObject({ title: 'The Seven Steps', name: 'Pell', session: '@pell', challenge: course.id });
  expect(bodies.all().find(({ id }) => id === GUIDE.id)?.doing).toBe('guiding');

  ben.sit(true);
  await course.play('Ben', 5);
  const [news] = loop.news.filter(({ kind, parts }) => kind === 'first' && parts.names?.includes('Ben') === true);
  if (news === undefined) throw new Error('Ben has a first result');
  guide.news(news);
  await settled(loop);
  guide.look();
  expect(ben.lines()).toEqual(['greet', 'here', 'well-done']);
  expect(cara.told).toEqual([]);
  await settled(loop);
  expect((await loop.store.automata()).find(({ id }) => id === GUIDE.id)?.doing).toBe('resting');
});

test('who waves it off is left alone, also when they come in again', async () => {
  const loop = await openLoop();
  const course = await courseWithGate(loop);
  await solvedByMachines(loop, course);
  const bodies = new AutomatonBodies();
  for (const automaton of await plantAutomata(planting(loop))) bodies.show(automaton);
  const guide = new Guide({ ...loop.needs, bodies });
  onTestFinished(() => {
    guide.close();
    bodies.close();
  });
  const { visitor, told } = visitorOf('Ben', { x: 0, z: 10 });
  guide.cameIn(visitor);
  await settled(loop);
  guide.waveOff('Ben');
  guide.cameIn(visitor);
  await settled(loop);
  for (let round = 0; round < 40; round++) guide.look();
  await settled(loop);
  for (let round = 0; round < 40; round++) guide.look();
  expect(told).toEqual([]);
});
