/** What people do by HTTP: come in, hand in intents, see their own profile; and what the host sees. */
import type { Request, Router } from 'express';
import { FAMILIES, load } from '#content/catalog.ts';
import { Buckets, type Rate } from '#shared/base/buckets.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { type Answers, type HostStatus, ROUTES } from '#shared/protocol/routes.ts';
import type { Person } from '#shared/records/actor.ts';
import { answering, statusOf } from './answer.ts';
import type { HttpNeeds } from './needs.ts';
import { offered, offersTo } from './offers.ts';
import { ownAttempts, ownProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { hostOf, networkOf, personOf } from './visitor.ts';

/** How many hidden things the host is shown of each kind. */
const MOST_HIDDEN = 200;

/** How many open reports, and how many silenced people. */
const MOST_REPORTS = 200;

/** Challenges that one network may publish, whatever accounts it signs in with: each costs minutes of machine time. */
const PUBLISH_RATE: Rate = { burst: 8, perSecond: 1 / 300 };

/** @throws DimensionError `publish.limit` */
function refuseFlood(request: Request, person: Person, publishes: Buckets, { clock, trustedProxy }: HttpNeeds): void {
  const body: unknown = request.body;
  const publishing = typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'challenge';
  if (!publishing || person.host) return;
  if (!publishes.take(networkOf(request, trustedProxy), PUBLISH_RATE, clock()))
    throw new DimensionError('publish.limit', 'Your network published much lately; wait some minutes.');
}

export function personRoutes(router: Router, needs: HttpNeeds): void {
  const { sessions, desk, door, store } = needs;
  const publishes = new Buckets();
  const offerable = new Remembered(store, () => offered(store));

  router.post(
    ROUTES.nonce.path,
    answering(async () => ({ body: desk.nonce(), cache: 'never' })),
  );
  router.post(
    ROUTES.signIn.path,
    answering(async (request) => ({
      body: await desk.begin(request.body, request.headers.host ?? ''),
      cache: 'never',
    })),
  );
  router.get(
    ROUTES.profile.path,
    answering(async (request) => ({
      body: await ownProfile((await personOf(request, sessions)).address, store),
      cache: 'never',
    })),
  );
  router.get(
    ROUTES.ownAttempts.path,
    answering(async (request) => ({
      body: await ownAttempts((await personOf(request, sessions)).address, store),
      cache: 'never',
    })),
  );
  router.get(
    ROUTES.offers.path,
    answering(async (request) => ({
      body: await offersTo(
        (await personOf(request, sessions)).address,
        needs.playing(),
        await offerable.value(),
        store,
      ),
      cache: 'never',
    })),
  );
  router.get(
    ROUTES.ownBest.path,
    answering(async (request) => {
      const { address } = await personOf(request, sessions);
      const challenge = await store.challenge(parseChallengeId(request.params['id']));
      if (challenge === null)
        throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
      const { better } = await load(FAMILIES, challenge.file.family);
      const body: Answers['ownBest'] = {
        attempt: await store.bestAttempt({ challenge: challenge.id, address, better }),
      };
      return { body, cache: 'never' };
    }),
  );
  router.post(
    ROUTES.intents.path,
    answering(async (request) => {
      const person = await personOf(request, sessions);
      refuseFlood(request, person, publishes, needs);
      const ruling = await door.submit(person, request.body);
      return { status: ruling.accepted ? 200 : statusOf(ruling.code), body: ruling, cache: 'never' };
    }),
  );
  router.get(
    ROUTES.hostStatus.path,
    answering(async (request) => {
      await hostOf(request, sessions);
      return { body: await hostStatus(needs), cache: 'never' };
    }),
  );
}

async function hostStatus(needs: HttpNeeds): Promise<HostStatus> {
  const { store, chain, pool, counts, clock, rooms, startedAtMs } = needs;
  const { waiting, failed } = await store.outboxCounts();
  return {
    rooms: rooms(),
    automata: await store.automata(),
    chain: { id: chain.chainId, height: await chain.height(), outboxWaiting: waiting, outboxFailed: failed },
    supply: await store.supply(),
    pool: pool.status(),
    memoryMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    uptimeMs: clock() - startedAtMs,
    counts: counts.all(),
    errors: counts.recent(),
    reports: await store.reports(MOST_REPORTS),
    silenced: (await store.silences(MOST_REPORTS)).filter(({ untilMs }) => untilMs > clock()),
    hidden: await hiddenThings(store),
  };
}

/** What the host took out of sight, newest first. */
async function hiddenThings(store: HttpNeeds['store']): Promise<HostStatus['hidden']> {
  const challenges = await store.challenges({ states: ['hidden'], limit: MOST_HIDDEN });
  const works = (await store.works({ limit: MOST_HIDDEN })).filter((work) => work.hidden);
  return [
    ...challenges.map(({ id, title }) => ({ target: 'challenge' as const, id, title })),
    ...works.map(({ id, title }) => ({ target: 'work' as const, id, title })),
  ];
}
