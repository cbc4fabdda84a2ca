/** The sounds of the last seconds in words, for those who asked for them. */
import { t } from '#client/i18n/translate.ts';
import type { HudState } from './hud-state.ts';

/** Not read aloud: who cannot hear reads, who cannot see hears. */
export function CaptionLines({ hud }: { readonly hud: HudState }) {
  const lines = hud.captions.value;
  if (lines.length === 0) return null;
  return (
    <ul class="captions" aria-label={t('captions')}>
      {lines.map(({ id, kind, side }) => (
        <li key={id} class="panel small" data-caption={kind}>
          {t(`caption.${kind}`, { side: t(`side.${side}`) })}
        </li>
      ))}
    </ul>
  );
}
