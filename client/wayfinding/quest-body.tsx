/** What to do next: the offers, best first, then what there is to explore. */
import { t } from '#client/i18n/translate.ts';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import type { Offer } from '#shared/protocol/routes.ts';
import { EXPLORED, type Explored } from './explored.ts';
import { familyWord } from './family-words.ts';
import { NAMED_ISLANDS } from './islands.ts';
import type { Place } from './place.ts';
import { PlaceMark } from './place-mark.tsx';
import { chanceStep, reasonsFor } from './quest-words.ts';
import type { QuestState } from './quests.ts';
import { type WayActs, WayButtons } from './way-buttons.tsx';
import type { WayState } from './way-state.ts';

interface QuestBodyProps {
  readonly quests: QuestState;
  readonly way: WayState;
  readonly acts: WayActs & { askAgain(): void };
}

/** The list of the panel. */
export function QuestBody({ quests, way, acts }: QuestBodyProps) {
  const offers = quests.offers.value;
  const problem = quests.problem.value;
  return (
    <div class="stack">
      <p class="soft small">{t('quests.what')}</p>
      {problem === null ? null : <ProblemLine sentence={problem} onAgain={acts.askAgain} />}
      {offers === null && problem === null ? <p role="status">{t('loading')}</p> : null}
      {offers?.length === 0 ? <p class="soft">{t('quests.none')}</p> : null}
      <ol class="quests" aria-label={t('quests.offers')}>
        {(offers ?? []).map((offer) => (
          <OfferRow key={offer.challenge} offer={offer} quests={quests} way={way} acts={acts} />
        ))}
      </ol>
      <h3>{t('explore')}</h3>
      <p class="soft small">{t('explore.what')}</p>
      <ul class="explore">
        {EXPLORED.map((step) => (
          <Step key={step} step={step} done={quests.explored.value.done.has(step)} way={way} acts={acts} />
        ))}
      </ul>
    </div>
  );
}

function OfferRow({ offer, quests, way, acts }: QuestBodyProps & { readonly offer: Offer }) {
  const place = way.places.value.find(({ challenge }) => challenge === offer.challenge) ?? null;
  const { title, family, chance, playing } = offer;
  return (
    <li class="stack quest" data-offer={offer.challenge}>
      <span class="row">
        {place === null ? null : <PlaceMark kind="gate" state={place.state} />}
        <b>{title}</b>
      </span>
      <span class="soft small">
        {t('quest.kind', { kind: familyWord(family) })} {t(`quest.chance.${chanceStep(chance)}`)}
      </span>
      <span class="row wrap">
        {reasonsFor(offer, quests.explored.value.families).map((reason) => (
          <span key={reason} class="chip">
            {t(`quest.why.${reason}`)}
          </span>
        ))}
      </span>
      {playing.length === 0 ? null : (
        <span class="small">{t('gate.playing', { count: playing.length, names: playing.join(', ') })}</span>
      )}
      {place === null ? (
        <div class="row wrap way-buttons">
          <span class="soft small">{t('quest.no-gate')}</span>
          <button
            type="button"
            aria-label={t('way.open-whom', { name: title })}
            onClick={() => acts.openGate(offer.challenge)}
          >
            {t('way.open')}
          </button>
        </div>
      ) : (
        <WayButtons place={place} way={way} acts={acts} />
      )}
    </li>
  );
}

interface StepProps {
  readonly step: Explored;
  readonly done: boolean;
  readonly way: WayState;
  readonly acts: WayActs;
}

function Step({ step, done, way, acts }: StepProps) {
  const place = done ? null : placeOf(step, way.places.value);
  return (
    <li class="stack" data-step={step} data-done={done}>
      <span class="row">
        <span class="tick" aria-hidden="true">
          {done ? '✓' : '○'}
        </span>
        <span>
          {step === 'create' ? <a href="/create">{t('explore.create')}</a> : t(`explore.${step}`)}
          <span class="seen-by-none">{t(done ? 'explore.done' : 'explore.open')}</span>
        </span>
      </span>
      {place === null ? null : <WayButtons place={place} way={way} acts={acts} />}
    </li>
  );
}

/** The island of a step; other steps have no place of their own. */
function placeOf(step: Explored, places: readonly Place[]): Place | null {
  const island = NAMED_ISLANDS.find(({ name }) => name === step);
  return island === undefined ? null : (places.find(({ id }) => id === `island ${island.name}`) ?? null);
}
