import { chmod, open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openKeys } from '#server/adapters/keys.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('three different keys are made once, readable by nobody else', async () => {
  const folder = await scratchFolder();
  const both = await Promise.all([openKeys(folder, {}), openKeys(folder, {})]);
  expect(both[0]).toEqual(both[1]);
  const keys = Object.values(await openKeys(folder, {}));
  expect(new Set(keys).size).toBe(3);
  expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['chain.key', 'host.key', 'verdict.key']);
  for (const name of await readdir(join(folder, 'keys')))
    expect((await stat(join(folder, 'keys', name))).mode & 0o777).toBe(0o600);
});

test('keys from the environment are taken and not kept', async () => {
  const folder = await scratchFolder();
  const given = `0x${'11'.repeat(32)}`;
  expect(await openKeys(folder, { host: given })).toMatchObject({ host: given });
  expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['chain.key', 'verdict.key']);
});

test('the same key twice, zero and damaged files are refused', async () => {
  const folder = await scratchFolder();
  const key = `0x${'22'.repeat(32)}`;
  await expect(openKeys(folder, { host: key, chain: key })).rejects.toMatchObject({ code: 'keys.same' });
  await expect(openKeys(folder, { host: `0x${'0'.repeat(64)}` })).rejects.toMatchObject({ code: 'keys.malformed' });
  await openKeys(folder, {});
  await chmod(join(folder, 'keys', 'chain.key'), 0o600);
  await writeFile(join(folder, 'keys', 'chain.key'), '0x12\n');
  await expect(openKeys(folder, {})).rejects.toMatchObject({ code: 'keys.malformed' });
});

test('a fresh key is on the disk by name too: its folder is synced when the key is in place', async () => {
  const folder = await scratchFolder();
  const probe = await open(folder, 'r');
  const handles = Object.getPrototypeOf(probe) as typeof probe;
  const { sync } = handles;
  await probe.close();
  const found: string[][] = [];
  const spy = vi.spyOn(handles, 'sync').mockImplementation(async function (this: typeof probe) {
    if ((await this.stat()).isDirectory()) found.push(await readdir(join(folder, 'keys')));
    return sync.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  await openKeys(folder, { host: `0x${'11'.repeat(32)}`, chain: `0x${'22'.repeat(32)}` });
  // First the folder that holds `keys`, then `keys` itself, with the key under its last name.
  expect(found).toEqual([[], expect.arrayContaining(['verdict.key'])]);
  await openKeys(folder, { host: `0x${'11'.repeat(32)}`, chain: `0x${'22'.repeat(32)}` });
  expect(found).toHaveLength(2);
});
