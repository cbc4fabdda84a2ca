import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { advances } from '#content/families/family.ts';
import { tapeInputs, tapePayload } from '#content/families/parkour/instance.ts';
import { parkour } from '#content/families/parkour.ts';
import { Rng } from '#shared/base/rng.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { idleTape } from '#shared/physics/idle-tape.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import { EXTRAS } from '#shared/physics/scene.ts';
import { encodeTape } from '#shared/physics/tape.ts';

const golden = JSON.parse(await readFile('test/golden/replay-course.json', 'utf8'));
const course = parkour.parseInstance(golden.challenge.instance);

test('a course made for another engine is refused', () => {
  const engine = { ...course.engine, version: '0.20.0' };
  expect(() => parkour.parseInstance({ ...golden.challenge.instance, engine })).toThrow(
    expect.objectContaining({ code: 'instance.engine' }),
  );
});

test('what comes after the goal and where one looks while standing do not change the canonical form', async () => {
  const inputs = tapeInputs(golden.payload, course.scene.maxTicks);
  const idle = encodeInput({ heading: 0, gait: 'idle', jump: false });
  const looking = encodeInput({ heading: 17, gait: 'idle', jump: false });
  const one = tapePayload(Uint8Array.from([idle, idle, ...inputs]));
  const other = tapePayload(Uint8Array.from([looking, idle, ...inputs, looking, looking]));
  expect(await parkour.canonical(course, other)).toBe(await parkour.canonical(course, one));
  expect(await parkour.canonical(course, golden.payload)).not.toBe(await parkour.canonical(course, one));
});

test('an unfinished try says how far it came', async () => {
  const inputs = tapeInputs(golden.payload, course.scene.maxTicks);
  const judgement = await parkour.judge(course, tapePayload(inputs.slice(0, 50)));
  expect(judgement).toMatchObject({ ok: false, reason: { code: 'parkour.goal' } });
  expect(judgement.ok || judgement.reason.sentence).toContain('50 ticks');
});

test('two ticks or one in a hundred are an advance, less is not', () => {
  expect(advances(parkour, 98, 100)).toBe(true);
  expect(advances(parkour, 99, 100)).toBe(false);
  expect(advances(parkour, 991, 1_000)).toBe(false);
  expect(advances(parkour, 990, 1_000)).toBe(true);
});

test('harder courses are longer, and every kind of piece turns up among them', async () => {
  const lengths: number[] = [];
  const pieces = new Set<string>();
  for (const [index, difficulty] of [0, 0, 0.5, 0.5, 1, 1, 1, 1].entries()) {
    const { instance, witness } = await parkour.generate(new Rng(`variety${index}`), difficulty);
    if (witness !== null) lengths.push(tapeInputs(witness, instance.scene.maxTicks).length);
    for (const [kind, list] of Object.entries(instance.scene))
      if (Array.isArray(list) && list.length > 0) pieces.add(kind);
  }
  expect(Math.max(...lengths.slice(0, 2))).toBeLessThan(Math.min(...lengths.slice(4)));
  for (const kind of ['boxes', 'platforms', 'hazards', 'buttons', 'doors', 'crates', 'checkpoints'])
    expect(pieces).toContain(kind);
});

test('the hardest courses ask for what plain ones cannot: walls, wind, keys, tiles, levers and clocks', async () => {
  const pieces = new Set<string>();
  for (let seed = 0; seed < 10; seed++) {
    const { instance, witness } = await parkour.generate(new Rng(`rich${seed}`), 1);
    expect(witness).not.toBeNull();
    for (const name of EXTRAS) if (instance.scene[name] !== undefined) pieces.add(name);
  }
  expect([...pieces].sort()).toEqual([...EXTRAS].sort());
});

test('bug: a solved course with its boxes swapped and a tick more was another course', async () => {
  const scene = richGround();
  const instance = parkour.parseInstance({ scene, engine: ENGINE });
  const turned = <T extends { readonly doors: readonly number[] }>(pieces: readonly T[] = []) =>
    [...pieces].reverse().map((piece) => ({
      ...piece,
      doors: piece.doors.map((door) => scene.doors.length - 1 - door),
    }));
  const levers = turned(scene.levers).map((lever) => ({
    ...lever,
    shuts: lever.shuts.map((door) => scene.doors.length - 1 - door),
  }));
  const locks = turned(scene.locks).map((lock) => ({ ...lock, key: 1 - lock.key }));
  const copy = parkour.parseInstance({
    ...instance,
    scene: {
      ...scene,
      boxes: [...scene.boxes].reverse(),
      doors: [...scene.doors].reverse(),
      buttons: turned(scene.buttons),
      clocks: turned(scene.clocks),
      keys: [...(scene.keys ?? [])].reverse(),
      levers,
      locks,
      maxTicks: scene.maxTicks + 1,
      kill: scene.kill - 1,
    },
  });
  expect(parkour.likeness(copy)).toBe(parkour.likeness(instance));
  const moved = { ...scene, goal: { ...scene.goal, yaw: (scene.goal.yaw + 1) % 24 } };
  expect(parkour.likeness({ ...instance, scene: moved })).not.toBe(parkour.likeness(instance));
  for (const name of EXTRAS) {
    const { [name]: _, ...less } = scene;
    expect(parkour.likeness({ ...instance, scene: less })).not.toBe(parkour.likeness(instance));
  }
});

