/** Laws over every skill in the catalogue: pure decisions, intents that pass the door's parser, bounded appeal. */
import { describe, expect, test } from 'vitest';
import { load, SKILLS } from '#content/catalog.ts';
import { loadCrafts } from '#content/skills/load-crafts.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import { challengeId, workId } from '#shared/base/content-ids.ts';
import { toHex } from '#shared/base/hash.ts';
import { parseWorkId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { intentSchema } from '#shared/records/intent.ts';
import type { View } from '#shared/records/view.ts';

const crafts = await loadCrafts();
const founder = FOUNDERS[0];
if (founder === undefined) throw new Error('There are no founders.');

function emptyView(turn = 1): View {
  const { id, name, personality } = founder as NonNullable<typeof founder>;
  return {
    self: { id, name, personality },
    turn,
    cpuSecondsLeft: 20,
    works: [],
    challenges: [],
    freeSpots: { pedestal: 16, frame: 20 },
  };
}

/** A world with two works of each kind and one open challenge of each family that can be generated quickly. */
async function fullView(turn = 1): Promise<View> {
  const rng = new Rng('a full world');
  const works = crafts.generators.flatMap((generator) =>
    [0, 1].map((index) => {
      const genome = generator.random(rng.fork(`${generator.id} ${index}`));
      return { id: workId(genome), generator: generator.id, genome: toHex(genome), mine: index === 0, placed: true };
    }),
  );
  const file = { family: 'parkour', rules: 1, instance: { seen: 'only by its family' } };
  const challenge = {
    id: challengeId(file),
    file,
    state: 'frontier' as const,
    mine: false,
    machineRuns: 5,
    machineSolved: false,
    record: null,
  };
  return { ...emptyView(turn), works, challenges: [challenge] };
}

describe.each(Object.keys(SKILLS))('skill %s', (id) => {
  test('has its own id, and an appeal of 0 … 1 in an empty and in a full world', async () => {
    const skill = await load(SKILLS, id);
    expect(skill.id).toBe(id);
    for (const view of [emptyView(), await fullView(), { ...emptyView(), cpuSecondsLeft: 0 }]) {
      expect(skill.appeal(view)).toBeGreaterThanOrEqual(0);
      expect(skill.appeal(view)).toBeLessThanOrEqual(1);
    }
  });

  test('decides the same from the same view and seed, and leaves the view as it was', async () => {
    const skill = await load(SKILLS, id);
    for (const view of [emptyView(), await fullView()]) {
      const before = JSON.stringify(view);
      const one = await skill.decide(view, new Rng('same'), crafts);
      const two = await skill.decide(view, new Rng('same'), crafts);
      expect(two).toEqual(one);
      expect(one.because.length).toBeGreaterThan(3);
      expect(JSON.stringify(view)).toBe(before);
    }
  });

  test('asks only for what the parser of the door takes, over many turns', async () => {
    const skill = await load(SKILLS, id);
    const view = await fullView();
    for (let turn = 1; turn <= 40; turn++) {
      const decision = await skill.decide({ ...view, turn }, new Rng(turn), crafts);
      if (decision.kind === 'act') expect(intentSchema.safeParse(decision.intent).error).toBeUndefined();
    }
  });
});

test('making leaves no duplicate: forty works in a row are forty works', async () => {
  const make = await load(SKILLS, 'make');
  let view = emptyView();
  const made = new Set<string>();
  for (let turn = 1; turn <= 40; turn++) {
    const decision = await make.decide({ ...view, turn }, new Rng(`turn ${turn}`), crafts);
    if (decision.kind !== 'act' || decision.intent.kind !== 'work') throw new Error(`It ${decision.kind}s.`);
    const { generator, genome, parents } = decision.intent;
    const work = {
      id: workId(Uint8Array.from(Buffer.from(genome, 'hex'))),
      generator,
      genome,
      mine: true,
      placed: true,
    };
    for (const parent of parents) expect(made.has(parent)).toBe(true);
    expect(made.has(work.id)).toBe(false);
    made.add(work.id);
    view = { ...view, works: [...view.works, { ...work, id: parseWorkId(work.id) }] };
  }
  expect(new Set(view.works.map(({ generator }) => generator)).size).toBe(crafts.generators.length);
});

test('making rests when every place is taken, posing while machines still try the last course', async () => {
  const make = await load(SKILLS, 'make');
  const full = { ...emptyView(), freeSpots: { pedestal: 0, frame: 0 } };
  expect(make.appeal(full)).toBe(0);
  expect((await make.decide(full, new Rng(1), crafts)).kind).toBe('rest');
  const pose = await load(SKILLS, 'pose');
  const view = await fullView();
  const waiting = view.challenges.map((challenge) => ({ ...challenge, state: 'machine-attempts' as const }));
  expect(pose.appeal(view)).toBeGreaterThan(0);
  expect(pose.appeal({ ...view, challenges: waiting })).toBe(0);
});

test('making fills frames as well as pedestals, each by its share of the free places', async () => {
  const make = await load(SKILLS, 'make');
  const pictures = crafts.generators.filter(({ medium }) => medium === 'picture').map(({ id }) => id);
  const drawn = async (pedestal: number, frame: number) => {
    let count = 0;
    for (let turn = 0; turn < 60; turn++) {
      const view = { ...emptyView(turn), freeSpots: { pedestal, frame } };
      const decision = await make.decide(view, new Rng(`medium ${turn}`), crafts);
      if (decision.kind !== 'act' || decision.intent.kind !== 'work') throw new Error(`It ${decision.kind}s.`);
      if (pictures.includes(decision.intent.generator)) count++;
    }
    return count;
  };
  expect(await drawn(0, 20)).toBe(60);
  expect(await drawn(16, 0)).toBe(0);
  const mixed = await drawn(16, 20);
  expect(mixed).toBeGreaterThan(20);
  expect(mixed).toBeLessThan(45);
});

test('attempting never touches its own challenges and hands in what was found', async () => {
  const attempt = await load(SKILLS, 'attempt');
  const view = await fullView();
  const own = { ...view, challenges: view.challenges.map((challenge) => ({ ...challenge, mine: true })) };
  expect(attempt.appeal(own)).toBe(0);
  expect((await attempt.decide(own, new Rng(1), crafts)).kind).toBe('rest');
  const errand = await attempt.decide(view, new Rng(1), crafts);
  if (errand.kind !== 'errand') throw new Error('It should go on an errand.');
  const failed = await attempt.conclude(view, errand, { solved: false, progress: 0.63 }, new Rng(1), crafts);
  expect(failed).toMatchObject({ kind: 'rest', because: expect.stringContaining('63 %') });
});

test('a posed course carries its witness and is judged to hold', { timeout: 120_000 }, async () => {
  const pose = await load(SKILLS, 'pose');
  const errand = await pose.decide(emptyView(), new Rng('a course'), crafts);
  if (errand.kind !== 'errand') throw new Error('It should go on an errand.');
  const family = crafts.families.find(({ id }) => id === 'parkour');
  if (family === undefined) throw new Error('There is no parkour.');
  const { seed } = errand.input as { seed: string };
  const { instance, witness } = await family.generate(new Rng(seed), 0.2);
  const result = { file: { family: family.id, rules: family.rules, instance }, witness };
  const act = await pose.conclude(emptyView(), errand, result, new Rng('a title'), crafts);
  if (act.kind !== 'act' || act.intent.kind !== 'challenge') throw new Error('It should pose the course.');
  expect(intentSchema.safeParse(act.intent).error).toBeUndefined();
  const parsed = family.parseInstance(act.intent.file.instance);
  expect(await family.judge(parsed, family.parsePayload(act.intent.clear, parsed))).toMatchObject({ ok: true });
});
