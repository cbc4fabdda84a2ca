import { beforeAll, expect, test } from 'vitest';
import { GENERATORS, load } from '#content/catalog.ts';
import { parkour } from '#content/families/parkour.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Actor, Person } from '#shared/records/actor.ts';
import type { IntentOf } from '#shared/records/intent.ts';
import type { Ruling } from '#shared/records/ruling.ts';
import { storeDigest, testWorld, visitor } from '#test/support/world.ts';

const REFUSED = /^[a-z-]+\.[a-z-]+$/;

/** A course as loose JSON, to be spoilt. */
type Loose = Record<string, unknown>;

let course: IntentOf<'challenge'>;
let other: IntentOf<'challenge'>;
let genome: string;

beforeAll(async () => {
  const make = async (seed: string): Promise<IntentOf<'challenge'>> => {
    const { instance, witness } = await parkour.generate(new Rng(seed), 0);
    const file = { family: parkour.id, rules: parkour.rules, instance };
    if (witness === null) throw new Error('a generated course has a witness');
    return { kind: 'challenge', title: 'A course', file, clear: witness };
  };
  [course, other] = await Promise.all([make('door'), make('other')]);
  genome = toHex((await load(GENERATORS, 'flower')).random(new Rng('door')));
});

/** The course with its scene changed. */
function spoilt(change: (scene: Loose) => void): Loose {
  const copy = structuredClone(course) as unknown as { file: { instance: { scene: Loose } } };
  change(copy.file.instance.scene);
  return copy as unknown as Loose;
}

function withEngine(change: Record<string, string>): Loose {
  const copy = structuredClone(course) as unknown as { file: { instance: { engine: Loose } } };
  Object.assign(copy.file.instance.engine, change);
  return copy as unknown as Loose;
}

