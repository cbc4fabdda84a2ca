import { expect, test } from 'vitest';
import { isDimensionError } from '#shared/base/errors.ts';
import { canonicalJson } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { provingGround } from '#shared/physics/proving-ground.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import { parseScene } from '#shared/physics/scene.ts';
import { yard, yardDocument } from './yard.ts';

function refusal(raw: unknown): { code: string; sentence: string } {
  try {
    parseScene(raw);
  } catch (error) {
    if (isDimensionError(error)) return { code: error.code, sentence: error.message };
    throw error;
  }
  return { code: 'accepted', sentence: '' };
}

const box = { at: [0, 0, 0], half: [8, 8, 8], yaw: 0 };
const door = { ...box, slide: [0, 64, 0], travel: 30, need: 1 };
const button = { ...box, press: 'use', doors: [0], ticks: 60 };

test.each([
  ['NaN', { boxes: [{ ...box, at: [Number.NaN, 0, 0] }] }, 'scene.bounds'],
  ['a half unit', { boxes: [{ ...box, at: [0.5, 0, 0] }] }, 'scene.bounds'],
  ['a place beyond the edge', { boxes: [{ ...box, at: [0, 20_000, 0] }] }, 'scene.bounds'],
  ['a negative size', { boxes: [{ ...box, half: [8, -8, 8] }] }, 'scene.size'],
  ['a size of nothing', { boxes: [{ ...box, half: [0, 8, 8] }] }, 'scene.size'],
  ['10,000 bodies', { boxes: Array.from({ length: 10_000 }, () => box) }, 'scene.bodies'],
  ['100 crates', { crates: Array.from({ length: 100 }, () => ({ ...box, mass: 9 })) }, 'scene.bodies'],
  ['a million ticks', { maxTicks: 1_000_000 }, 'scene.ticks'],
  ['no tick', { maxTicks: 0 }, 'scene.ticks'],
  ['a turn past the circle', { boxes: [{ ...box, yaw: 24 }] }, 'scene.yaw'],
  ['an empty path', { platforms: [{ half: [8, 8, 8], yaw: 0, path: [] }] }, 'scene.path'],
  [
    'a path without time',
    { platforms: [{ half: [8, 8, 8], yaw: 0, path: [{ at: [0, 0, 0], ticks: 0 }] }] },
    'scene.ticks',
  ],
  ['a crate without mass', { crates: [{ ...box, mass: 0 }] }, 'scene.mass'],
  ['a button without its door', { buttons: [button] }, 'scene.button'],
  ['a door that asks for two buttons and has one', { doors: [{ ...door, need: 2 }], buttons: [button] }, 'scene.door'],
  ['no start', { starts: [] }, 'scene.start'],
  ['a start under the kill height', { kill: 10 }, 'scene.start'],
  ['another form', { form: 3 }, 'scene.form'],
  ['an unknown piece', { cannons: [] }, 'scene.shape'],
  ['a ramp as thin as a hair', { ramps: [{ ...box, half: [1, 1, 4096] }] }, 'scene.size'],
  ['a key that looks like a code of ours', { 'scene.mine|My sentence.': [] }, 'scene.shape'],
  ['a place of two numbers', { boxes: [{ ...box, at: [0, 0] }] }, 'scene.shape'],
])('a scene with %s is refused with a code and a sentence', (_, more, code) => {
  const refused = refusal(yardDocument(more));
  expect(refused.code).toBe(code);
  expect(refused.sentence).toMatch(/^[A-Z].*\.$/);
});

const cycle = { period: 60, on: 30, phase: 0 };
const lever = { ...box, doors: [0], shuts: [] };
test.each([
  ['pieces of form 2 in form 1', { form: 1, keys: [{ at: [0, 0, 0] }] }, 'scene.form'],
  ['an empty list more', { keys: [] }, 'scene.shape'],
  ['a lever without its door', { levers: [lever] }, 'scene.button'],
  ['a lever that shuts no door of the scene', { doors: [door], levers: [{ ...lever, shuts: [3] }] }, 'scene.button'],
  [
    'a clock that is on longer than its period',
    { doors: [door], clocks: [{ ...cycle, on: 61, doors: [0] }] },
    'scene.clock',
  ],
  ['a phase past the period', { doors: [door], clocks: [{ ...cycle, phase: 60, doors: [0] }] }, 'scene.clock'],
  ['a lock without its key', { doors: [door], locks: [{ ...box, key: 0, doors: [0] }] }, 'scene.lock'],
  ['a key numbered like nothing', { doors: [door], locks: [{ ...box, key: -1, doors: [0] }] }, 'scene.lock'],
  ['a storm', { winds: [{ ...box, ...cycle, push: [0, 100_000, 0] }] }, 'scene.wind'],
  ['a wind that is NaN', { winds: [{ ...box, ...cycle, push: [0, Number.NaN, 0] }] }, 'scene.wind'],
  ['a tile that may hold', { tiles: [{ ...box, holds: 'perhaps', shown: 10 }] }, 'scene.tile'],
  ['a tile lit for ever', { tiles: [{ ...box, holds: true, shown: 1e9 }] }, 'scene.tile'],
  ['5 starts', { starts: Array.from({ length: 5 }, () => ({ at: [0, 0, 0], yaw: 0 })) }, 'scene.start'],
  ['nine keys', { keys: Array.from({ length: 9 }, () => ({ at: [0, 0, 0] })) }, 'scene.bodies'],
  ['300 grips', { grips: Array.from({ length: 300 }, () => box) }, 'scene.bodies'],
  ['a megabyte of text', { grips: 'x'.repeat(1_000_000) }, 'scene.shape'],
])('a rich scene with %s is refused with a code and a sentence', (_, more, code) => {
  const refused = refusal({ ...yardDocument(), form: 2, ...more });
  expect(refused.code).toBe(code);
  expect(refused.sentence).toMatch(/^[A-Z].*\.$/);
  expect(refused.sentence.length).toBeLessThan(200);
});

test('a rich scene with anything in the place of any member is refused or parsed, never worse', () => {
  const rng = new Rng('spoilt');
  const odd = [null, -1, 1e308, Number.NaN, '', 'x', [], {}, [[]], true, { at: [0, 0, 0] }];
  for (let round = 0; round < 400; round++) {
    const spoilt = structuredClone<Record<string, unknown>>({ ...richGround() });
    let at: object = spoilt;
    for (;;) {
      const name = rng.pick(Object.keys(at));
      const inner: unknown = Reflect.get(at, name);
      if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && rng.chance(0.7)) at = inner;
      else {
        Reflect.set(at, name, rng.pick(odd));
        break;
      }
    }
    expect(refusal(spoilt).code).toMatch(/^(scene\.[a-z]+|accepted)$/);
  }
});

test.each([[null], [7], ['scene'], [[]], [{}]])('%j is no scene', (raw) => {
  expect(refusal(raw).code).toMatch(/^scene\./);
});

test('what was parsed parses again to the same canonical text', () => {
  for (const scene of [yard(), provingGround(), richGround()])
    expect(canonicalJson(parseScene(JSON.parse(JSON.stringify(scene))))).toBe(canonicalJson(scene));
});
