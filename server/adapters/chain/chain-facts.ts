/** What the contracts' events mean for the world. */
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { automatonAbi } from '#contracts/built/automaton.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { workAbi } from '#contracts/built/work.ts';
import type { Chain, ChainLog } from '#server/ports/chain.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { workId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex } from '#shared/base/hash.ts';
import {
  type Address,
  type AutomatonId,
  parseAddress,
  parseAutomatonId,
  parseChallengeId,
  type WorkId,
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

/** The events that mean something here: contract and first topic. */
const OURS: ReadonlySet<string> = new Set([
  `${ADDRESSES.work} ${eventTopic(workAbi, 'Minted')}`,
  `${ADDRESSES.automaton} ${eventTopic(automatonAbi, 'AutomatonMinted')}`,
  `${ADDRESSES.frontier} ${eventTopic(frontierAbi, 'RecordSet')}`,
]);

/** Questions to the chain that are asked at once. */
const AT_ONCE = 32;

/** Reads the facts in logs, in order. Logs of other contracts and other events mean nothing here. */
export async function factsIn(logs: readonly ChainLog[], chain: Pick<Chain, 'call'>): Promise<readonly ChainFact[]> {
  const ours = logs.filter(({ address, topics }) => OURS.has(`${address} ${topics[0]}`));
  const facts: ChainFact[] = [];
  for (let at = 0; at < ours.length; at += AT_ONCE) {
    const part = await Promise.all(ours.slice(at, at + AT_ONCE).map((log) => factsOf(log, chain)));
    facts.push(...part.flat());
  }
  return facts;
}

async function factsOf(log: ChainLog, chain: Pick<Chain, 'call'>): Promise<readonly ChainFact[]> {
  if (log.address === ADDRESSES.work) return [await workFact(log, chain)];
  return log.address === ADDRESSES.automaton ? [automatonFact(log)] : laurelFacts(log);
}

/**
 * Writes facts; writing them again changes nothing. Answers the laurels that the world does not know as the chain tells
 * them (another holder, or none): they are not believed.
 * @param onLate hears of a laurel that was dropped on its way and stands all the same
 */
export async function writeFacts(
  facts: readonly ChainFact[],
  tx: StoreTransaction,
  onLate: (laurel: string, tx: StoreTransaction) => Promise<void> = async () => undefined,
): Promise<readonly ChainFact[]> {
  const strange: ChainFact[] = [];
  for (const fact of facts) {
    if (fact.kind === 'work') await tx.setWorkToken(fact.id, fact.tokenId);
    else if (fact.kind === 'automaton') await tx.setAutomatonToken(fact.id, fact.tokenId, fact.account);
    else if (await tx.standDropped('laurel', fact.id)) await onLate(fact.id, tx);
    else if (!(await tx.mintLaurel(fact.id, fact.holder, fact.transaction)) && !(await isInvalidated(fact, tx)))
      strange.push(fact);
  }
  return strange;
}

/** One that counts no longer here may well stand there. */
async function isInvalidated(
  { id, holder }: Extract<ChainFact, { readonly kind: 'laurel' }>,
  tx: StoreTransaction,
): Promise<boolean> {
  const laurel = await tx.laurel(id);
  return laurel?.state === 'invalidated' && laurel.holder === holder;
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
