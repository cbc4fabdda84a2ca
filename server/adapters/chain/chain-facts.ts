/** What the contracts' events mean for the world. */
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { automatonAbi } from '#contracts/built/automaton.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { workAbi } from '#contracts/built/work.ts';
import type { Chain, ChainLog } from '#server/ports/chain.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex } from '#shared/base/hash.ts';
import {
  type Address,
  type AutomatonId,
  parseAddress,
  parseAutomatonId,
  parseChallengeId,
  type WorkId,
  workId,
} from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { type AbiValue, decodeEvent, decodeReturn, encodeCall, eventTopic } from './abi.ts';

/** Something that now stands on chain. Token ids are decimal, a laurel's is 0x and 64 hex digits. */
export type ChainFact =
  | { readonly kind: 'work'; readonly id: WorkId; readonly tokenId: string; readonly transaction: string }
  | {
      readonly kind: 'automaton';
      readonly id: AutomatonId;
      readonly tokenId: string;
      readonly account: Address;
      readonly transaction: string;
    }
  | { readonly kind: 'laurel'; readonly id: string; readonly holder: Address; readonly transaction: string };

const MINTED = eventTopic(workAbi, 'Minted');
const AUTOMATON_MINTED = eventTopic(automatonAbi, 'AutomatonMinted');
const RECORD_SET = eventTopic(frontierAbi, 'RecordSet');

/** Reads the facts in logs, in order. Logs of other contracts and other events mean nothing here. */
export async function factsIn(logs: readonly ChainLog[], chain: Pick<Chain, 'call'>): Promise<readonly ChainFact[]> {
  const facts: ChainFact[] = [];
  for (const log of logs) {
    const [topic] = log.topics;
    if (log.address === ADDRESSES.work && topic === MINTED) facts.push(await workFact(log, chain));
    if (log.address === ADDRESSES.automaton && topic === AUTOMATON_MINTED) facts.push(automatonFact(log));
    if (log.address === ADDRESSES.frontier && topic === RECORD_SET) facts.push(...laurelFacts(log));
  }
  return facts;
}

/** Writes facts; writing them again changes nothing. */
export async function writeFacts(facts: readonly ChainFact[], tx: StoreTransaction): Promise<void> {
  for (const fact of facts) {
    if (fact.kind === 'work') await tx.setWorkToken(fact.id, fact.tokenId);
    else if (fact.kind === 'automaton') await tx.setAutomatonToken(fact.id, fact.tokenId, fact.account);
    else await tx.setLaurelState(fact.id, 'minted', fact.transaction);
  }
}

/** The chain names a work by the keccak of its genome, the world by the SHA-256: the genome itself joins them. */
async function workFact(log: ChainLog, chain: Pick<Chain, 'call'>): Promise<ChainFact> {
  const [token = 0n] = decodeEvent(workAbi, 'Minted', log);
  const answer = await chain.call(log.address, encodeCall(workAbi, 'genomeOf', [token]));
  const [genome] = decodeReturn(workAbi, 'genomeOf', answer);
  const id = workId(fromHex(textOf(genome)));
  return { kind: 'work', id, tokenId: String(token), transaction: log.transaction };
}

function automatonFact(log: ChainLog): ChainFact {
  const [token = 0n, name, , account] = decodeEvent(automatonAbi, 'AutomatonMinted', log);
  return {
    kind: 'automaton',
    id: parseAutomatonId(name),
    tokenId: String(token),
    account: parseAddress(account),
    transaction: log.transaction,
  };
}

/** A record gives one laurel a holder; their ids follow from its place. */
function laurelFacts(log: ChainLog): readonly ChainFact[] {
  const [challenge, index = 0n, , , holders] = decodeEvent(frontierAbi, 'RecordSet', log);
  if (typeof holders !== 'object') throw wrongForm();
  const id = parseChallengeId(textOf(challenge).slice(2));
  return holders.map((holder, place) => ({
    kind: 'laurel',
    id: laurelId(id, Number(index), place),
    holder: parseAddress(holder),
    transaction: log.transaction,
  }));
}

function textOf(value: AbiValue | undefined): string {
  if (typeof value === 'string') return value;
  throw wrongForm();
}

function wrongForm(): DimensionError {
  return new DimensionError('abi.value', 'The contract speaks in another form than its interface says.');
}
