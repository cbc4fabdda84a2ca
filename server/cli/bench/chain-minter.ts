/** A process that mints until it is killed: says each batch on standard output once the chain has acknowledged it. */
import { writeSync } from 'node:fs';
import { DimensionError } from '#shared/base/errors.ts';
import { mintAction, openBenchChain, sendWhole } from './chain-load.ts';

/** Mints a batch. */
const BATCH = 10;
const STANDARD_OUTPUT = 1;

const [, , dataDir, first = '0'] = process.argv;
if (dataDir === undefined) throw new DimensionError('bench.arguments', 'Give the folder of the chain.');
const chain = await openBenchChain(dataDir);
for (let from = Number(first); ; from += BATCH) {
  await sendWhole(
    chain,
    Array.from({ length: BATCH }, (_, index) => mintAction(from + index)),
  );
  // Written at once, so that what was said before a kill was really said.
  writeSync(STANDARD_OUTPUT, `${from + BATCH}\n`);
}
