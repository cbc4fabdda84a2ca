/** A chain in this process with our genesis on it, for contract tests: calls, transactions and what they cost. */
import { Interface, type InterfaceAbi, Wallet } from 'ethers';
import { network } from 'hardhat';
import { accountAbi } from '#contracts/built/account.ts';
import { ADDRESSES, DEPLOYER } from '#contracts/built/addresses.ts';
import { automatonAbi } from '#contracts/built/automaton.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { deployments, GENESIS_CODE } from '#contracts/built/genesis.ts';
import { painterAbi } from '#contracts/built/painter.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { workAbi } from '#contracts/built/work.ts';
import { keccak256 } from '#shared/base/hash.ts';

/** The contracts' interfaces by name. */
export const INTERFACES = {
  relay: abi(relayAbi),
  account: abi(accountAbi),
  automaton: abi(automatonAbi),
  work: abi(workAbi),
  frontier: abi(frontierAbi),
  painter: abi(painterAbi),
} as const;
export type ContractName = keyof typeof INTERFACES;

/** One call through the relay. */
export interface Action {
  readonly to: string;
  readonly data: string;
}

/** A mined transaction. */
export interface Receipt {
  readonly gasUsed: number;
  readonly contractAddress: string | null;
  readonly logs: readonly { readonly address: string; readonly topics: string[]; readonly data: string }[];
}

/** What became of one action: its result, or the name of the error it failed with. */
export interface Outcome {
  readonly ok: boolean;
  readonly result: string;
  readonly error: string | null;
}

const CHAIN_ID = 31_337;
const RICH = '0x56bc75e2d63100000';
const GAS_LIMIT = '0xf42400';
const PREFIX = 'ab'.repeat(28);

/** Our contracts on Hardhat's in-process chain, and the two keys of a host. */
export class EdrChain {
  readonly chainId = CHAIN_ID;
  readonly relayer = new Wallet(`0x${'11'.repeat(32)}`);
  readonly verdict: Wallet;
  readonly #request: (method: string, params: unknown[]) => Promise<unknown>;
  #intents = 0;

  private constructor(verdict: Wallet, request: (method: string, params: unknown[]) => Promise<unknown>) {
    this.verdict = verdict;
    this.#request = request;
  }

  /** A new chain on which the genesis was carried out. */
  static async open(verdict = new Wallet(`0x${'22'.repeat(32)}`)): Promise<EdrChain> {
    const { provider } = await network.create();
    const chain = new EdrChain(verdict, (method, params) => provider.request({ method, params }));
    for (const { address, code } of GENESIS_CODE) await chain.#request('hardhat_setCode', [address, code]);
    await chain.own(DEPLOYER);
    await chain.own(chain.relayer.address);
    const keys = { relayer: chain.relayer.address, verdictSigner: chain.verdict.address };
    for (const { data } of deployments(keys)) await chain.send(DEPLOYER, null, data);
    return chain;
  }

  /** Lets tests send as `account`, whoever has its key, with means to pay for gas. */
  async own(account: string): Promise<void> {
    await this.#request('hardhat_impersonateAccount', [account]);
    await this.#request('hardhat_setBalance', [account, RICH]);
  }

  /** Sends one transaction; with `to` null it creates a contract. @throws when it reverts */
  async send(from: string, to: string | null, data: string): Promise<Receipt> {
    const target = to === null ? {} : { to };
    const hash = await this.#request('eth_sendTransaction', [{ from, ...target, data, gas: GAS_LIMIT }]);
    const raw = (await this.#request('eth_getTransactionReceipt', [hash])) as {
      gasUsed: string;
      contractAddress: string | null;
      logs: Receipt['logs'];
    };
    return { gasUsed: Number(raw.gasUsed), contractAddress: raw.contractAddress, logs: raw.logs };
  }

  /** Runs actions in one batch of the relay; their intents count up, or are hashes as the server's are. */
  async run(
    actions: readonly Action[],
    intents: 'counted' | 'hashed' = 'counted',
  ): Promise<{ readonly gasUsed: number; readonly outcomes: readonly Outcome[] }> {
    const batch = actions.map((action) => {
      const counted = `0x${PREFIX}${(this.#intents++).toString(16).padStart(8, '0')}`;
      return { intent: intents === 'counted' ? counted : `0x${keccak256(counted)}`, ...action };
    });
    const data = INTERFACES.relay.encodeFunctionData('run', [batch]);
    const receipt = await this.send(this.relayer.address, ADDRESSES.relay, data);
    const outcomes = receipt.logs.flatMap((log) => {
      const event = log.address === ADDRESSES.relay ? INTERFACES.relay.parseLog(log) : null;
      if (event?.name !== 'Done') return [];
      const [, ok, result] = event.args as unknown as [string, boolean, string];
      return [{ ok, result, error: ok ? null : errorName(result) }];
    });
    return { gasUsed: receipt.gasUsed, outcomes };
  }

  /** Reads from a contract; a single return value is unwrapped. */
  async read(contract: ContractName, method: string, args: readonly unknown[], at?: string): Promise<unknown> {
    const data = INTERFACES[contract].encodeFunctionData(method, args);
    const answer = await this.#request('eth_call', [{ to: at ?? ADDRESSES[contract], data }, 'latest']);
    const values = INTERFACES[contract].decodeFunctionResult(method, String(answer));
    return values.length === 1 ? values[0] : values;
  }

  async codeAt(address: string): Promise<string> {
    return String(await this.#request('eth_getCode', [address, 'latest']));
  }
}

/** A call of one of our contracts, ready for the relay. */
export function call(contract: ContractName, method: string, args: readonly unknown[], at?: string): Action {
  return { to: at ?? ADDRESSES[contract], data: INTERFACES[contract].encodeFunctionData(method, args) };
}

/** A generator's name as the contract takes it. */
export function shortString(text: string): string {
  return `0x${Buffer.from(text).toString('hex').padEnd(64, '0')}`;
}

function errorName(data: string): string {
  for (const contract of Object.values(INTERFACES)) {
    const error = contract.parseError(data);
    if (error !== null) return error.name;
  }
  return data;
}

function abi(entries: InterfaceAbi): Interface {
  return new Interface(entries);
}
