/** Over a play-test: its clock, what can be done, and the stick and buttons for thumbs. */
import './play-test-bar.css';
import { keyWords } from '#client/i18n/key-words.ts';
import { t, ticksAsTime } from '#client/i18n/translate.ts';
import { type Keys, keyName } from '#client/input/key-map.ts';
import { type ThumbActions, TouchPad } from '#client/play/touch-pad.tsx';
import { Icon } from '#client/ui/icon.tsx';
import type { PlayTestView } from './play-test.ts';

interface PlayTestBarProps {
  readonly view: PlayTestView;
  readonly keys: Keys;
  /** Null where there are keys enough. */
  readonly thumbs: ThumbActions | null;
  readonly onSwitch: () => void;
  readonly onRestart: () => void;
  readonly onStop: () => void;
}

/** Shown while the draft is played. */
export function PlayTestBar({ view, keys, thumbs, onSwitch, onRestart, onStop }: PlayTestBarProps) {
  return (
    <>
      <div class="create testing" data-play-test={view.phase}>
        <div class="panel run-clock">
          <b class="clock">{ticksAsTime(view.ticks)}</b>
          <span class="small" role="status">
            {hint(view)}
          </span>
        </div>
        <div class="row play-buttons">
          {view.starts < 2 ? null : (
            <button type="button" class="panel" data-who={view.who} onClick={onSwitch}>
              {t('run.switch', { who: view.who + 1, all: view.starts })} <kbd>{keyWords(keyName(keys.switch))}</kbd>
            </button>
          )}
          <button type="button" class="panel" onClick={onRestart}>
            <Icon name="restart" /> {t('run.restart')} <kbd>{keyWords(keyName(keys.restart))}</kbd>
          </button>
          <button type="button" class="panel" onClick={onStop}>
            <Icon name="leave" /> {t('create.back')} <kbd>Esc</kbd>
          </button>
        </div>
      </div>
      {thumbs === null ? null : <TouchPad actions={thumbs} />}
    </>
  );
}

function hint(view: PlayTestView): string {
  if (view.phase === 'goal') return t('create.test-goal');
  if (view.phase === 'time') return t('outcome.time');
  if (view.phase === 'ready') return t('run.ready');
  return view.checkpoints > 0 ? t('run.checkpoints', { done: view.checkpoint, all: view.checkpoints }) : t('run.go');
}