function nested(depth: number): CanonicalValue {
  let value: CanonicalValue = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

const box = { at: [0, 0, 0], half: [64, 64, 64], yaw: 0 };
const work = (change: object) => ({
  kind: 'work',
  title: 'A flower',
  generator: 'flower',
  genome,
  parents: [],
  ...change,
});

/** What is wrong, what is handed in, and the code it gets. */
const BAD: readonly (readonly [what: string, raw: () => unknown, code: string])[] = [
  ['nothing', () => undefined, 'intent.malformed'],
  ['a number', () => 7, 'intent.malformed'],
  ['an unknown kind', () => ({ kind: 'shout' }), 'intent.malformed'],
  ['a field too many', () => ({ ...course, price: 3 }), 'intent.malformed'],
  ['a title with control characters', () => ({ ...course, title: 'a\u0007b' }), 'intent.text'],
  ['a title with hidden direction marks', () => ({ ...course, title: 'a\u202eb' }), 'intent.text'],
  ['a title with markup', () => ({ ...course, title: '<img src=x>' }), 'intent.text'],
  ['a title of a megabyte', () => ({ ...course, title: 'x'.repeat(1_000_000) }), 'intent.text'],
  ['a bomb of brackets', () => ({ ...course, file: { ...course.file, instance: nested(20_000) } }), 'intent.deep'],
  ['a family nobody knows', () => ({ ...course, file: { ...course.file, family: 'chess' } }), 'catalog.unknown'],
  [
    'the name of a prototype',
    () => ({ ...course, file: { ...course.file, family: 'constructor' } }),
    'catalog.unknown',
  ],
  ['other rules', () => ({ ...course, file: { ...course.file, rules: 999 } }), 'challenge.rules'],
  ['another engine', () => withEngine({ version: '0.20.0' }), 'instance.engine'],
  ['another engine hash', () => withEngine({ wasmSha256: 'f'.repeat(64) }), 'instance.engine'],
  ['a scene with NaN', () => spoilt((scene) => Object.assign(scene, { kill: Number.NaN })), 'intent.malformed'],
  ['a scene with infinity', () => spoilt((s) => Object.assign(s, { kill: Infinity })), 'intent.malformed'],
  ['a scene with fractions', () => spoilt((scene) => Object.assign(scene, { kill: -1.5 })), 'scene.bounds'],
  ['negative sizes', () => spoilt((s) => Object.assign(s, { goal: { ...box, half: [-1, 64, 64] } })), 'scene.size'],
  ['10,000 bodies', () => spoilt((s) => Object.assign(s, { boxes: Array(10_000).fill(box) })), 'intent.large'],
  ['300 bodies', () => spoilt((s) => Object.assign(s, { boxes: Array(300).fill(box) })), 'scene.bodies'],
  ['a million ticks', () => spoilt((s) => Object.assign(s, { maxTicks: 1_000_000 })), 'scene.ticks'],
  ['no own clear', () => ({ kind: 'challenge', title: 'A course', file: course.file }), 'challenge.no-clear'],
  [
    'a clear that stands still',
    () => ({ ...course, clear: { kind: 'tape', bytes: encodeTape(new Uint8Array(9)) } }),
    'challenge.clear-fails',
  ],
  ['the clear of another course', () => ({ ...course, clear: other.clear }), 'challenge.clear-fails'],
  ['a tape that is no base64', () => ({ ...course, clear: { kind: 'tape', bytes: '!!!!' } }), 'base64.malformed'],
  ['a tape with half a pair', () => ({ ...course, clear: { kind: 'tape', bytes: 'AAAA' } }), 'payload.tape'],
  ['a tape with an empty run', () => ({ ...course, clear: { kind: 'tape', bytes: 'AQA=' } }), 'payload.tape'],
  [
    'a tape of 40 minutes',
    () => ({ ...course, clear: { kind: 'tape', bytes: encodeTape(new Uint8Array(144_000)) } }),
    'payload.long',
  ],
  ['another kind of payload', () => ({ ...course, clear: { kind: 'moves', moves: 'RUL' } }), 'payload.kind'],
  [
    'an attempt at nothing',
    () => ({ kind: 'attempt', challenge: 'f'.repeat(64), payload: course.clear }),
    'challenge.unknown',
  ],
  ['an attempt at a name', () => ({ kind: 'attempt', challenge: '../etc', payload: course.clear }), 'intent.malformed'],
  ['a genome too short', () => work({ genome: '0102' }), 'genome.length'],
  ['a genome too long', () => work({ genome: '01'.repeat(1_000) }), 'genome.length'],
  ['a genome that is no hex', () => work({ genome: 'zz' }), 'intent.malformed'],
  ['a generator nobody knows', () => work({ generator: 'dragon' }), 'catalog.unknown'],
  ['a parent that does not exist', () => work({ parents: ['0'.repeat(64)] }), 'work.parent'],
  ['a work made without being the host or an automaton', () => work({}), 'door.not-permitted'],
  [
    'hiding something without being the host',
    () => ({ kind: 'moderate', target: 'work', id: '0'.repeat(64), hidden: true }),
    'door.not-permitted',
  ],
];

test('every bad input gets its code and a sentence, is counted, and leaves the store as it was', async () => {
  const world = await testWorld();
  await expect.poll(() => world.store.automata(), { timeout: 20_000 }).toHaveLength(FOUNDERS.length);
  // Works are for automata and the host: these are hosts, so that a bad work gets to be read.
  const people = await Promise.all(
    BAD.map(([what], index) => visitor(world, `Visitor ${index}`, !what.includes('without being the host'))),
  );
  await settled(world);
  const before = storeDigest(world.dataDir);
  for (const [index, [what, raw, code]] of BAD.entries()) {
    const countedBefore = world.counts.all()[code] ?? 0;
    const ruling = await world.door.submit(people[index]?.person as Person, raw());
    expect(ruling, what).toMatchObject({ accepted: false, code });
    expect(ruling.accepted ? '' : ruling.sentence, what).toMatch(/^[A-Z].{8,300}$/s);
    expect(world.counts.all()[code], what).toBe(countedBefore + 1);
  }
  expect(storeDigest(world.dataDir)).toBe(before);
});

test('a tape of another challenge is judged false and nothing is kept of it', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const published = await world.door.submit(ann.person, course);
  const id = published.accepted ? published.id : '';
  await world.tries.idle();
  await settled(world);
  const before = storeDigest(world.dataDir);
  const ruling = await world.door.submit(ben.person, { kind: 'attempt', challenge: id, payload: other.clear });
  expect(ruling).toMatchObject({ accepted: false });
  expect(ruling.accepted ? '' : ruling.code).toMatch(REFUSED);
  expect(storeDigest(world.dataDir)).toBe(before);
});

test('the same challenge and the same work are taken once, also when they come at the same time', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const twice = await Promise.all([world.door.submit(ann.person, course), world.door.submit(ben.person, course)]);
  expect(twice.map(codeOf).sort()).toEqual(['accepted', 'challenge.duplicate']);
  const hosts = await Promise.all([visitor(world, 'Cara', true), visitor(world, 'Dora', true)]);
  const works = await Promise.all(hosts.map(({ person }) => world.door.submit(person, work({}))));
  expect(works.map(codeOf).sort()).toEqual(['accepted', 'work.duplicate']);
});

