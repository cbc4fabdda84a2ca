/** What a kind of piece adds to place and size: ways, weights, doors and the buttons that open them. */
import { t } from '#client/i18n/translate.ts';
import { SCENE_LIMITS } from '#shared/physics/scene.ts';
import { DeviceFields } from './device-fields.tsx';
import { DoorChoice } from './door-choice.tsx';
import type { Editor } from './editor.ts';
import { NumberField } from './number-field.tsx';
import { Offset } from './offset-field.tsx';
import { type Piece, type Stop, UNITS } from './piece.ts';

interface FieldsProps {
  readonly editor: Editor;
  readonly piece: Piece;
}

/** Nothing for kinds that have nothing more. */
export function KindFields({ editor, piece }: FieldsProps) {
  switch (piece.kind) {
    case 'platform':
    case 'hazard':
      return <Way editor={editor} piece={piece} />;
    case 'crate':
      return (
        <NumberField
          label={t('create.mass')}
          value={piece.mass}
          scale={1}
          low={1}
          high={500}
          step={1}
          onChange={(mass) => editor.edit({ mass }, `mass ${piece.id}`)}
        />
      );
    case 'door':
      return <DoorFields editor={editor} piece={piece} />;
    case 'button':
      return <ButtonFields editor={editor} piece={piece} />;
    case 'lever':
    case 'clock':
    case 'lock':
    case 'tile':
    case 'wind':
      return <DeviceFields editor={editor} piece={piece} />;
    default:
      return null;
  }
}

function Way({ editor, piece }: FieldsProps) {
  const set = (index: number, stop: Stop) =>
    editor.edit({ stops: piece.stops.map((old, at) => (at === index ? stop : old)) }, `way ${index} ${piece.id}`);
  return (
    <fieldset class="stack plain">
      <legend class="small">{t('create.way')}</legend>
      {piece.stops.map((stop, index) => (
        // Stops have no name but their place in the way.
        <div key={`${piece.id} ${String(index)}`} class="fields">
          {index === 0 ? null : (
            <Offset
              label={t('create.stop', { number: index })}
              value={stop.offset}
              onChange={(offset) => set(index, { ...stop, offset })}
            />
          )}
          <NumberField
            label={t('create.seconds-to-next')}
            value={stop.ticks}
            scale={60}
            low={1}
            high={SCENE_LIMITS.ticks}
            step={15}
            onChange={(ticks) => set(index, { ...stop, ticks })}
          />
        </div>
      ))}
      <div class="row wrap">
        <button
          type="button"
          disabled={piece.stops.length >= SCENE_LIMITS.waypoints}
          onClick={() => {
            const last = piece.stops.at(-1) ?? { offset: [0, 0, 0], ticks: 120 };
            const [x, y, z] = last.offset;
            editor.edit({ stops: [...piece.stops, { offset: [x, y, z + 2 * UNITS], ticks: last.ticks }] });
          }}
        >
          {t('create.add-stop')}
        </button>
        <button
          type="button"
          disabled={piece.stops.length < 2}
          onClick={() => editor.edit({ stops: piece.stops.slice(0, -1) })}
        >
          {t('create.remove-stop')}
        </button>
      </div>
    </fieldset>
  );
}

function DoorFields({ editor, piece }: FieldsProps) {
  return (
    <fieldset class="fields">
      <legend class="small">{t('create.door')}</legend>
      <Offset
        label={t('create.slide')}
        value={piece.slide}
        onChange={(slide) => editor.edit({ slide }, `slide ${piece.id}`)}
      />
      <NumberField
        label={t('create.seconds-to-open')}
        value={piece.travel}
        scale={60}
        low={1}
        high={600}
        step={5}
        onChange={(travel) => editor.edit({ travel }, `travel ${piece.id}`)}
      />
      <NumberField
        label={t('create.need')}
        value={piece.need}
        scale={1}
        low={1}
        high={SCENE_LIMITS.buttons}
        step={1}
        onChange={(need) => editor.edit({ need }, `need ${piece.id}`)}
      />
    </fieldset>
  );
}

function ButtonFields({ editor, piece }: FieldsProps) {
  return (
    <fieldset class="stack plain">
      <legend class="small">{t('create.button')}</legend>
      <label class="stack small">
        <span class="soft">{t('create.press')}</span>
        <select
          value={piece.press}
          onChange={(event) => editor.edit({ press: event.currentTarget.value === 'use' ? 'use' : 'step' })}
        >
          <option value="step">{t('create.press.step')}</option>
          <option value="use">{t('create.press.use')}</option>
        </select>
      </label>
      <NumberField
        label={t('create.live')}
        value={piece.live}
        scale={60}
        low={1}
        high={SCENE_LIMITS.ticks}
        step={30}
        onChange={(live) => editor.edit({ live }, `live ${piece.id}`)}
      />
      <DoorChoice editor={editor} chosen={piece.doors} onChange={(doors) => editor.edit({ doors })} />
    </fieldset>
  );
}
