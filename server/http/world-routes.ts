/** What everybody may read: health, challenges, works, automata, records, attempts, profiles. */
import type { Router } from 'express';
import { heldFirst } from '#server/ports/held-first.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { type Health, ROUTES } from '#shared/protocol/routes.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import { type ChallengeState, OPEN_STATES } from '#shared/records/challenge.ts';
import { answering, type Route } from './answer.ts';
import { Briefs, cardOf, namesOf, veiled, withoutGhosts } from './cards.ts';
import { chronicle, dailyNews } from './daily-news.ts';
import type { HttpNeeds } from './needs.ts';
import { publicProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { shownAttempt } from './shown-attempt.ts';

/** States a visitor sees in a list. */
const LISTED: readonly ChallengeState[] = ['machine-attempts', ...OPEN_STATES];
/** States in which one challenge may be asked for by its number, so that its maker hears what became of it. */
const ANSWERED: readonly ChallengeState[] = [...LISTED, 'rejected', 'hidden', 'frozen', 'invalidated', 'retired'];
const MOST = 200;

export function worldRoutes(router: Router, needs: HttpNeeds): void {
  const { store } = needs;
  const get = (route: { readonly path: string }, answer: Route) => router.get(route.path, answering(answer));

  get(ROUTES.health, async () => ({ body: await health(needs), cache: 'never' }));
  const briefs = new Briefs();
  const cards = new Remembered(store, async () => {
    const challenges = await heldFirst(LISTED, MOST, store);
    const names = await namesOf(store);
    const full = await Promise.all(challenges.map((challenge) => cardOf(challenge, names, store, briefs)));
    return full.map(withoutGhosts);
  });
  get(ROUTES.challenges, async () => ({ body: await cards.value(), cache: 'shared' }));
  get(ROUTES.challenge, async (request) => {
    const challenge = await store.challenge(parseChallengeId(request.params['id']));
    if (challenge === null || !ANSWERED.includes(challenge.state))
      throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
    const card = await cardOf(challenge, await namesOf(store), store, briefs);
    const playing = needs.playing().filter((who) => who.challenge === challenge.id);
    const full = { ...card, playing: playing.map(({ name }) => name) };
    return { body: challenge.state === 'hidden' ? veiled(full) : full, cache: 'shared' };
  });
  get(ROUTES.works, async () => {
    const works = await store.works({ limit: MOST });
    return { body: works.filter((work) => !work.hidden), cache: 'shared' };
  });
  get(ROUTES.automata, async () => ({ body: await store.automata(), cache: 'shared' }));
  get(ROUTES.records, async () => ({ body: await store.records({ limit: MOST }), cache: 'shared' }));
  const days = new Remembered(store, () => chronicle(store, needs.clock));
  get(ROUTES.news, async () => ({ body: dailyNews(await days.value(), needs.clock()), cache: 'shared' }));
  get(ROUTES.replay, async (request) => {
    const { attempt } = await shownAttempt(request.params['id'], store);
    return { body: withoutConsent(attempt), cache: 'shared' };
  });
  get(ROUTES.profileOf, async (request) => ({
    body: await publicProfile(parseAddress(request.params['address']), store),
    cache: 'shared',
  }));
}

/** What people said of learning from them is shown in their own profile alone. */
function withoutConsent({ consent: _own, ...shown }: JudgedAttempt): JudgedAttempt {
  return shown;
}

async function health({ chain, version }: HttpNeeds): Promise<Health> {
  return { ok: true, version, protocol: PROTOCOL_VERSION, chainId: chain.chainId, chainHeight: await chain.height() };
}