test('one account has one thing at the judge at a time', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const both = await Promise.all([world.door.submit(ann.person, course), world.door.submit(ann.person, other)]);
  expect(both.map(codeOf)).toEqual(['accepted', 'door.busy']);
});

test('a course that a published run already solves is the same course again', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const published = await world.door.submit(ann.person, course);
  await world.tries.idle();
  const payload = course.clear ?? { kind: 'choice', choice: 0 };
  const wallMs = payload.kind === 'tape' ? (decodeTape(payload.bytes, 7_200).length / 60) * 1_000 : 0;
  const challenge = published.accepted ? published.id : '';
  const won = await world.door.attempt({ actor: ben.person, challenge, payload, class: 'live', wallMs });
  expect(won.laurel).not.toBeNull();
  const longer = spoilt((scene) => Object.assign(scene, { maxTicks: Number(scene['maxTicks']) + 1 }));
  expect(codeOf(await world.door.submit(ben.person, longer))).toBe('challenge.copy');
});

test('whoever hands in too often has to wait, and others do not', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const empty = { kind: 'attempt', challenge: 'f'.repeat(64), payload: course.clear };
  const many = await Promise.all(Array.from({ length: 40 }, () => world.door.submit(ann.person, empty)));
  expect(many.map(codeOf)).toContain('door.limit');
  expect(codeOf(await world.door.submit(ben.person, empty))).toBe('challenge.unknown');
});

test('a thousand random intents never break the door and never change the store', async () => {
  const world = await testWorld();
  await expect.poll(() => world.store.automata(), { timeout: 20_000 }).toHaveLength(FOUNDERS.length);
  const rng = new Rng('intents');
  await settled(world);
  const before = storeDigest(world.dataDir);
  const seeds: readonly unknown[] = [course, work({}), BAD[31]?.[1]?.() ?? null];
  for (let round = 0; round < 1_000; round++) {
    const raw = mangled(structuredClone(rng.pick(seeds)), rng);
    const actor: Actor = { kind: 'person', address: addressOf(round), name: 'Fuzz', host: true };
    const ruling = await world.door.submit(actor, raw);
    expect(ruling.accepted, JSON.stringify(raw)?.slice(0, 2_000)).toBe(false);
    expect(codeOf(ruling)).toMatch(REFUSED);
    expect(codeOf(ruling)).not.toBe('server.fault');
  }
  expect(storeDigest(world.dataDir)).toBe(before);
});

/** Nothing that could stand anywhere in an intent. */
const JUNK: readonly unknown[] = [
  null,
  -1e9,
  1e308,
  Number.NaN,
  '',
  '\u0000',
  '<b>',
  {},
  true,
  'x'.repeat(70_000),
  { length: 3 },
  [[]],
];

/** Breaks something in it: a member becomes junk, until it can no longer be what it was. */
function mangled(value: unknown, rng: Rng): unknown {
  if (typeof value !== 'object' || value === null) return rng.pick(JUNK);
  const keys = Object.keys(value).filter((key) => key !== 'title' && key !== 'clear');
  if (keys.length === 0) return rng.pick(JUNK);
  const key = rng.pick(keys);
  const member: unknown = Reflect.get(value, key);
  const deeper = typeof member === 'object' && member !== null && rng.chance(0.7);
  Reflect.set(value, key, deeper ? mangled(member, rng) : rng.pick(JUNK));
  return value;
}

function addressOf(index: number): Person['address'] {
  return `0x${index.toString(16).padStart(40, '0')}` as Person['address'];
}

function codeOf(ruling: Ruling): string {
  return ruling.accepted ? 'accepted' : ruling.code;
}

/** Waits until the chain has everything, so that only what a test does changes the store. */
async function settled(world: Awaited<ReturnType<typeof testWorld>>): Promise<void> {
  const done = async () => {
    const automata = await world.store.automata();
    const { waiting } = await world.store.outboxCounts();
    const cursor = JSON.parse((await world.store.fact('chain.cursor')) ?? '{"block":0}') as { block: number };
    return (
      waiting === 0 &&
      automata.every(({ tokenId }) => tokenId !== null) &&
      cursor.block === (await world.chain.height())
    );
  };
  await expect.poll(done, { timeout: 30_000 }).toBe(true);
}
