import { describe, expect, test } from 'vitest';
import { FAMILIES } from '#content/catalog.ts';
import type { AnyFamily } from '#content/families/family.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { type CanonicalValue, canonicalJson } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { HANDS, type Hand, type Payload, payloadSchema } from '#shared/records/payload.ts';

const DIFFICULTIES = [0, 0.5, 1];
/** No judge may need more, CPU seconds: the worker pool ends it there. */
const MOST_CPU_SECONDS = 10;

const EMPTY: Readonly<Record<Hand, Payload>> = {
  tape: { kind: 'tape', bytes: '' },
  tapes: { kind: 'tapes', tapes: [''] },
  placements: { kind: 'placements', placements: [] },
  moves: { kind: 'moves', moves: '' },
  points: { kind: 'points', points: [] },
  vectors: { kind: 'vectors', vectors: [] },
  choice: { kind: 'choice', choice: 0 },
};

/** Whether a payload is accepted and holds; a refusal must be one of ours. */
async function holds(family: AnyFamily, instance: CanonicalValue, payload: unknown): Promise<boolean> {
  try {
    return (await family.judge(instance, family.parsePayload(payload, instance))).ok;
  } catch (error) {
    if (isDimensionError(error)) return false;
    throw error;
  }
}

function refusedCode(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isDimensionError(error)) return error.code;
    throw error;
  }
  return 'accepted';
}

describe.each(Object.keys(FAMILIES))('the family %s', (id) => {
  const open = async (): Promise<AnyFamily> => {
    const load = FAMILIES[id];
    if (load === undefined) throw new RangeError(id);
    return load();
  };
  const made = async (seed: string, difficulty: number) => (await open()).generate(new Rng(seed), difficulty);

  test('is registered under its own id and names its rules, hand and science', async () => {
    const family = await open();
    expect(family.id).toBe(id);
    expect(family.rules).toBeGreaterThan(0);
    expect(HANDS).toContain(family.hand);
    const { instance } = await made('brief', 0.5);
    const brief = family.brief(instance);
    expect(brief.task).toMatch(/\.$/);
    expect(brief.science.length).toBeGreaterThan(20);
  });

  test.each(DIFFICULTIES)(
    'makes the same instance from the same seed at difficulty %d, another from another',
    async (at) => {
      const [one, same, other] = await Promise.all([made('a', at), made('a', at), made('b', at)]);
      expect(canonicalJson(same.instance)).toBe(canonicalJson(one.instance));
      expect(same.witness).toEqual(one.witness);
      expect(canonicalJson(other.instance)).not.toBe(canonicalJson(one.instance));
    },
  );

  test('its instances survive the wire with the same challenge id', async () => {
    const family = await open();
    const { instance } = await made('wire', 0.7);
    const back = family.parseInstance(JSON.parse(JSON.stringify(instance)));
    const file = { family: family.id, rules: family.rules };
    expect(challengeId({ ...file, instance: back })).toBe(challengeId({ ...file, instance }));
  });

  test.each([null, 7, 'x', [], {}, { scene: {} }])('refuses %j as an instance', async (raw) => {
    const family = await open();
    expect(refusedCode(() => family.parseInstance(raw))).toMatch(/^(instance|scene)\./);
  });

  test.each(DIFFICULTIES)(
    'its witness holds at difficulty %d, within a bounded cost, with the same verdict twice',
    async (at) => {
      const family = await open();
      const { instance, witness } = await made('witness', at);
      if (witness === null) return expect(family.kind).toBe('record');
      const began = process.threadCpuUsage();
      const judgement = await family.judge(instance, family.parsePayload(witness, instance));
      const { user, system } = process.threadCpuUsage(began);
      expect(judgement).toMatchObject({ ok: true, unit: family.unit });
      expect((user + system) / 1e6).toBeLessThan(MOST_CPU_SECONDS);
      expect(await family.judge(instance, witness)).toEqual(judgement);
    },
  );

  test('nothing handed in does not hold, and a payload of another hand is refused', async () => {
    const family = await open();
    const { instance } = await made('nothing', 0.3);
    if (family.hand !== 'choice') expect(await holds(family, instance, EMPTY[family.hand])).toBe(false);
    for (const hand of HANDS)
      if (hand !== family.hand)
        expect(refusedCode(() => family.parsePayload(EMPTY[hand], instance))).toMatch(/^payload\./);
    for (const raw of [null, 3, 'tape', [], {}, { kind: 'spell' }])
      expect(refusedCode(() => family.parsePayload(raw, instance))).toMatch(/^payload\./);
  });

  test('a solution cut in half does not hold', async () => {
    const family = await open();
    const { instance, witness } = await made('cut', 0.5);
    const cut = witness === null ? null : halfOf(witness);
    if (cut !== null) expect(await holds(family, instance, cut)).toBe(false);
  });

  test('a solution of one instance is judged on another like any other try', async () => {
    const family = await open();
    const [one, other] = await Promise.all([made('mine', 0.8), made('yours', 0.8)]);
    if (one.witness === null) return;
    const held = await holds(family, other.instance, one.witness);
    if (family.hand === 'tape') expect(held).toBe(false);
  });

  test('the canonical form is one text, and its own canonical form', async () => {
    const family = await open();
    const { instance, witness } = await made('form', 0.5);
    if (witness === null) return;
    const form = await family.canonical(instance, witness);
    expect(await family.canonical(instance, witness)).toBe(form);
    expect(await family.canonical(instance, witness, await family.judge(instance, witness))).toBe(form);
    if (witness.kind === 'tape') {
      const again: Payload = { kind: 'tape', bytes: form };
      expect(await family.canonical(instance, family.parsePayload(again, instance))).toBe(form);
      expect(await family.judge(instance, again)).toMatchObject(await value(family, instance, witness));
    }
  });

  test('an instance is like itself and unlike another', async () => {
    const family = await open();
    const [one, other] = await Promise.all([made('like', 0.5), made('unlike', 0.5)]);
    const copy = family.parseInstance(JSON.parse(JSON.stringify(one.instance)));
    expect(family.likeness(copy)).toBe(family.likeness(one.instance));
    expect(family.likeness(other.instance)).not.toBe(family.likeness(one.instance));
  });

  test('a smaller gain than δ is no advance and δ is never nothing', async () => {
    const family = await open();
    for (const record of [1, 100, 10_000]) expect(family.delta(record, null)).toBeGreaterThan(0);
  });

  test('shows every instance with finite numbers', async () => {
    const family = await open();
    const { instance, witness } = await made('show', 1);
    const drawing = family.show(instance, witness);
    const numbers = JSON.stringify(drawing).match(/null|NaN/g);
    expect(numbers).toBeNull();
    expect(drawing.boxes.length + drawing.points.length + drawing.links.length).toBeGreaterThan(0);
  });
});

async function value(family: AnyFamily, instance: CanonicalValue, payload: Payload) {
  const judgement = await family.judge(instance, payload);
  return judgement.ok ? { ok: true, value: judgement.value } : { ok: false };
}

function halfOf(payload: Payload): Payload | null {
  if (payload.kind === 'tape') {
    const bytes = Buffer.from(payload.bytes, 'base64');
    return { kind: 'tape', bytes: bytes.subarray(0, (bytes.length >> 2) << 1).toString('base64') };
  }
  if (payload.kind === 'moves') return payloadSchema.parse({ ...payload, moves: payload.moves.slice(1) });
  return null;
}
