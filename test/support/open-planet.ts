/** A planet at the frontier, with hollows of known depth in which beacons rest. */
import { chargesOf } from '#content/families/thomson/instance.ts';
import { thomson } from '#content/families/thomson.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import { challengeFlow } from '#server/flows/challenge.ts';
import { commitFlow } from '#server/flows/commit.ts';
import { Finality } from '#server/flows/finality.ts';
import { MachineTries } from '#server/flows/machine-tries.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { commitmentOf } from '#shared/records/commitment.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type Loop, personNamed } from './loop.ts';

/** Weights that nobody has published. */
const INSTANCE = { n: 22, charges: [4, 4, 2, ...Array.from({ length: 19 }, () => 1)] };
export const FILE = { family: thomson.id, rules: thomson.rules, instance: INSTANCE };
export const SALT = 'ab'.repeat(16);

interface Hollow {
  readonly payload: Payload;
  readonly value: number;
}

/** Beacons at rest in different hollows, the best first. */
async function hollows(): Promise<readonly Hollow[]> {
  const rng = new Rng('hollows');
  const found = new Map<string, Hollow>();
  for (let round = 0; round < 40; round++) {
    const payload = thomson.polish(INSTANCE, scattered(rng));
    const judged = await thomson.judge(INSTANCE, payload);
    if (judged.ok) found.set(await thomson.basin(INSTANCE, payload), { payload, value: Number(judged.value) });
  }
  const all = [...found.values()].sort((a, b) => a.value - b.value);
  return all.filter((hollow, index) => index === 0 || hollow.value - (all[index - 1]?.value ?? 0) > 0.01);
}

function scattered(rng: Rng): Payload {
  const vectors = Array.from(chargesOf(INSTANCE), () => [0, 1, 2].map(() => rng.between(-1, 1).toFixed(9)));
  return thomson.parsePayload({ kind: 'vectors', vectors }, INSTANCE);
}

/** The same hollow, with fewer digits. */
export function roughened({ payload }: Hollow, digits: number): Payload {
  if (payload.kind !== 'vectors') throw new Error('beacons are vectors');
  const vectors = payload.vectors.map((row) => row.map((text) => Number(text).toFixed(digits)));
  return thomson.parsePayload({ kind: 'vectors', vectors }, INSTANCE);
}

/** Opened with the machines' best at hollow number `machine`. */
export async function openPlanet(loop: Loop, machine: Hollow) {
  const needs = { ...loop.needs, ladder: { budgetsCpuSeconds: [1], seeds: 1 } };
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...machine.payload } }));
  const tries = new MachineTries({ ...needs, cpuShare: 1 });
  const intent = { kind: 'challenge', title: 'A heavy planet', file: FILE } as const;
  const ruling = await challengeFlow({ actor: personNamed('Ann'), intent, atMs: needs.clock() }, { ...needs, tries });
  await tries.idle();
  const id = parseChallengeId(ruling.id);
  const finality = new Finality({ ...needs, secondOpinion: loop.opinion });
  const handIn = (name: string, payload: Payload, salt?: string) =>
    attemptFlow(
      {
        ...{ actor: personNamed(name), challenge: id, payload, class: 'tool', wallMs: 0, atMs: needs.clock() },
        ...(salt === undefined ? {} : { salt }),
      },
      { ...needs, finality },
    );
  return {
    id,
    handIn,
    seal: (name: string, payload: Payload, salt = SALT) => {
      const actor = personNamed(name);
      const hash = commitmentOf({ payload, salt, address: actor.address });
      return commitFlow({ actor, intent: { kind: 'commit', challenge: id, hash }, atMs: needs.clock() }, needs);
    },
    settle: async () => {
      finality.poke();
      await finality.idle();
    },
    state: async () => (await loop.store.challenge(id))?.state,
    records: () => loop.store.records({ challenge: id, limit: 99 }),
  };
}

const KNOWN = await hollows();
export function hollow(place: number): Hollow {
  const found = KNOWN[place];
  if (found === undefined) throw new Error('this sphere has more hollows than that');
  return found;
}