const pair = parkour.parseInstance({
  engine: ENGINE,
  scene: {
    ...course.scene,
    form: 2,
    maxTicks: 300,
    starts: [
      { at: [-64, 0, 0], yaw: 0 },
      { at: [64, 0, 0], yaw: 0 },
    ],
    boxes: [{ at: [0, -32, -640], half: [256, 32, 900], yaw: 0 }],
    goal: { at: [0, 96, -320], half: [256, 96, 64], yaw: 0 },
    ...{ checkpoints: [], ramps: [], platforms: [], crates: [], hazards: [], buttons: [], doors: [] },
  },
});
const running = encodeInput({ heading: 0, gait: 'run', jump: false });
const ahead = (ticks: number, rest = 0) =>
  encodeTape(Uint8Array.from([...Array(ticks).fill(running), ...Array(rest).fill(0)]));

test('a course for two is answered by two tapes, and its hand says so', async () => {
  expect(parkour.workpiece(pair)).toEqual({ hand: 'tapes', starts: 2, maxTicks: expect.any(Number) });
  expect(parkour.workpiece(course)).toEqual({ hand: 'tape' });
  const both = { kind: 'tapes' as const, tapes: [ahead(50), ahead(55)] };
  expect(await parkour.judge(pair, parkour.parsePayload(both, pair))).toMatchObject({ ok: true });
  expect(await parkour.judge(pair, { kind: 'tapes', tapes: [ahead(50), ''] })).toMatchObject({ ok: false });
  for (const wrong of [
    { kind: 'tape', bytes: ahead(50) },
    { kind: 'tapes', tapes: [ahead(50)] },
    { kind: 'tapes', tapes: [ahead(50), ahead(50), ahead(50)] },
  ])
    expect(() => parkour.parsePayload(wrong, pair)).toThrow(expect.objectContaining({ code: 'payload.kind' }));
  expect(() => parkour.parsePayload({ kind: 'tapes', tapes: [ahead(301), ''] }, pair)).toThrow(
    expect.objectContaining({ code: 'payload.long' }),
  );
  expect(() => parkour.parsePayload(both, course)).toThrow(expect.objectContaining({ code: 'payload.kind' }));
});

test('of two tapes the order counts and idle ends do not', async () => {
  const form = await parkour.canonical(pair, { kind: 'tapes', tapes: [ahead(50), ahead(45)] });
  expect(await parkour.canonical(pair, { kind: 'tapes', tapes: [ahead(50, 30), ahead(45, 9)] })).toBe(form);
  const late = encodeTape(Uint8Array.from([0, 0, ...Array(45).fill(running)]));
  expect(await parkour.canonical(pair, { kind: 'tapes', tapes: [late, ahead(45)] })).not.toBe(
    await parkour.canonical(pair, { kind: 'tapes', tapes: [ahead(45), late] }),
  );
  const one = { kind: 'tapes' as const, tapes: [ahead(50), ahead(50)] };
  expect(parkour.kinship(pair, one, { kind: 'tapes', tapes: [ahead(50), ahead(25)] })).toBe(0.75);
});

test('a course for two is the same whoever is named first, and nobody starts inside another', () => {
  const [one, two] = pair.scene.starts;
  if (one === undefined || two === undefined) throw new Error('there are two starts');
  expect(parkour.likeness({ ...pair, scene: { ...pair.scene, starts: [two, one] } })).toBe(parkour.likeness(pair));
  const crowded = { ...pair.scene, starts: [one, { ...one, yaw: 6 }] };
  expect(() => parkour.parseInstance({ scene: crowded, engine: ENGINE })).toThrow(
    expect.objectContaining({ code: 'scene.start' }),
  );
});

test('a form 1 course has one start', () => {
  const scene = { ...course.scene, starts: [...course.scene.starts, ...course.scene.starts] };
  expect(() => parkour.parseInstance({ scene, engine: ENGINE })).toThrow(
    expect.objectContaining({ code: 'instance.start' }),
  );
});

test('a course for two that nobody plays is judged by tapes of its own', () => {
  expect(idleTape('tape', pair)).toMatchObject({ kind: 'tapes', tapes: [expect.any(String), expect.any(String)] });
  expect(idleTape('tape', course)).toMatchObject({ kind: 'tape' });
  expect(idleTape('moves', pair)).toBeNull();
});
