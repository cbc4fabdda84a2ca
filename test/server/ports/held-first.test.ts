import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { heldFirst } from '#server/ports/held-first.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { type ChallengeState, OPEN_STATES } from '#shared/records/challenge.ts';
import { personNamed } from '#test/support/loop.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('a flood of training challenges takes no place from what people hold', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const creator = personNamed('Ann').address;
  await store.transact(async (tx) => {
    const put = (title: string, state: ChallengeState) => {
      const file = { family: 'parkour', rules: 1, instance: title };
      const id = parseChallengeId(sha256(title));
      return tx.putChallenge({ id, file, title, state, creator, witnessHash: null, machine: [], changedAtMs: 0 });
    };
    await put('old', 'frontier');
    await put('older', 'hidden');
    for (let index = 0; index < 9; index++) await put(`flood ${index}`, 'training');
    await put('new', 'solved');
  });
  const titles = async (limit: number) => (await heldFirst(OPEN_STATES, limit, store)).map(({ title }) => title);
  expect(await titles(4)).toEqual(['new', 'old', 'flood 8', 'flood 7']);
  expect(await titles(1)).toEqual(['new']);
});
