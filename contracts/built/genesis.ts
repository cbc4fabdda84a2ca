/** Made by contracts/build.ts (`npm run contracts`) from contracts/src; checked against a recompile. */
import { ADDRESSES } from './addresses.ts';
import { accountBytecode } from './account.ts';
import { automatonBytecode } from './automaton.ts';
import { frontierBytecode } from './frontier.ts';
import { painterBytecode } from './painter.ts';
import { registryRuntime } from './registry.ts';
import { relayBytecode } from './relay.ts';
import { workBytecode } from './work.ts';

/** Seconds in which the holder of a laurel may object to its re-issue: 30 days. */
const REISSUE_DELAY_S = 2_592_000;

/** The two keys of the host that the contracts know: who sends transactions, who signs verdicts. */
export interface HostKeys {
  /** Account of the chain key, 0x and 40 hex digits. */
  readonly relayer: string;
  /** Account of the verdict key, 0x and 40 hex digits. */
  readonly verdictSigner: string;
}

/** One contract creation: `data` is the creation code with its arguments, sent by DEPLOYER with the next nonce. */
export interface Deployment {
  readonly name: 'relay' | 'painter' | 'account' | 'automaton' | 'work' | 'frontier';
  readonly address: string;
  readonly data: string;
}

/** Code that stands in the genesis state, without a transaction. */
export const GENESIS_CODE = [{ address: ADDRESSES.registry, code: registryRuntime }] as const;

/** What DEPLOYER creates at genesis, in order, from nonce 0. */
export function deployments(keys: HostKeys): readonly Deployment[] {
  return [
    { name: 'relay', address: ADDRESSES.relay, data: relayBytecode + word(keys.relayer) },
    { name: 'painter', address: ADDRESSES.painter, data: painterBytecode },
    { name: 'account', address: ADDRESSES.account, data: accountBytecode },
    { name: 'automaton', address: ADDRESSES.automaton, data: automatonBytecode + word(ADDRESSES.relay) + word(ADDRESSES.registry) + word(ADDRESSES.account) + word(ADDRESSES.painter) },
    { name: 'work', address: ADDRESSES.work, data: workBytecode + word(ADDRESSES.relay) + word(ADDRESSES.painter) },
    { name: 'frontier', address: ADDRESSES.frontier, data: frontierBytecode + word(ADDRESSES.relay) + word(keys.verdictSigner) + word(REISSUE_DELAY_S) + word(ADDRESSES.painter) },
  ];
}

function word(value: string | number): string {
  const digits = typeof value === 'number' ? value.toString(16) : value.slice(2).toLowerCase();
  return digits.padStart(64, '0');
}
