/** Which doors of the draft something is about. */
import { t } from '#client/i18n/translate.ts';
import type { Editor } from './editor.ts';

interface DoorChoiceProps {
  readonly editor: Editor;
  /** Piece ids. */
  readonly chosen: readonly number[];
  readonly onChange: (doors: readonly number[]) => void;
}

/** A box to tick for each door. */
export function DoorChoice({ editor, chosen, onChange }: DoorChoiceProps) {
  const doors = editor.draft.value.pieces.filter(({ kind }) => kind === 'door');
  if (doors.length === 0) return <p class="soft small">{t('create.no-doors')}</p>;
  return (
    <>
      {doors.map(({ id }) => (
        <label key={id} class="row small">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((door) => door !== id))
            }
          />
          {t('piece.door')} {id}
        </label>
      ))}
    </>
  );
}
