import { expect, onTestFinished, test } from 'vitest';
import { openFeedSigner } from '#server/adapters/chain/verdict-signer.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { publishBacklog } from '#server/flows/publish-backlog.ts';
import { publish } from '#server/stages/publish.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import { goldenRecord, keepRecord } from '#test/support/feed.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('records that are older than the feed go into it once, and only one key ever signs it', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const signer = openFeedSigner(`0x${keccak256('mine')}`);
  expect(await publishBacklog({ store, signer })).toBe(0);
  const old = goldenRecord();
  await keepRecord(old, store);
  expect(await publishBacklog({ store, signer })).toBe(1);
  expect(await publishBacklog({ store, signer })).toBe(0);
  const [entry] = await store.feed({ from: 1, limit: 9, characters: 1e6 });
  if (entry === undefined) throw new Error('there is an entry');
  expect(() => checkLink(entry, null)).not.toThrow();
  expect(entry).toMatchObject({ ...old, seq: 1, signer: signer.address, atMs: 1 });

  const other = openFeedSigner(`0x${keccak256('other')}`);
  const append = store.transact((tx) => publish(old, 2, tx, { signer: other }));
  await expect(append).rejects.toThrow(expect.objectContaining({ code: 'feed.signer' }));
});
