/** ERC-721 metadata of works, laurels and automata, for wallets that ask the server instead of the chain. */
import type { Router } from 'express';
import { DimensionError } from '#shared/base/errors.ts';
import { parseAutomatonId, parseWorkId } from '#shared/base/ids.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import { valueText } from '#shared/records/value-text.ts';
import { answering } from './answer.ts';
import { emblem } from './emblem.ts';
import type { HttpNeeds } from './needs.ts';

/** @see https://eips.ethereum.org/EIPS/eip-721 "ERC721 Metadata JSON Schema" */
interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly image: string;
  readonly attributes: readonly { readonly trait_type: string; readonly value: string | number }[];
}

const trait = (trait_type: string, value: string | number) => ({ trait_type, value });

export function metadataRoutes(router: Router, { store }: HttpNeeds): void {
  router.get(
    ROUTES.workMetadata.path,
    answering(async (request) => {
      const work = await store.work(parseWorkId(request.params['id']));
      if (work === null || work.hidden)
        throw new DimensionError('work.unknown', 'There is no such work in this world.');
      const body: Metadata = {
        name: work.title,
        description: `Grown from ${work.genome.length / 2} bytes of genome by "${work.generator}", made by ${work.makerName}.`,
        image: emblem(work.id),
        attributes: [
          trait('generator', work.generator),
          trait('generator version', work.generatorVersion),
          trait('maker', work.makerName),
          trait('parents', work.parents.length),
          trait('genome', `0x${work.genome}`),
        ],
      };
      return { body, cache: 'shared' };
    }),
  );
  router.get(
    ROUTES.laurelMetadata.path,
    answering(async (request) => {
      const laurel = await store.laurel(String(request.params['id']));
      if (laurel === null) throw new DimensionError('laurel.unknown', 'There is no such laurel in this world.');
      const challenge = await store.challenge(laurel.challenge);
      const records = await store.records({ challenge: laurel.challenge, limit: 1_000_000 });
      const record = records.find(({ index }) => index === laurel.recordIndex);
      const body: Metadata = {
        name: `Laurel: ${challenge?.title ?? 'a challenge'}`,
        description: `${record?.holderName ?? 'Somebody'} moved the frontier. Soulbound: it cannot be sold.`,
        image: emblem(laurel.tokenId.slice(2)),
        attributes: [
          trait('challenge', laurel.challenge),
          trait('record', laurel.recordIndex),
          trait('share in basis points', laurel.shareBasisPoints),
          trait('value', record === undefined ? '' : valueText(record.value, record.unit)),
          trait('state', laurel.state),
        ],
      };
      return { body, cache: 'shared' };
    }),
  );
  router.get(
    ROUTES.automatonMetadata.path,
    answering(async (request) => {
      const id = parseAutomatonId(request.params['id']);
      const automaton = (await store.automata()).find((candidate) => candidate.id === id);
      if (automaton === undefined)
        throw new DimensionError('automaton.unknown', 'There is no such automaton in this world.');
      const body: Metadata = {
        name: automaton.name,
        description: automaton.motto,
        image: emblem(automaton.account.slice(2).padEnd(64, '0')),
        attributes: Object.entries(automaton.personality).map(([name, value]) => trait(name, value)),
      };
      return { body, cache: 'shared' };
    }),
  );
}
