/** Under the building view: the piece in hand with what can be done with it, and buttons that turn the view. */
import './view-bar.css';

import { inDigits, t } from '#client/i18n/translate.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Orbit, ViewStep } from './orbit.ts';
import type { PieceKind } from './piece.ts';
import { UNITS } from './piece.ts';
import type { Placed, Placing } from './placing.ts';

interface ViewBarProps {
  readonly placing: Placing;
  readonly orbit: Orbit;
  readonly onTake: (kind: PieceKind | null) => void;
  /** Sets the piece in hand down; with `keep` another one follows. */
  readonly onSetDown: (keep: boolean) => void;
}

const STEPS = [
  ['left', 'turn-left'],
  ['right', 'turn'],
  ['nearer', 'nearer'],
  ['farther', 'farther'],
] as const satisfies readonly (readonly [ViewStep, IconName])[];

/** The place where the hand is read out stays, so that every step of it is. */
export function ViewBar({ placing, orbit, ...hand }: ViewBarProps) {
  const placed = placing.placed.value;
  return (
    <div class="view-bar">
      <div class="free-view" />
      <div class="view-foot">
        <div class={placed === null ? 'in-hand' : 'panel in-hand'}>
          <p role="status" class="small">
            {placed === null ? '' : standing(placed)}
          </p>
          {placed === null ? null : <HandButtons placing={placing} {...hand} />}
        </div>
        <fieldset class="panel view-steps">
          <legend class="seen-by-none">{t('create.view')}</legend>
          {STEPS.map(([way, icon]) => (
            <button
              key={way}
              type="button"
              class="icon quiet large"
              title={t(`create.view.${way}`)}
              aria-label={t(`create.view.${way}`)}
              onClick={() => orbit.step(way)}
            >
              <Icon name={icon} />
            </button>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

function HandButtons({ placing, onTake, onSetDown }: Omit<ViewBarProps, 'orbit'>) {
  return (
    <div class="row">
      <button
        type="button"
        class="icon quiet large"
        title={t('create.turn')}
        aria-label={t('create.turn')}
        onClick={() => placing.turn(1)}
      >
        <Icon name="turn" />
      </button>
      <button type="button" class="main large" onClick={(event) => onSetDown(event.shiftKey)}>
        {t('create.place-here')} <kbd>Enter</kbd>
      </button>
      <button
        type="button"
        class="icon quiet large"
        title={t('create.let-go')}
        aria-label={t('create.let-go')}
        onClick={() => onTake(null)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** "Crate at x 2, z −4, 0.5 m high". */
function standing({ kind, x, foot, z }: Placed): string {
  return t('create.in-hand', { piece: t(`piece.${kind}`), x: metres(x), z: metres(z), height: metres(foot) });
}

/** The finest grid is a quarter of a metre. */
function metres(units: number): string {
  return inDigits(Math.round((units / UNITS) * 100) / 100).replace('-', '−');
}
