import { expect, onTestFinished, test } from 'vitest';
import { FIRST_TRY_SPOT } from '#content/world/island.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { Landmarks } from '#server/rooms/landmarks.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { easyCourse } from '#test/browser/support/straight-course.ts';
import { personNamed } from '#test/support/loop.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('what people hold keeps its gate however much is open for training since', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const creator = personNamed('Ann').address;
  await store.transact(async (tx) => {
    const put = (title: string, state: ChallengeState) => {
      const file = { family: 'parkour', rules: 1, instance: title };
      const id = parseChallengeId(sha256(title));
      return tx.putChallenge({ id, file, title, state, creator, witnessHash: null, machine: [], changedAtMs: 0 });
    };
    await put('Held', 'frontier');
    // More than the rooms read of one kind.
    for (let index = 0; index < 300; index++) await put(`Training ${index}`, 'training');
  });
  const state = new WorldState();
  await new Landmarks(state, store, Date.now).load();
  const gates = [...state.gates.values()];
  expect(gates.map(({ title }) => title)).toContain('Held');
  expect(gates.length).toBeLessThan(300);
});

test('of what machines do too a course for one stands on the plaza, however much was there before it', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const creator = personNamed('Ann').address;
  const { file } = easyCourse();
  await store.transact(async (tx) => {
    const put = (title: string, state: ChallengeState, changedAtMs: number, of: ChallengeFile) =>
      tx.putChallenge({
        ...{ id: parseChallengeId(sha256(title)), file: of, title, state, creator },
        ...{ witnessHash: null, machine: [], changedAtMs },
      });
    for (let index = 0; index < 12; index++)
      await put(`Held ${index}`, 'frontier', index, { family: 'parkour', rules: 1, instance: `${index}` });
    await put('Unreadable', 'training', 20, { family: 'parkour', rules: 1, instance: 'not a course' });
    await put('For one', 'training', 30, file);
  });
  const state = new WorldState();
  await new Landmarks(state, store, Date.now).load();
  const spotOf = (title: string) => [...state.gates.values()].find((gate) => gate.title === title)?.spot;
  expect(spotOf('For one')).toBe(FIRST_TRY_SPOT);
  expect(spotOf('Unreadable')).toBeGreaterThan(7);
  expect(state.gates.size).toBe(14);
});
