import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { advances } from '#content/families/family.ts';
import { tapeInputs, tapePayload } from '#content/families/parkour/instance.ts';
import { parkour } from '#content/families/parkour.ts';
import { Rng } from '#shared/base/rng.ts';
import { encodeInput } from '#shared/physics/input.ts';

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

test('bug: a solved course with its boxes swapped and a tick more was another course', async () => {
  const { instance } = await parkour.generate(new Rng('copy'), 1);
  const { scene } = instance;
  const doors = [...scene.doors].reverse();
  const buttons = scene.buttons.map((button) => ({
    ...button,
    doors: button.doors.map((door) => scene.doors.length - 1 - door),
  }));
  const boxes = [...scene.boxes].reverse();
  const copy = parkour.parseInstance({
    ...instance,
    scene: { ...scene, boxes, doors, buttons, maxTicks: scene.maxTicks + 1, kill: scene.kill - 1 },
  });
  expect(parkour.likeness(copy)).toBe(parkour.likeness(instance));
  const moved = { ...scene, goal: { ...scene.goal, yaw: (scene.goal.yaw + 1) % 24 } };
  expect(parkour.likeness({ ...instance, scene: moved })).not.toBe(parkour.likeness(instance));
});
