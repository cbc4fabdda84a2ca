/** A process that mints until it is killed: says each batch on standard output once the chain has acknowledged it. */
import { writeSync } from 'node:fs';
import { accountOf, openChain } from '#server/adapters/chain/open-chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY, mintAction } from './chain-load.ts';

/** Mints a batch. */
const BATCH = 10;
const STANDARD_OUTPUT = 1;

const [, , dataDir, first = '0'] = process.argv;
if (dataDir === undefined) throw new DimensionError('bench.arguments', 'Give the folder of the chain.');
const chain = await openChain({
  dataDir,
  relayerKey: BENCH_RELAYER_KEY,
  verdictAddress: accountOf(BENCH_VERDICT_KEY),
  log: (sentence) => process.stderr.write(`${sentence}\n`),
});
for (let from = Number(first); ; from += BATCH) {
  const sent = await chain.send(Array.from({ length: BATCH }, (_, index) => mintAction(from + index)));
  if (!sent.outcomes.every(({ ok }) => ok)) throw new DimensionError('bench.refused', 'A mint was refused.');
  // Written at once, so that what was said before a kill was really said.
  writeSync(STANDARD_OUTPUT, `${from + BATCH}\n`);
}
