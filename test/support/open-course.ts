/** A course at the frontier, with people, machines and a host who can do everything with it. */
import { parkour } from '#content/families/parkour.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import { challengeFlow } from '#server/flows/challenge.ts';
import { Finality } from '#server/flows/finality.ts';
import { freezeFlow } from '#server/flows/freeze.ts';
import { MachineTries } from '#server/flows/machine-tries.ts';
import { FrontierRecheck } from '#server/flows/recheck.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type Loop, personNamed } from './loop.ts';

const DAY_MS = 86_400_000;

/** A course of Ann's at the frontier, and everything that can happen to it. */
export async function openCourse(loop: Loop) {
  const { needs, store } = loop;
  const { instance, witness } = await parkour.generate(new Rng('lifecycle'), 0);
  if (witness?.kind !== 'tape') throw new Error('a generated course has a tape');
  const file = { family: parkour.id, rules: parkour.rules, instance };
  const tries = new MachineTries({ ...needs, cpuShare: 1 });
  const intent = { kind: 'challenge', title: 'The Seven Steps', file, clear: witness } as const;
  const ruling = await challengeFlow({ actor: personNamed('Ann'), intent, atMs: needs.clock() }, { ...needs, tries });
  await tries.idle();
  const id = parseChallengeId(ruling.id);
  const finality = new Finality({ ...needs, secondOpinion: loop.opinion });
  const recheck = new FrontierRecheck({
    ...needs,
    everyMs: 7 * DAY_MS,
    budgetsCpuSeconds: { success: [10], record: [10] },
    seeds: 5,
  });
  const later = (ticks: number): Payload => {
    const tape = decodeTape(witness.bytes, 7_200);
    return { kind: 'tape', bytes: encodeTape(Uint8Array.from([...new Uint8Array(ticks), ...tape])) };
  };
  const wallMsOf = (ticks: number) => ((decodeTape(witness.bytes, 7_200).length + ticks) / 60) * 1_000;
  return {
    id,
    witness,
    later,
    wallMs: wallMsOf,
    /** Plays the witness after standing still for that many ticks. */
    play: (name: string, ticks: number, host = false) => {
      const payload = later(ticks);
      const wallMs = wallMsOf(ticks);
      const handedIn = { actor: personNamed(name, host), challenge: id, payload, wallMs, atMs: needs.clock() };
      return attemptFlow({ ...handedIn, class: 'live' }, { ...needs, finality });
    },
    /** The host's word on it. */
    host: (act: 'freeze' | 'thaw' | 'invalidate' | 'retire') =>
      freezeFlow(
        {
          actor: personNamed('Host', true),
          intent: { kind: 'freeze', challenge: id, act, reason: 'A test.' },
          atMs: needs.clock(),
        },
        { ...needs, finality, tries: { enqueue: () => undefined } },
      ),
    /** Looks whether windows are over. */
    settle: async () => {
      finality.poke();
      await finality.idle();
    },
    /** Looks whether a re-check is due, and waits for it. */
    recheck: async () => {
      recheck.start();
      await recheck.idle();
    },
    end: async () => {
      await finality.close();
      await recheck.close();
    },
    state: async () => (await store.challenge(id))?.state,
    history: async () =>
      (await store.events({ subject: id, limit: 99 }))
        .reverse()
        .filter(({ body }) => body.includes('"from"'))
        .map(({ kind, body }) => `${kind}: ${JSON.parse(body).from} → ${JSON.parse(body).to}`),
  };
}
