/** Title, what is said about clearing it, Publish, and what became of it. */
import { t, ticksAsTime } from '#client/i18n/translate.ts';
import { MachineLog } from '#client/ui/machine-log.tsx';
import { isOpen } from '#shared/records/challenge.ts';
import type { Editor } from './editor.ts';
import type { Publishing, PublishState } from './publishing.ts';

interface PublishPanelProps {
  readonly editor: Editor;
  readonly publishing: Publishing;
}

/** Publishing needs a sound course, a title and the builder's own run to the end as proof. */
export function PublishPanel({ editor, publishing }: PublishPanelProps) {
  const { scene } = editor.checked.value;
  const clear = scene === null ? null : editor.clearOf(scene);
  const draft = editor.draft.value;
  const state = publishing.state.value;
  const title = draft.title.trim();
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (scene !== null && title !== '' && clear !== null) void publishing.publish(title, scene, clear.payload);
      }}
    >
      <label class="stack small">
        <span class="soft">{t('create.title')}</span>
        <input
          value={draft.title}
          maxLength={60}
          required
          onInput={(event) => editor.change({ ...draft, title: event.currentTarget.value }, 'title')}
        />
      </label>
      <p class="row small" data-cleared={String(clear !== null)}>
        <span class={clear === null ? 'dot gold' : 'dot'} />
        {clear === null ? t('create.no-clear') : t('create.cleared', { time: ticksAsTime(clear.ticks) })}
      </p>
      <button
        type="submit"
        class="main"
        disabled={scene === null || title === '' || clear === null || state.kind === 'sending'}
      >
        {state.kind === 'sending' ? t('create.sending') : t('create.publish')}
      </button>
      <Outcome state={state} />
    </form>
  );
}

function Outcome({ state }: { readonly state: PublishState }) {
  if (state.kind === 'idle' || state.kind === 'sending') return <p role="status" />;
  if (state.kind === 'refused')
    return (
      <p role="alert" class="bad" data-published="refused">
        {state.sentence}
      </p>
    );
  const { card } = state;
  return (
    <div class="stack" role="status" data-published={state.id} data-challenge-state={card?.state ?? 'review'}>
      <p>
        {card === null ? null : <b>{card.title}: </b>}
        {state.sentence}
      </p>
      {card === null ? null : (
        <>
          <p class="row">
            <span class={card.state === 'frontier' ? 'dot' : 'dot gold'} />
            <b>{t(`state.${card.state}`)}</b>
          </p>
          <MachineLog runs={card.machine} unit={card.unit} />
          {isOpen(card.state) ? (
            <a class="button" href={`/?gate=${card.id}`}>
              {t('create.to-gate')}
            </a>
          ) : null}
        </>
      )}
    </div>
  );
}
