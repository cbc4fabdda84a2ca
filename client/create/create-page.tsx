/** The editor's page: tools around the picture, or the clock of a play-test. */
import type { Signal } from '@preact/signals';
import { inDigits, t, ticksAsTime } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { type Editor, STEPS } from './editor.ts';
import { Inspector } from './inspector.tsx';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { UNITS } from './piece.ts';
import type { PlayTestView } from './play-test.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishPanel } from './publish-panel.tsx';
import type { Publishing } from './publishing.ts';

/** What the page draws from and asks. */
export interface CreatePageProps {
  readonly editor: Editor;
  readonly publishing: Publishing;
  /** The play-test's clock, or null while building. */
  readonly test: Signal<PlayTestView | null>;
  /** A sentence about what could not be done, or null. */
  readonly problem: Signal<string | null>;
  readonly onPlay: () => void;
  readonly onSwitch: () => void;
  readonly onRestart: () => void;
  readonly onStop: () => void;
}

/** Everything over the canvas. */
export function CreatePage(props: CreatePageProps) {
  if (props.test.value !== null) return <PlayTestBar {...props} view={props.test.value} />;
  const { editor, publishing } = props;
  return (
    <div class="create">
      <header class="panel create-head">
        <a class="button quiet" href="/">
          {t('create.island')}
        </a>
        <h1>{t('create')}</h1>
        <span class="soft small saved" role="status">
          {editor.saved.value ? t('create.saved') : t('create.not-saved')}
        </span>
        <Tools {...props} />
      </header>
      <Palette editor={editor} />
      <aside class="panel sheet">
        <Section name="selected">
          <Inspector editor={editor} />
        </Section>
        <Section name="check">
          <ProblemList editor={editor} />
        </Section>
        <Section name="publish">
          <PublishPanel editor={editor} publishing={publishing} />
        </Section>
        <Section name="outline" closed>
          <Outline editor={editor} />
        </Section>
        <Section name="keys" closed>
          <p class="soft small">{t('create.keys')}</p>
        </Section>
      </aside>
      {props.problem.value === null ? null : (
        <p class="panel create-problem bad" role="alert">
          {props.problem.value}
        </p>
      )}
    </div>
  );
}

interface SectionProps {
  readonly name: 'selected' | 'check' | 'publish' | 'outline' | 'keys';
  readonly closed?: boolean;
  readonly children: preact.ComponentChildren;
}

function Section({ name, closed, children }: SectionProps) {
  return (
    <details open={closed !== true} class="section" data-section={name}>
      <summary>
        <h2>{t(`create.section.${name}`)}</h2>
      </summary>
      {children}
    </details>
  );
}

function Tools({ editor, onPlay }: CreatePageProps) {
  return (
    <div class="row wrap tools">
      <label class="row small">
        <span class="soft">{t('create.grid')}</span>
        <select
          value={editor.step.value}
          onChange={(event) => {
            const step = STEPS.find((one) => String(one) === event.currentTarget.value);
            if (step !== undefined) editor.step.value = step;
          }}
        >
          {STEPS.map((step) => (
            <option key={step} value={step}>
              {inDigits(step / UNITS)} m
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="icon quiet"
        title={t('create.undo')}
        aria-label={t('create.undo')}
        disabled={!editor.canUndo.value}
        onClick={() => editor.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon quiet"
        title={t('create.redo')}
        aria-label={t('create.redo')}
        disabled={!editor.canRedo.value}
        onClick={() => editor.redo()}
      >
        <Icon name="redo" />
      </button>
      <button type="button" class="quiet small" onClick={() => editor.startOver()}>
        {t('create.start-over')}
      </button>
      <button type="button" class="main" disabled={editor.checked.value.scene === null} onClick={onPlay}>
        <Icon name="play" /> {t('create.play')} <kbd>F5</kbd>
      </button>
    </div>
  );
}

function PlayTestBar({ view, onSwitch, onRestart, onStop }: CreatePageProps & { readonly view: PlayTestView }) {
  return (
    <div class="create" data-play-test={view.phase}>
      <div class="panel run-clock">
        <b class="clock">{ticksAsTime(view.ticks)}</b>
        <span class="small" role="status">
          {hint(view)}
        </span>
      </div>
      <div class="row play-buttons">
        {view.starts < 2 ? null : (
          <button type="button" class="panel" data-who={view.who} onClick={onSwitch}>
            {t('run.switch', { who: view.who + 1, all: view.starts })} <kbd>Q</kbd>
          </button>
        )}
        <button type="button" class="panel" onClick={onRestart}>
          <Icon name="restart" /> {t('run.restart')} <kbd>R</kbd>
        </button>
        <button type="button" class="panel" onClick={onStop}>
          <Icon name="leave" /> {t('create.back')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}

function hint(view: PlayTestView): string {
  if (view.phase === 'goal') return t('create.test-goal');
  if (view.phase === 'time') return t('outcome.time');
  if (view.phase === 'ready') return t('run.ready');
  return view.checkpoints > 0 ? t('run.checkpoints', { done: view.checkpoint, all: view.checkpoints }) : t('run.go');
}
