/** On the card of a course: whose ghost runs beside you. The choice holds for every course and is remembered. */
import { t } from '#client/i18n/translate.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { GHOST_CHOICES } from './settings.ts';

interface GhostBoxProps {
  readonly card: ChallengeCard;
  readonly settings: RememberedSettings;
}

/** Says so where the wish finds nobody here. */
export function GhostBox({ card, settings }: GhostBoxProps) {
  const { ghost } = settings.now.value;
  const none = ghost === 'record' ? card.records.length === 0 : ghost === 'machine' && !card.machine.some(hasTry);
  return (
    <label class="stack small">
      {t('ghost')}
      <select
        value={ghost}
        onChange={(event) => {
          const chosen = GHOST_CHOICES.find((choice) => choice === event.currentTarget.value);
          if (chosen !== undefined) settings.change({ ghost: chosen });
        }}
      >
        {GHOST_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`ghost.${choice}`)}
          </option>
        ))}
      </select>
      {none ? <span class="soft">{t('ghost.none')}</span> : null}
    </label>
  );
}

function hasTry({ best }: { readonly best?: unknown }): boolean {
  return best !== undefined;
}
