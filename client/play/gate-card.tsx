/** What a gate holds: the task, what machines tried, the record, where it stands; and Play. */
import { heardInWords, taskInWords } from '#client/i18n/heard.ts';
import { inLine, t } from '#client/i18n/translate.ts';
import { MachineLog } from '#client/ui/machine-log.tsx';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import { StandingLines } from '#client/ui/standing-lines.tsx';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { isHeld, isOpen } from '#shared/records/challenge.ts';
import { GatherRow, WaitingBox } from './gather-row.tsx';
import { GhostBox } from './ghost-box.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';
import { placeOfHand } from './place-of-hand.ts';
import { RecordRows } from './record-rows.tsx';
import type { RememberedSettings } from './remembered-settings.ts';

interface GateCardProps {
  readonly hud: HudState;
  readonly actions: HudActions;
  readonly settings: RememberedSettings;
}

/** Opens while the card is fetched and says so. */
export function GateCard({ hud, actions, settings }: GateCardProps) {
  const card = hud.card.value;
  const problem = hud.cardProblem.value;
  return (
    <SidePanel title={card?.title ?? t('panel.gate')} name="gate" onClose={actions.close}>
      {card !== null ? (
        <CardBody card={card} hud={hud} actions={actions} settings={settings} />
      ) : problem !== null ? (
        <ProblemLine sentence={problem.sentence} onAgain={() => actions.openGate(problem.challenge)} />
      ) : (
        <p role="status" class="soft">
          {t('gate.opening')}
        </p>
      )}
    </SidePanel>
  );
}

function CardBody({ card, hud, actions, settings }: GateCardProps & { readonly card: ChallengeCard }) {
  const { keys } = settings.now.value;
  const open = isOpen(card.state);
  const playable = open && placeOfHand(card.hand) !== null;
  const onCourse = placeOfHand(card.hand) === 'course';
  return (
    <div class="stack" data-challenge={card.id}>
      <WaitingBox card={card} hud={hud} keys={keys} actions={actions} />
      <StateLine card={card} />
      <p>{taskInWords(card.task)}</p>
      <h3>{t('gate.machines')}</h3>
      <StandingLines standing={card.standing} unit={card.unit} />
      <MachineLog runs={card.machine} unit={card.unit} told={isRecord(card)} />
      <h3>{t('gate.record')}</h3>
      {card.records.length === 0 ? <p>{t('gate.no-record')}</p> : null}
      <RecordRows card={card} onRace={onCourse && playable ? actions.race : null} />
      {card.difficulty.gap === null ? null : <p class="soft">{gapInWords(card.difficulty.gap)}</p>}
      {card.playing.length === 0 ? null : (
        <p role="status">{t('gate.playing', { count: card.playing.length, names: inLine(card.playing) })}</p>
      )}
      {card.starts > 1 ? (
        <GatherRow card={card} hud={hud} keys={keys} actions={actions} playable={playable} />
      ) : (
        <div class="row wrap">
          <button type="button" class="main" onClick={actions.playCard} disabled={!playable}>
            {isHeld(card.state) ? t('gate.play') : t('gate.train')}
          </button>
          <button type="button" onClick={actions.close}>
            {t('gate.later')}
          </button>
        </div>
      )}
      {onCourse && playable ? <GhostBox card={card} settings={settings} /> : null}
      {playable ? null : <p class="soft small">{t(open ? 'gate.no-hand' : 'gate.gone')}</p>}
      <p class="soft small">{heardInWords(card.science)}</p>
      <p class="soft small">{t('gate.by', { name: card.creatorName, count: card.attempts })}</p>
    </div>
  );
}

/** Colour and words for a state, so that nothing is said by colour alone. */
export function StateLine({ card }: { readonly card: ChallengeCard }) {
  const { state } = card;
  const dot = state === 'frontier' ? 'dot' : isHeld(state) ? 'dot pink' : 'dot gold';
  return (
    <p class="row">
      <span class={dot} />
      <b>{t(state === 'frontier' && isRecord(card) ? 'state.open-record' : `state.${state}`)}</b>
    </p>
  );
}

/** More than this much harder for one side than for the other is worth saying, logits. */
const TELLING = 0.5;

function gapInWords(gap: number): string {
  if (gap > TELLING) return t('gate.gap.machines');
  return gap < -TELLING ? t('gate.gap.people') : t('gate.gap.even');
}

/** True where every certificate counts, not only whether it can be done. */
function isRecord({ standing }: ChallengeCard): boolean {
  return standing.why === 'gap' || standing.why === 'contested' || standing.why === 'proven';
}
