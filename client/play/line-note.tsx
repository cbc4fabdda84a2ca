/** How the line is, where no bar at the top says it: at a workbench and while pictures are taken. */
import { t } from '#client/i18n/translate.ts';
import type { HudState } from './hud-state.ts';
import { LINE_DOTS, lineStateOf, lineWords } from './line-words.ts';

/** Nothing while the line is good. The place stays, so that what comes into it is read out. */
export function LineNote({ hud }: { readonly hud: Pick<HudState, 'connection' | 'lineIsWeak'> }) {
  const line = lineStateOf(hud);
  return (
    <div class="line-note" role="status">
      {line === 'connected' ? null : (
        <p class="panel row">
          <span class={LINE_DOTS[line]} />
          <span data-line={line}>{line === 'weak' ? t('line.weak') : lineWords(hud.connection.value)}</span>
        </p>
      )}
    </div>
  );
}
