/** What levers, clocks, locks, tiles and winds add to place and size. */
import { t } from '#client/i18n/translate.ts';
import { SCENE_LIMITS } from '#shared/physics/scene.ts';
import { DoorChoice } from './door-choice.tsx';
import type { Editor } from './editor.ts';
import { NumberField } from './number-field.tsx';
import { Offset } from './offset-field.tsx';
import type { Piece } from './piece.ts';

interface FieldsProps {
  readonly editor: Editor;
  readonly piece: Piece;
}

/** Nothing for other kinds. */
export function DeviceFields({ editor, piece }: FieldsProps) {
  switch (piece.kind) {
    case 'lever':
      return (
        <>
          <Opens editor={editor} piece={piece} />
          <fieldset class="stack plain">
            <legend class="small">{t('create.shuts')}</legend>
            <DoorChoice editor={editor} chosen={piece.shuts} onChange={(shuts) => editor.edit({ shuts })} />
          </fieldset>
        </>
      );
    case 'clock':
      return (
        <>
          <Opens editor={editor} piece={piece} />
          <CycleFields editor={editor} piece={piece} />
        </>
      );
    case 'lock':
      return (
        <>
          <KeyChoice editor={editor} piece={piece} />
          <Opens editor={editor} piece={piece} />
        </>
      );
    case 'tile':
      return <TileFields editor={editor} piece={piece} />;
    case 'wind':
      return (
        <>
          <fieldset class="fields">
            <legend class="small">{t('create.push')}</legend>
            <Offset label="m/s²" value={piece.push} onChange={(push) => editor.edit({ push }, `push ${piece.id}`)} />
          </fieldset>
          <CycleFields editor={editor} piece={piece} />
        </>
      );
    default:
      return null;
  }
}

function Opens({ editor, piece }: FieldsProps) {
  return (
    <fieldset class="stack plain">
      <legend class="small">{t('create.opens')}</legend>
      <DoorChoice editor={editor} chosen={piece.doors} onChange={(doors) => editor.edit({ doors })} />
    </fieldset>
  );
}

function KeyChoice({ editor, piece }: FieldsProps) {
  const keys = editor.draft.value.pieces.filter(({ kind }) => kind === 'key');
  if (keys.length === 0) return <p class="soft small">{t('create.no-keys')}</p>;
  return (
    <label class="stack small">
      <span class="soft">{t('create.key')}</span>
      <select
        value={piece.key ?? ''}
        onChange={(event) => editor.edit({ key: Number(event.currentTarget.value) || null })}
      >
        <option value="">{t('create.key.none')}</option>
        {keys.map(({ id }) => (
          <option key={id} value={id}>
            {t('piece.key')} {id}
          </option>
        ))}
      </select>
    </label>
  );
}

function TileFields({ editor, piece }: FieldsProps) {
  return (
    <fieldset class="stack plain">
      <legend class="small">{t('piece.tile')}</legend>
      <label class="row small">
        <input
          type="checkbox"
          checked={piece.holds}
          onChange={(event) => editor.edit({ holds: event.currentTarget.checked })}
        />
        {t('create.holds')}
      </label>
      <NumberField
        label={t('create.shown')}
        value={piece.shown}
        scale={60}
        low={0}
        high={SCENE_LIMITS.ticks}
        step={30}
        onChange={(shown) => editor.edit({ shown }, `shown ${piece.id}`)}
      />
    </fieldset>
  );
}

function CycleFields({ editor, piece }: FieldsProps) {
  const field = (name: 'period' | 'on' | 'phase', low: number) => (
    <NumberField
      label={t(`create.${name}`)}
      value={piece[name]}
      scale={60}
      low={low}
      high={SCENE_LIMITS.ticks}
      step={15}
      onChange={(value) => editor.edit({ [name]: value }, `${name} ${piece.id}`)}
    />
  );
  return (
    <fieldset class="fields">
      <legend class="small">{t('create.cycle')}</legend>
      {field('on', 1)}
      {field('period', 1)}
      {field('phase', 0)}
    </fieldset>
  );
}
