/** Flow of silence: the host takes the word from somebody for a while, or gives it back; both stand in the history. */
import { DimensionError } from '#shared/base/errors.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

const HOUR_MS = 3_600_000;

/** @throws DimensionError `person.unknown`, `silence.host` */
export async function silenceFlow(
  { intent, atMs }: Proposal<'silence'>,
  { store }: Pick<FlowNeeds, 'store'>,
): Promise<Accepted> {
  const address = parseAddress(intent.account);
  const { hours, reason } = intent;
  const name = await store.transact(async (tx) => {
    const person = await tx.person(address);
    if (person === null) throw new DimensionError('person.unknown', 'Nobody of that account has been here.');
    if (person.host) throw new DimensionError('silence.host', 'The host cannot be silenced.');
    await tx.setSilence(address, hours === 0 ? null : { untilMs: atMs + hours * HOUR_MS, reason });
    await tx.addEvent(hours === 0 ? 'unsilenced' : 'silenced', address, JSON.stringify({ hours, reason }), atMs);
    return person.name;
  });
  return {
    accepted: true,
    id: address,
    sentence: hours === 0 ? `${name} may speak again.` : `${name} cannot speak for ${hours} hours.`,
  };
}
