/** Everything over the world, in its place. */
import { t } from '#client/i18n/translate.ts';
import { CaptionLines } from './caption-lines.tsx';
import { ChatBox } from './chat-box.tsx';
import { Countdown } from './countdown.tsx';
import { GateCard } from './gate-card.tsx';
import { HintLine } from './hint-line.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';
import { LatePanel } from './late-panel.tsx';
import { LineNote } from './line-note.tsx';
import { lineWords } from './line-words.ts';
import { AutomataPanel, HelpPanel } from './more-panels.tsx';
import { BoardPanel } from './news-panel.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PhotoBar } from './photo-bar.tsx';
import type { PhotoMode } from './photo-mode.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import type { RememberedSettings } from './remembered-settings.ts';
import { RunBar } from './run-bar.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { TouchPad } from './touch-pad.tsx';
import { WayStrip } from './way-strip.tsx';

interface HudProps {
  readonly hud: HudState;
  readonly actions: HudActions;
  readonly settings: RememberedSettings;
}

/** Shown from the first step on. */
export function Hud({ hud, actions, settings }: HudProps) {
  const phase = hud.phase.value;
  const onCourse = phase === 'course';
  if (phase === 'bench') return <AtBench hud={hud} actions={actions} />;
  if (hud.photo.value !== null) return <InPhoto hud={hud} photo={hud.photo.value} actions={actions} />;
  return (
    <div class="hud">
      {settings.now.value.comfortEdge ? <ComfortEdge hud={hud} /> : null}
      {onCourse ? (
        <RunBar hud={hud} keys={settings.now.value.keys} actions={actions} />
      ) : (
        <TopBar hud={hud} actions={actions} />
      )}
      {onCourse ? null : <WayStrip hud={hud} actions={actions} compass={settings.now.value.compass} />}
      {onCourse ? null : <OpenPanel hud={hud} actions={actions} settings={settings} />}
      {onCourse ? null : <Prompt hud={hud} actions={actions} />}
      <ChatBox hud={hud} actions={actions} />
      <HintLine hud={hud} keys={settings.now.value.keys} actions={actions} />
      <CaptionLines hud={hud} />
      <Toasts hud={hud} />
      {onCourse ? <Countdown hud={hud} /> : null}
      {onCourse ? <OutcomeCard hud={hud} keys={settings.now.value.keys} actions={actions} /> : null}
      {hud.touch.value && isFree(hud) ? <TouchPad actions={actions} /> : null}
      {hud.pictureIsLost.value && phase !== 'lost' ? <NoPicture /> : null}
      {phase === 'lost' ? <Lost hud={hud} /> : null}
    </div>
  );
}

function InPhoto({ hud, photo, actions }: Omit<HudProps, 'settings'> & { readonly photo: PhotoMode }) {
  return (
    <div class="hud in-photo">
      {hud.touch.value ? <TouchPad actions={actions} /> : null}
      <PhotoBar photo={photo} actions={actions} />
      <HeardAnywhere hud={hud} />
    </div>
  );
}

/** Some feel less sick when only the middle of the view moves. */
function ComfortEdge({ hud }: { readonly hud: HudState }) {
  return <div class="comfort-edge" aria-hidden="true" style={{ opacity: hud.pace.value }} />;
}

/** A workbench brings its own page; news still comes by. */
function AtBench({ hud, actions }: Omit<HudProps, 'settings'>) {
  const page = hud.bench.value;
  return (
    <div class="hud">
      {page === null || page === 'opening' ? (
        <div class="panel bench-opening row">
          <span role="status">{t('bench.opening')}</span>
          <button type="button" onClick={actions.leaveCourse}>
            {t('run.leave')}
          </button>
        </div>
      ) : (
        page()
      )}
      <HeardAnywhere hud={hud} />
    </div>
  );
}

/**
 * What nobody may miss, wherever they are. What is said in the meantime waits in the talk on the island: here it would
 * lie over the work, or over the picture.
 */
function HeardAnywhere({ hud }: { readonly hud: HudState }) {
  return (
    <>
      <LineNote hud={hud} />
      <CaptionLines hud={hud} />
      <Toasts hud={hud} />
      {hud.pictureIsLost.value ? <NoPicture /> : null}
    </>
  );
}

/** Nothing lies open where the thumbs would be. */
function isFree({ phase, panel, outcome }: HudState): boolean {
  return phase.value !== 'lost' && panel.value === null && outcome.value === null;
}

function OpenPanel({ hud, actions, settings }: HudProps) {
  const panel = hud.panel.value;
  const sentence = hud.panelProblem.value;
  // What was fetched before stays readable.
  if (sentence !== null && (panel === 'profile' || panel === 'automata') && hud[panel].value === null)
    return <ProblemPanel panel={panel} sentence={sentence} actions={actions} />;
  switch (panel) {
    case 'gate':
      return <GateCard hud={hud} actions={actions} settings={settings} />;
    case 'people':
      return <PeoplePanel hud={hud} actions={actions} />;
    case 'profile':
      return <ProfilePanel hud={hud} actions={actions} />;
    case 'board':
      return <BoardPanel hud={hud} actions={actions} />;
    case 'automata':
      return <AutomataPanel hud={hud} actions={actions} />;
    case 'settings':
      return <SettingsPanel settings={settings} actions={actions} />;
    case 'map':
      return <LatePanel key="map" title={t('panel.map')} name="map" load={actions.mapPage} onClose={actions.close} />;
    case 'quests':
      return (
        <LatePanel
          key="quests"
          title={t('panel.quests')}
          name="quests"
          load={actions.questPage}
          onClose={actions.close}
        />
      );
    case 'help':
      return (
        <HelpPanel keys={settings.now.value.keys} touched={hud.touch.value} pad={hud.pad.value} actions={actions} />
      );
    case null:
      return null;
  }
}

function Prompt({ hud, actions }: Omit<HudProps, 'settings'>) {
  const near = hud.near.value;
  if (near === null || hud.panel.value !== null) return null;
  return (
    <button
      type="button"
      class="panel prompt"
      data-gate={near.challenge}
      onClick={() => actions.openGate(near.challenge)}
    >
      <kbd>Enter</kbd> {near.title}
    </button>
  );
}

const TOAST_DOTS = {
  first: 'gold',
  laurel: 'pink',
  minted: 'pink',
  gate: '',
  work: 'gold',
  closed: 'gold',
  problem: 'bad',
} as const;

function Toasts({ hud }: { readonly hud: HudState }) {
  return (
    <div class="toasts" role="status" aria-label={t('news')}>
      {hud.toasts.value.map((toast) => (
        <p key={toast.id} class="panel toast" data-news={toast.kind}>
          <span class={`dot ${TOAST_DOTS[toast.kind]}`} />
          {toast.sentence}
        </p>
      ))}
    </div>
  );
}

/** The graphics card gave up; the visit goes on, and coming in again leads back to the same place. */
function NoPicture() {
  return (
    <div class="panel lost stack" role="alert" data-picture="lost">
      <p>{t('picture.lost')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('picture.again')}
      </button>
    </div>
  );
}

function Lost({ hud }: { readonly hud: HudState }) {
  return (
    <div class="panel lost stack" role="alert">
      <h2>{t('lost')}</h2>
      <p>{lineWords(hud.connection.value)}</p>
      <button type="button" class="main" onClick={() => location.reload()}>
        {t('lost.again')}
      </button>
    </div>
  );
}
