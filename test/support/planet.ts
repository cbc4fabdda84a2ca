/** Records on planets for tests: certificates of the sphere families as another host would tell them. */
import { thomson } from '#content/families/thomson.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { parseHash } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { RecordNews } from '#shared/records/feed.ts';
import type { Payload } from '#shared/records/payload.ts';
import { goldenRecord } from './feed.ts';

/** Weights of the first three beacons of a planet, all different. */
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9].flatMap((a) =>
  Array.from({ length: a * a }, (_, index) => [a, 1 + Math.floor(index / a), 1 + (index % a)] as const).filter(
    ([, b, c]) => b >= c,
  ),
);

/** The challenge of planet number `number`, 0 … 100: nobody published anything of it. */
export function planetFile(number: number) {
  const charges = [...(WEIGHTS[number] ?? []), 1, 1, 1];
  return { family: thomson.id, rules: thomson.rules, instance: thomson.parseInstance({ n: 6, charges }) };
}

/** Beacons somewhere, not at rest. */
export function scattered({ instance }: ReturnType<typeof planetFile>, seed: string): Payload {
  const rng = new Rng(seed);
  const vectors = Array.from({ length: 6 }, () => [0, 1, 2].map(() => rng.between(-1, 1).toFixed(9)));
  return thomson.parsePayload({ kind: 'vectors', vectors }, instance);
}

/** Beacons at rest. */
export function rested(file: ReturnType<typeof planetFile>, seed: string): Payload {
  return thomson.polish(file.instance, scattered(file, seed));
}

/** A record on planet number `number` as a host would tell it. */
export async function planetRecord(
  number: number,
  payload: Payload,
  change: Partial<RecordNews> = {},
): Promise<RecordNews> {
  const file = planetFile(number);
  const verdict = await thomson.judge(file.instance, payload);
  if (!verdict.ok) throw new Error(verdict.reason.sentence);
  const challenge = challengeId(file);
  const { holder } = { ...goldenRecord(), ...change };
  return goldenRecord({
    ...{ challenge, file, title: `Planet ${number}`, payload, value: verdict.value, unit: 'energy' },
    digest: parseHash(verdict.digest),
    attempt: attemptId({ actor: holder, challenge, payload }),
    class: 'tool',
    ...change,
  });
}
