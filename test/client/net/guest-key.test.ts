import { verifyMessage } from 'ethers';
import { expect, test } from 'vitest';
import { backOffMs } from '#client/net/back-off.ts';
import { accountOfKey, addressOf, formerKeys, importGuestKey, openGuestKey } from '#client/net/guest-key.ts';
import { firstThatWorks, type KeyStore, memoryKeyStore } from '#client/net/key-store.ts';

const blocked: KeyStore = {
  read: () => Promise.reject(new Error('SecurityError')),
  write: () => Promise.reject(new Error('SecurityError')),
};

/** A store that keeps, as a browser's does. */
function keeping(): KeyStore {
  const memory = memoryKeyStore();
  return { read: memory.read, write: (text) => memory.write(text).then(() => true) };
}

test('the account of a known secret is the known account', () => {
  // The first account of the mnemonic "test test … junk", in every Ethereum tool.
  expect(addressOf('ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')).toBe(
    '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  );
});

test('a signature is read by others as this account', async () => {
  const key = await openGuestKey(memoryKeyStore());
  const text = 'Come in.\nZażółć gęślą jaźń.';
  expect(verifyMessage(text, key.sign(text)).toLowerCase()).toBe(key.address);
});

test('the key stays, travels as a file, and anything else is refused', async () => {
  const store = memoryKeyStore();
  const first = await openGuestKey(store);
  expect((await openGuestKey(store)).address).toBe(first.address);
  const elsewhere = keeping();
  expect((await importGuestKey(`${first.exportText()}\n`, elsewhere, keeping())).address).toBe(first.address);
  expect((await openGuestKey(elsewhere)).address).toBe(first.address);
  for (const text of [
    '',
    'hello',
    first.exportText().replace(/secret (.)/, (_, digit) => `secret ${digit === '0' ? '1' : '0'}`),
    first.exportText().slice(0, -9),
  ])
    await expect(importGuestKey(text, keeping(), keeping())).rejects.toMatchObject({ code: 'key.malformed' });
});

test('a brought key sets the one that was here aside, and takes nothing over where nothing is kept', async () => {
  const [store, former] = [keeping(), keeping()];
  const mine = await openGuestKey(store);
  const [second, third] = [await openGuestKey(keeping()), await openGuestKey(keeping())];
  expect(accountOfKey(second.exportText())).toBe(second.address);
  await importGuestKey(second.exportText(), store, former);
  await importGuestKey(third.exportText(), store, former);
  expect((await openGuestKey(store)).address).toBe(third.address);
  expect(await former.read()).toBe(mine.exportText() + second.exportText());
  const kept = keeping();
  const own = await openGuestKey(kept);
  const forgetful = importGuestKey(second.exportText(), kept, firstThatWorks([blocked]));
  await expect(forgetful).rejects.toMatchObject({ code: 'key.not-kept' });
  expect((await openGuestKey(kept)).address).toBe(own.address);
});

test('blocked storage still lets anyone in, and says that the key is not kept', async () => {
  const store = firstThatWorks([blocked, blocked]);
  const key = await openGuestKey(store);
  expect(key.kept).toBe(false);
  expect((await openGuestKey(store)).address).toBe(key.address);
});

test('the wait before another try grows, is spread, and ends at ten seconds', () => {
  expect(backOffMs(0, 0.5)).toBe(0);
  expect(backOffMs(1, 0.5)).toBe(250);
  expect(backOffMs(3, 0)).toBeLessThan(backOffMs(3, 1));
  for (let count = 1; count < 40; count++) expect(backOffMs(count, 1)).toBeLessThanOrEqual(10_000);
});

test('keys that were set aside are given back, the newest first, without the one in use and whatever is no key', async () => {
  const [store, former] = [keeping(), keeping()];
  const mine = await openGuestKey(store);
  const [second, third] = [await openGuestKey(keeping()), await openGuestKey(keeping())];
  expect(await formerKeys(mine.address, former)).toEqual([]);
  await importGuestKey(second.exportText(), store, former);
  await importGuestKey(third.exportText(), store, former);
  const [newest, oldest] = await formerKeys(third.address, former);
  expect([newest?.text, oldest?.text]).toEqual([second.exportText(), mine.exportText()]);
  // Used again: then it is the other one that lies aside.
  await importGuestKey(oldest?.text ?? '', store, former);
  const left = (await formerKeys(mine.address, former)).map(({ address }) => address);
  expect(left).toEqual([third.address, second.address]);
  await former.write(`nonsense\n${mine.exportText().replace(/secret ./, 'secret x')}${second.exportText()}`);
  expect((await formerKeys(third.address, former)).map(({ address }) => address)).toEqual([second.address]);
  await former.write(second.exportText().replace(second.address, third.address));
  expect(await formerKeys(mine.address, former)).toEqual([]);
});
