/** On the card of a course for several: play alone, gather, join who waits, or wait. */
import { keyLabel } from '#client/i18n/key-words.ts';
import { inLine, t } from '#client/i18n/translate.ts';
import type { Keys } from '#client/input/key-map.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { PATIENCE_MS } from '#shared/protocol/wire.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';

interface GatherRowProps {
  readonly card: ChallengeCard;
  readonly hud: HudState;
  readonly keys: Keys;
  readonly actions: HudActions;
  readonly playable: boolean;
}

/** Stands where the one button of other cards is, unless one waits already. */
export function GatherRow({ card, hud, keys, actions, playable }: GatherRowProps) {
  if (hud.waiting.value?.challenge === card.id) return null;
  const names = hud.waitingAt.value.get(card.id) ?? '';
  return (
    <div class="stack">
      <p>{t('gate.starts', { count: card.starts })}</p>
      <div class="row wrap">
        <button type="button" class="main" onClick={actions.gather} disabled={!playable}>
          {names === '' ? t('gate.together') : t('gate.join', { names })}
        </button>
        <button type="button" onClick={actions.playCard} disabled={!playable}>
          {t('gate.alone')}
        </button>
        <button type="button" onClick={actions.close}>
          {t('gate.later')}
        </button>
      </div>
      <p class="soft small">{t('gate.alone-how', { key: keyLabel(keys.switch) })}</p>
    </div>
  );
}

/** Above everything else on the card while one waits: who is there, and the ways on and back. */
export function WaitingBox({ card, hud, keys, actions }: Omit<GatherRowProps, 'playable'>) {
  const waiting = hud.waiting.value;
  if (waiting?.challenge !== card.id) return null;
  const { names, starts, isFirst, mayBegin } = waiting;
  const wanted = starts - names.length;
  return (
    <div class="stack" data-waiting={names.length}>
      <div role="status" class="stack">
        <p>
          <b>{t('gate.waiting-for', { count: wanted })}</b>{' '}
          {t('gate.waiting', { taken: names.length, all: starts, names: inLine(names) })}
        </p>
      </div>
      <div class="row wrap">
        {mayBegin && names.length > 1 ? (
          <button type="button" class="main" onClick={actions.setOff}>
            {t('gate.set-off', { count: names.length })}
          </button>
        ) : null}
        <button type="button" onClick={actions.stopWaiting}>
          {t('gate.stop-waiting')}
        </button>
      </div>
      {isFirst && starts > 2 ? (
        <p class="soft small">{t('gate.waiting-first', { key: keyLabel(keys.switch) })}</p>
      ) : null}
      {mayBegin ? null : <p class="soft small">{t('gate.waiting-others', { seconds: PATIENCE_MS / 1_000 })}</p>}
    </div>
  );
}
