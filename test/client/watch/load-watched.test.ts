/** What cannot be shown as it was is refused with a sentence, never shown wrongly. */
import { expect, test } from 'vitest';
import { loadWatched } from '#client/watch/load-watched.ts';
import { fetchRival, rivalsOf } from '#client/watch/rivals.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeTape } from '#shared/physics/tape.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { FrontierRecord } from '#shared/records/attempt.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { straightScene, straightTape } from '#test/browser/support/straight-course.ts';
import { pairFile, pairPayload } from '#test/support/pair-course.ts';

const ATTEMPT = {
  id: 'watched',
  challenge: 'c',
  actor: { kind: 'person', address: '0x1', name: 'Ada', host: false },
  class: 'live',
  payload: straightTape(),
  wallMs: 1,
  receivedAtMs: 1,
  verdict: { ok: true, value: 252, unit: 'tick', digest: 'd', cpuMs: 1 },
};

function file(part: Partial<ChallengeFile> = {}, engine: CanonicalValue = ENGINE): ChallengeFile {
  return { family: 'parkour', rules: 1, instance: { engine, scene: straightScene() }, ...part };
}

function cardOf(of: ChallengeFile, part: Partial<ChallengeCard> = {}): ChallengeCard {
  return { id: 'c', title: 'One gap', file: of, machine: [], records: [], ...part } as unknown as ChallengeCard;
}

const world = (of: ChallengeFile, attempt: unknown = ATTEMPT) => ({
  replay: async () => attempt,
  challenge: async () => cardOf(of),
});

test('a run of a course comes with its scene', async () => {
  const watched = await loadWatched(world(file()), 'watched');
  expect(watched.course).toEqual(straightScene());
  expect(watched.attempt.payload).toEqual(straightTape());
});

test('other rules, another engine, an unknown family and a foreign payload are named, each in one sentence', async () => {
  const asked = (of: ChallengeFile, attempt?: unknown) => loadWatched(world(of, attempt), 'watched');
  await expect(asked(file({ rules: 2 }))).rejects.toMatchObject({
    code: 'watch.rules',
    message: /under rules 2 .* rules 1/,
  });
  await expect(asked(file({}, { ...ENGINE, version: '0.1.0' }))).rejects.toMatchObject({ code: 'instance.engine' });
  await expect(asked(file({ family: 'chess' }))).rejects.toMatchObject({ code: 'catalog.unknown' });
  await expect(asked(file(), { ...ATTEMPT, payload: pairPayload() })).rejects.toMatchObject({ code: 'payload.kind' });
  await expect(asked(file(), { ...ATTEMPT, verdict: 'yes' })).rejects.toMatchObject({ code: 'attempt.malformed' });
});

const RUN = { solver: 'go-explore', release: 1, seed: '1', budgetCpuSeconds: 1, cpuSeconds: 1, steps: 1 };
const SHORT = { kind: 'tape', bytes: encodeTape(Uint8Array.of(1, 1, 1)) };
const record = (attempt: string, value: number) =>
  ({ attempt, value, unit: 'tick', holderName: `Holder of ${attempt}`, holder: '0x2' }) as unknown as FrontierRecord;

test('beside an attempt stand the best machine and all other records, the newest first, never itself', async () => {
  const machine = [{ ...RUN, solved: false, progress: 0.618, best: SHORT }];
  const card = cardOf(file(), { machine, records: [record('old', 300), record('watched', 252), record('new', 240)] });
  const { attempt } = await loadWatched({ ...world(file()), challenge: async () => card }, 'watched');
  expect(rivalsOf(card, attempt, 'lower')).toEqual([
    { kind: 'machine', key: 'machine', solver: 'go-explore', solved: false, percent: 61 },
    { kind: 'record', key: 'new', name: 'Holder of new', value: 240, unit: 'tick' },
    { kind: 'record', key: 'old', name: 'Holder of old', value: 300, unit: 'tick' },
  ]);
  const same = cardOf(file(), {
    machine: [{ ...RUN, solved: true, progress: 1, best: ATTEMPT.payload as CanonicalValue }],
  });
  expect(rivalsOf(same, attempt, 'lower')).toEqual([]);
});

test('a rival is fetched with the names of everybody in it', async () => {
  const party = ['Bo', 'Cleo'].map((name) => ({ name, address: '0x3' }));
  const api = { replay: async () => ({ ...ATTEMPT, id: 'new', party, payload: pairPayload() }) };
  const card = cardOf(pairFile(), {
    machine: [{ ...RUN, solved: false, progress: 0.5, best: SHORT }],
    records: [record('new', 1)],
  });
  const [machine, other] = rivalsOf(card, { ...ATTEMPT, id: 'watched' } as never, 'lower');
  if (machine === undefined || other === undefined) throw new Error('there are two');
  expect(await fetchRival(other, card, 'lower', api)).toMatchObject({
    payload: pairPayload(),
    who: { names: ['Bo', 'Cleo'], isMachine: false },
  });
  expect(await fetchRival(machine, card, 'lower', api)).toMatchObject({
    payload: SHORT,
    who: { names: ['go-explore'], isMachine: true },
  });
});
