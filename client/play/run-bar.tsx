/** The clock of a run, its checkpoints, and the two buttons that matter. */
import { inLine, t, ticksAsTime } from '#client/i18n/translate.ts';
import type { Keys } from '#client/input/key-map.ts';
import { KEY_COLOURS } from '#client/scene/key-colours.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState, RunView } from './hud-state.ts';
import { KeyCap } from './key-cap.tsx';
import { lineWords } from './line-words.ts';

interface RunBarProps {
  readonly hud: HudState;
  readonly keys: Keys;
  readonly actions: HudActions;
}

/** Shown while on a course. */
export function RunBar({ hud, keys, actions }: RunBarProps) {
  const run = hud.run.value;
  if (run === null) return null;
  const connection = hud.connection.value;
  return (
    <div class="run-bar">
      <div class="panel run-clock">
        <b class="clock" data-ticks={run.ticks}>
          {ticksAsTime(run.ticks)}
        </b>
        <span class="soft small">{hint(run)}</span>
        {run.key < 0 ? null : (
          <span class="small" data-key={run.key}>
            <span class="dot" style={{ background: cssColour(KEY_COLOURS[run.key]) }} /> {t('run.key')}
          </span>
        )}
        {run.others.length === 0 ? null : (
          <span class="soft small">{t('run.together', { names: inLine(run.others) })}</span>
        )}
        <div class="small" role="status">
          {connection.kind === 'connected' ? null : <span>{lineWords(connection)}</span>}
          {run.problem === null || run.phase === 'over' ? null : <span class="bad">{run.problem}</span>}
        </div>
      </div>
      <div class="row">
        {run.own < 2 ? null : (
          <button type="button" class="panel" data-who={run.who} onClick={actions.switchOver}>
            {t('run.switch', { who: run.who + 1, all: run.own })} <KeyCap code={keys.switch} />
          </button>
        )}
        <button type="button" class="panel" onClick={actions.restart}>
          <Icon name="restart" /> {t('run.restart')} <KeyCap code={keys.restart} />
        </button>
        <button type="button" class="panel" onClick={actions.leaveCourse}>
          <Icon name="leave" /> {t('run.leave')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}

function hint(run: RunView): string {
  if (run.phase === 'opening') return t('run.opening');
  if (run.countdown !== null) return t('run.countdown', { seconds: run.countdown });
  if (run.awaited.length > 0) return t('run.awaited', { names: inLine(run.awaited) });
  if (run.phase === 'ready') return readyWords(run);
  const parts: string[] = [];
  if (run.checkpoints > 0) parts.push(t('run.checkpoints', { done: run.checkpoint, all: run.checkpoints }));
  if (run.falls > 0) parts.push(t('run.falls', { count: run.falls }));
  if (run.maxTicks - run.ticks < 600)
    parts.push(t('run.left', { time: ticksAsTime(Math.max(0, run.maxTicks - run.ticks)) }));
  return parts.length > 0 ? parts.join(' · ') : t('run.go');
}

function readyWords({ ghosts, ghost }: RunView): string {
  if (ghost === null || ghosts === 0) return t('run.ready');
  return t(`run.ready-ghost.${ghost.of}`, { count: ghosts, name: ghost.name });
}

function cssColour(colour = 0xffffff): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
