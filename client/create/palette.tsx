/** What can be placed: take one in hand, then lead it to where it should stand. */
import { t } from '#client/i18n/translate.ts';
import type { Editor } from './editor.ts';
import { PIECE_KINDS, type PieceKind } from './piece.ts';

interface PaletteProps {
  readonly editor: Editor;
  readonly onTake: (kind: PieceKind | null) => void;
}

/** One button a kind; the numbers 1–9 and 0 pick the first ten too. */
export function Palette({ editor, onTake }: PaletteProps) {
  const tool = editor.tool.value;
  return (
    <section class="panel palette" aria-label={t('create.pieces')}>
      {PIECE_KINDS.map((kind, index) => (
        <button
          key={kind}
          type="button"
          class="piece-button"
          aria-pressed={tool === kind}
          title={t(`piece.${kind}.what`)}
          data-tool={kind}
          onClick={() => onTake(tool === kind ? null : kind)}
        >
          <span class={`swatch of-${kind}`} />
          {t(`piece.${kind}`)}
          {index < 10 ? <kbd>{(index + 1) % 10}</kbd> : null}
        </button>
      ))}
    </section>
  );
}
