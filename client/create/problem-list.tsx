/** What still keeps the draft from being a course, and how full it is. */
import { t } from '#client/i18n/translate.ts';
import type { Editor } from './editor.ts';

/** Live: it follows every change. */
export function ProblemList({ editor }: { readonly editor: Editor }) {
  const { problems, fullness } = editor.checked.value;
  return (
    <div class="stack" aria-live="polite" data-problems={problems.length}>
      {problems.length === 0 ? (
        <p class="row">
          <span class="dot" /> {t('create.sound')}
        </p>
      ) : (
        <ul class="problems">
          {problems.map(({ sentence, piece }) => (
            <li key={`${sentence} ${String(piece)}`} class="row">
              <span class="dot bad" />
              <span>{sentence}</span>
              {piece === null ? null : (
                <button
                  type="button"
                  class="small"
                  onClick={() => {
                    editor.selected.value = piece;
                  }}
                >
                  {t('create.show-piece')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <label class="stack small">
        <span class="soft">{t('create.fullness', { count: editor.draft.value.pieces.length })}</span>
        <meter min="0" max="1" high={0.8} value={fullness} />
      </label>
    </div>
  );
}
