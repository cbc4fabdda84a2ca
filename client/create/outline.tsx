/** Every piece in a list: the way to reach them without a mouse. */
import { inDigits, t } from '#client/i18n/translate.ts';
import type { Editor } from './editor.ts';
import { UNITS } from './piece.ts';

/** Selecting here selects in the picture. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const selected = editor.selected.value;
  return (
    <ul class="outline">
      {editor.draft.value.pieces.map((piece) => (
        <li key={piece.id}>
          <button
            type="button"
            class="quiet"
            aria-pressed={piece.id === selected}
            data-piece={piece.id}
            onClick={() => {
              editor.selected.value = piece.id;
            }}
          >
            <span class={`swatch of-${piece.kind}`} />
            {t(`piece.${piece.kind}`)} {piece.id}
            <span class="soft small">{piece.at.map(metres).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Tenths are enough to tell pieces apart. */
function metres(units: number): string {
  return inDigits(Math.round((units / UNITS) * 10) / 10);
}
