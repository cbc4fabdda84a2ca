/** The selected piece in numbers: place, size, turn, and what its kind adds. */
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { SCENE_LIMITS } from '#shared/physics/scene.ts';
import type { Editor } from './editor.ts';
import { KindFields } from './kind-fields.tsx';
import { NumberField } from './number-field.tsx';
import { type Piece, type Triple, UNITS } from './piece.ts';

const AXES = ['x', 'y', 'z'] as const;

/** Shown while a piece is selected. */
export function Inspector({ editor }: { readonly editor: Editor }) {
  const piece = editor.piece.value;
  if (piece === null) return <p class="soft small">{t('create.nothing-selected')}</p>;
  return (
    <div class="stack" data-inspector={piece.kind}>
      <div class="row spread">
        <h3>
          {t(`piece.${piece.kind}`)} {piece.id}
        </h3>
        <div class="row tight">
          <button
            type="button"
            class="icon quiet"
            title={t('create.turn')}
            aria-label={t('create.turn')}
            onClick={() => editor.turn(1)}
          >
            <Icon name="turn" />
          </button>
          <button
            type="button"
            class="icon quiet"
            title={t('create.duplicate')}
            aria-label={t('create.duplicate')}
            onClick={() => editor.duplicate()}
          >
            <Icon name="copy" />
          </button>
          <button
            type="button"
            class="icon quiet danger"
            title={t('create.remove')}
            aria-label={t('create.remove')}
            onClick={() => editor.remove()}
          >
            <Icon name="remove" />
          </button>
        </div>
      </div>
      <Place editor={editor} piece={piece} />
      {piece.kind === 'start' ? null : <Size editor={editor} piece={piece} />}
      <KindFields editor={editor} piece={piece} />
    </div>
  );
}

/** What fields need. */
interface FieldsProps {
  readonly editor: Editor;
  readonly piece: Piece;
}

function Place({ editor, piece }: FieldsProps) {
  const most = SCENE_LIMITS.coordinate;
  return (
    <fieldset class="fields">
      <legend class="small">{t('create.place')}</legend>
      {AXES.map((axis, index) => (
        <NumberField
          key={axis}
          label={`${axis} m`}
          value={piece.at[index] ?? 0}
          scale={UNITS}
          low={-most}
          high={most}
          step={editor.step.value}
          onChange={(value) => editor.edit({ at: withAxis(piece.at, index, value) }, `place ${axis} ${piece.id}`)}
        />
      ))}
      <NumberField
        label={t('create.turn-degrees')}
        value={piece.yaw}
        scale={1 / 15}
        low={0}
        high={23}
        step={1}
        onChange={(yaw) => editor.edit({ yaw }, `yaw ${piece.id}`)}
      />
    </fieldset>
  );
}

function Size({ editor, piece }: FieldsProps) {
  return (
    <fieldset class="fields">
      <legend class="small">{t('create.size')}</legend>
      {AXES.map((axis, index) => (
        <NumberField
          key={axis}
          label={`${axis} m`}
          value={(piece.half[index] ?? 0) * 2}
          scale={UNITS}
          low={2}
          high={SCENE_LIMITS.half * 2}
          step={editor.step.value}
          onChange={(value) =>
            editor.edit(
              { half: withAxis(piece.half, index, Math.max(1, Math.round(value / 2))) },
              `size ${axis} ${piece.id}`,
            )
          }
        />
      ))}
    </fieldset>
  );
}

/** `triple` with one number replaced. */
export function withAxis(triple: Triple, axis: number, value: number): Triple {
  const [x, y, z] = triple;
  return [axis === 0 ? value : x, axis === 1 ? value : y, axis === 2 ? value : z];
}
