/** Talk: the last lines, a line to write, and the gestures. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { GestureMenu } from './gesture-menu.tsx';
import type { HudActions } from './hud-actions.ts';
import type { ChatLine, HudState } from './hud-state.ts';

interface ChatBoxProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

const SHOWN = 6;

/** The last lines stay readable; the line to write opens with Enter. */
export function ChatBox({ hud, actions }: ChatBoxProps) {
  const lines = hud.chat.value.slice(hud.chatOpen.value ? -30 : -SHOWN);
  return (
    <section class="chat" aria-label={t('chat')}>
      {lines.length > 0 && (
        <ol class="panel chat-lines" aria-live="polite">
          {lines.map((line) => (
            <li key={line.id} class={line.news ? 'soft' : ''}>
              <Speaker line={line} hud={hud} actions={actions} />
              {line.text}
            </li>
          ))}
        </ol>
      )}
      <div class="row">
        {hud.chatOpen.value ? <ChatLineForm hud={hud} actions={actions} /> : null}
        {hud.chatOpen.value ? null : (
          <>
            <button
              type="button"
              class="icon panel"
              title={t('chat.open')}
              aria-label={t('chat.open')}
              onClick={() => actions.chat(true)}
            >
              <Icon name="chat" />
            </button>
            <GestureMenu actions={actions} />
          </>
        )}
      </div>
    </section>
  );
}

/** Whoever spoke, by name: the way to their profile, to mute and to report them, also when they have left. */
function Speaker({ line, hud, actions }: ChatBoxProps & { readonly line: ChatLine }) {
  const { name, news, speaker } = line;
  if (news) return null;
  // On a course no list can open.
  if (speaker === null || hud.phase.value !== 'walking') return <b>{name} </b>;
  return (
    <>
      <button
        type="button"
        class="speaker"
        title={t('chat.speaker', { name })}
        // The line to write keeps the keyboard: were it closed, the lines would move away under the pointer.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => actions.openPerson(speaker, name)}
      >
        {name}
      </button>{' '}
    </>
  );
}

function ChatLineForm({ hud, actions }: ChatBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const calls = hud.chatCalls.value;
  // Every call takes the keyboard back to the line.
  useLayoutEffect(() => input.current?.focus(), [calls]);
  const send = async () => {
    const text = input.current?.value.trim() ?? '';
    if (text === '') return actions.chat(false);
    const refused = await actions.say(text);
    setProblem(refused);
    if (refused === null) actions.chat(false);
  };
  return (
    <form
      class="panel chat-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        ref={input}
        maxLength={200}
        placeholder={t('chat.placeholder')}
        aria-label={t('chat.placeholder')}
        onBlur={(event) => {
          // Nothing was begun: the world has the keyboard again. What was begun stays to be finished.
          if (event.currentTarget.value.trim() === '') actions.chat(false);
        }}
        onKeyDown={(event) => {
          if (event.code === 'Escape') actions.chat(false);
        }}
      />
      {problem === null ? null : (
        <p class="bad small" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
