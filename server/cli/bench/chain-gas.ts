/** What a laurel costs in gas when its holder has one already: handed in alone, and through the relay. */
import { join } from 'node:path';
import { createTx } from '@ethereumjs/tx';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { Engine } from '#server/adapters/chain/embedded/engine.ts';
import { CHAIN_ID, TRANSACTION_GAS } from '#server/adapters/chain/embedded/rules.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import type { ChainAction } from '#server/ports/chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY, openBenchChain, sendWhole } from './chain-load.ts';

const LAURELS = 10;

/** Gas of one award, in a folder of its own. */
export async function nextLaurelGas(folder: string): Promise<{ readonly alone: number; readonly relayed: number }> {
  const challenges = Array.from({ length: LAURELS + 2 }, (_, index) => `0x${keccak256(`challenge ${index}`)}`);
  const awards = await Promise.all(challenges.map(awardOn));
  const creator = addressOfKey(`0x${keccak256('creator')}`);
  const chain = await openBenchChain(folder);
  await sendWhole(
    chain,
    challenges.map((challenge) => ({
      intent: `0x${keccak256(`open ${challenge}`)}`,
      ...openCalls().openChallenge(challenge, creator, true),
    })),
  );
  await sendWhole(chain, awards.slice(0, 1));
  const { gasUsed } = await sendWhole(chain, awards.slice(2));
  await chain.close();
  const [, direct] = awards;
  if (direct === undefined) throw new DimensionError('bench.refused', 'There is no award to hand in.');
  return { alone: await handIn(folder, direct), relayed: gasUsed / LAURELS };
}

/** A record of the same holder on a challenge. */
async function awardOn(challenge: string): Promise<ChainAction> {
  const holder = addressOfKey(`0x${keccak256('holder')}`);
  const award = {
    ...{ challenge, recordIndex: 0, value: 10n ** 12n, digest: challenge },
    ...{ holders: [holder], sharesBasisPoints: [10_000] },
  };
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId: CHAIN_ID }).signAward(award);
  return { intent: `0x${keccak256(`award ${challenge}`)}`, ...openCalls().award(award, signature) };
}

/** An award as a transaction of somebody else: anybody may hand in what the verdict key signed. */
async function handIn(folder: string, award: ChainAction): Promise<number> {
  const database = openChainDatabase(join(folder, 'chain.sqlite'));
  const keys = { relayer: addressOfKey(BENCH_RELAYER_KEY), verdictSigner: addressOfKey(BENCH_VERDICT_KEY) };
  const engine = await Engine.open(database, keys, Date.now());
  const form = {
    type: 2,
    chainId: CHAIN_ID,
    nonce: 0,
    gasLimit: TRANSACTION_GAS,
    maxFeePerGas: 0,
    maxPriorityFeePerGas: 0,
  };
  const transaction = createTx(
    { ...form, to: fromHex(award.to), data: fromHex(award.data) },
    { common: engine.common },
  ).sign(fromHex(keccak256('a stranger')));
  const block = await engine.include(transaction, Date.now());
  database.close();
  if (!block.succeeded) throw new DimensionError('bench.refused', 'The award handed in alone was refused.');
  return Number(block.header.gasUsed);
}
