/** The first automata: each planted once, also into a world that is older than it, each with its entry for the chain, in one transaction. */
import { FOUNDERS, type Founder } from '#content/world/automata.ts';
import type { ChainCalls } from '#server/ports/chain.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Store } from '#server/ports/store.ts';
import { canonicalJson, keccak256, sha256 } from '#shared/base/hash.ts';
import { type Address, type AutomatonId, parseAddress } from '#shared/base/ids.ts';
import type { Automaton } from '#shared/records/automaton.ts';

/** What planting needs. */
export interface PlantingNeeds {
  readonly store: Store;
  readonly calls: Pick<ChainCalls, 'mintAutomaton'>;
  readonly clock: Clock;
  /** The token-bound account that automaton number `index` (from 0) will have. */
  readonly account: (index: number, name: string) => Address;
}

/** All automata; plants the founders that this world does not have yet. */
export async function plantAutomata(needs: PlantingNeeds): Promise<Automaton[]> {
  const there = await needs.store.automata();
  const missing = FOUNDERS.filter(({ id }) => !there.some((automaton) => automaton.id === id));
  if (missing.length === 0) return there;
  const planted = missing.map((founder) => seedling(founder, FOUNDERS.indexOf(founder), needs));
  await needs.store.transact(async (tx) => {
    for (const automaton of planted) await tx.putAutomaton(automaton);
    await tx.addOutbox(missing.map((founder) => entry(founder, needs.calls)));
    for (const { id, account } of planted) await tx.addEvent('planted', id, JSON.stringify({ account }), needs.clock());
  });
  return [...there, ...planted];
}

/** An account that nobody holds, for worlds whose chain cannot tell the real one yet. */
export function provisionalAccount(id: AutomatonId): Address {
  return parseAddress(`0x${keccak256(`automaton:${id}`).slice(24)}`);
}

function seedling({ id, name, motto, personality }: Founder, index: number, needs: PlantingNeeds): Automaton {
  return {
    id,
    name,
    motto,
    personality,
    account: needs.account(index, name),
    tokenId: null,
    doing: 'resting',
    because: 'I have just woken up.',
    lastError: null,
    cpuSecondsUsed: 0,
    heartbeatAtMs: needs.clock(),
  };
}

/** What the chain learns of it: its name and a hash of what it is, the same on every server. */
function entry({ id, name, motto, personality }: Founder, calls: PlantingNeeds['calls']) {
  const traits = Object.fromEntries(Object.entries(personality).map(([trait, value]) => [trait, String(value)]));
  const codeHash = `0x${sha256(canonicalJson({ id, name, motto, personality: traits }))}`;
  const { to, data } = calls.mintAutomaton({ name, codeHash });
  return { intent: `0x${keccak256(`automaton:${id}`)}`, kind: 'automaton' as const, to, data, subject: id };
}
