import { expect, test } from 'vitest';
import { killMinters } from '#server/cli/bench/chain-kills.ts';
import { Rng } from '#shared/base/rng.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('kill -9 in the middle of minting loses no acknowledged mint and leaves the file whole', async () => {
  const report = await killMinters(await scratchFolder(), 3, new Rng(`kill ${process.pid}`));
  expect(report.acknowledged).toBeGreaterThanOrEqual(30);
  expect(report.lost).toBe(0);
  expect(report.check.blocks).toBeGreaterThan(3);
  // Nothing half done and nothing left over: what is in the file is what can be reached.
  expect(report.check.rows).toBe(report.check.reachable);
});
