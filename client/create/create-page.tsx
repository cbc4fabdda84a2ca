/** The editor's page: tools around the picture, or the clock of a play-test. */
import type { ReadonlySignal } from '@preact/signals';
import { inDigits, t } from '#client/i18n/translate.ts';
import type { Settings } from '#client/play/settings.ts';
import type { ThumbActions } from '#client/play/touch-pad.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { type Editor, STEPS } from './editor.ts';
import { Inspector } from './inspector.tsx';
import { OtherPages, PictureLost } from './no-picture.tsx';
import type { Orbit } from './orbit.ts';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { type PieceKind, UNITS } from './piece.ts';
import type { Placing } from './placing.ts';
import { PlayTestBar } from './play-test-bar.tsx';
import type { PlayTests } from './play-tests.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishPanel } from './publish-panel.tsx';
import type { Publishing } from './publishing.ts';
import { ViewBar } from './view-bar.tsx';

/** What the page draws from and asks. */
export interface CreatePageProps {
  readonly editor: Editor;
  readonly publishing: Publishing;
  readonly tests: PlayTests;
  readonly placing: Placing;
  readonly orbit: Orbit;
  readonly settings: Settings;
  /** What thumbs may do in a play-test; null where there are keys enough. */
  readonly thumbs: ThumbActions | null;
  /** The browser has taken the picture away. */
  readonly pictureIsLost: ReadonlySignal<boolean>;
  /** Takes a kind in hand. */
  readonly onTake: (kind: PieceKind | null) => void;
  /** Sets the piece in hand down; with `keep` another one follows. */
  readonly onSetDown: (keep: boolean) => void;
}

/** Everything over the canvas. */
export function CreatePage(props: CreatePageProps) {
  return (
    <>
      {props.tests.view.value === null ? <Building {...props} /> : <Testing {...props} />}
      {props.pictureIsLost.value ? <PictureLost kept={props.editor.saved.value} /> : null}
    </>
  );
}

function Testing({ tests, settings, thumbs }: CreatePageProps) {
  const view = tests.view.value;
  if (view === null) return null;
  return (
    <PlayTestBar
      view={view}
      keys={settings.keys}
      thumbs={thumbs}
      onSwitch={() => tests.switchOver()}
      onRestart={() => tests.restart()}
      onStop={() => tests.stop()}
    />
  );
}

function Building(props: CreatePageProps) {
  const { editor, publishing, tests, placing, orbit, onTake, onSetDown } = props;
  return (
    <div class="create">
      <header class="panel create-head">
        <OtherPages />
        <h1>{t('create')}</h1>
        <span class="soft small saved" role="status">
          {editor.saved.value ? t('create.saved') : t('create.not-saved')}
        </span>
        <Tools {...props} />
      </header>
      <Palette editor={editor} onTake={onTake} />
      <ViewBar placing={placing} orbit={orbit} onTake={onTake} onSetDown={onSetDown} />
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
          <div class="stack soft small">
            <p>{t('create.keys.place')}</p>
            <p>{t('create.keys.piece')}</p>
            <p>{t('create.keys.view')}</p>
          </div>
        </Section>
      </aside>
      <div role="status">{tests.starting.value ? <p class="panel create-word">{t('run.opening')}</p> : null}</div>
      {tests.problem.value === null ? null : (
        <p class="panel create-word bad" role="alert">
          {tests.problem.value}
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

function Tools({ editor, tests }: CreatePageProps) {
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
      <button type="button" class="quiet small start-over" onClick={() => editor.startOver()}>
        {t('create.start-over')}
      </button>
      <button
        type="button"
        class="main"
        disabled={editor.checked.value.scene === null || tests.starting.value}
        onClick={() => void tests.play()}
      >
        <Icon name="play" /> {t('create.play')} <kbd>F5</kbd>
      </button>
    </div>
  );
}
