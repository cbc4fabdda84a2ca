/** The row of tools at the foot of the bench: those of every bench, and those of the hand that lies on it. */
import { t } from '#client/i18n/translate.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Bench } from './bench.ts';
import type { BenchVisit } from './bench-visit.ts';
import { MovesHand } from './moves-hand.ts';
import { PointsHand } from './points-hand.ts';

interface BenchToolsProps {
  readonly bench: Bench;
  readonly visit: BenchVisit;
  readonly onHandIn: () => void;
}

/** Everything here has a key, too. */
export function BenchTools({ bench, visit, onHandIn }: BenchToolsProps) {
  const asked = bench.asked.value;
  // Without a judge on this page the server's word is the only one: it may be asked.
  const may = asked === 'broken' || bench.judged.value?.ok === true;
  const waits = asked === 'judging';
  return (
    <section class="panel bench-tools" aria-label={t('bench.tools')}>
      <Tool icon="undo" label={t('bench.undo')} disabled={!bench.canUndo.value} act={() => bench.undo()} />
      <Tool icon="redo" label={t('bench.redo')} disabled={!bench.canRedo.value} act={() => bench.redo()} />
      <HandTools bench={bench} visit={visit} />
      <Tool icon="frame" label={t('bench.frame')} act={() => visit.frameAll()} />
      {bench.machineStart === null ? null : (
        <Tool icon="machine" label={t('bench.from-machine')} act={() => bench.startFromMachine()} />
      )}
      <Tool icon="restart" label={t('bench.start-over')} act={() => bench.startOver()} />
      <button
        type="button"
        class="main"
        // A button that is switched off while the judge works would lose the focus at every key.
        aria-disabled={waits}
        disabled={!may}
        onClick={() => (waits ? undefined : onHandIn())}
      >
        {t('bench.hand-in')}
      </button>
    </section>
  );
}

function HandTools({ bench, visit }: Omit<BenchToolsProps, 'onHandIn'>) {
  const { hand } = bench;
  if (hand instanceof PointsHand) return <PointsTools hand={hand} />;
  const choosing = (
    <>
      <Tool icon="previous" label={t('bench.previous')} act={() => visit.press('BracketLeft')} />
      <Tool icon="next" label={t('bench.next')} act={() => visit.press('BracketRight')} />
    </>
  );
  if (hand instanceof MovesHand)
    return (
      <>
        {choosing}
        <Tool icon="turn" label={t('bench.moves.turn')} act={() => visit.press('KeyR')} />
      </>
    );
  const settling = bench.settling.value;
  return (
    <>
      {choosing}
      <button type="button" class="with-icon" onClick={() => visit.settle()} disabled={settling}>
        <Icon name="settle" /> {t(settling ? 'bench.vectors.settling' : 'bench.vectors.settle')}
      </button>
      <Tool icon="shake" label={t('bench.vectors.shake')} act={() => visit.shake()} />
    </>
  );
}

const AXES = [0, 1, 2] as const;

function PointsTools({ hand }: { readonly hand: PointsHand }) {
  const floor = hand.cursor.value[1];
  const count = hand.size[1];
  const name = t('bench.points.floor', { floor: floor + 1, count });
  const mirrors = hand.mirrors.value;
  return (
    <>
      {hand.deep ? (
        <div class="floors" data-floor={floor}>
          <Tool icon="down" label={t('bench.points.down')} act={() => hand.goToFloor(floor - 1)} />
          <label class="small">
            {name}
            <input
              type="range"
              min={0}
              max={count - 1}
              value={floor}
              aria-label={name}
              onInput={(event) => hand.goToFloor(Number(event.currentTarget.value))}
            />
          </label>
          <Tool icon="up" label={t('bench.points.up')} act={() => hand.goToFloor(floor + 1)} />
        </div>
      ) : null}
      <fieldset class="mirrors" aria-label={t('bench.points.mirror')}>
        {AXES.filter((axis) => hand.deep || axis < 2).map((axis) => (
          <button
            key={axis}
            type="button"
            class="icon"
            aria-pressed={mirrors[axis]}
            title={`${t('bench.points.mirror')}: ${t(`bench.points.mirror.${axis}`)}`}
            aria-label={`${t('bench.points.mirror')}: ${t(`bench.points.mirror.${axis}`)}`}
            onClick={() => hand.mirror(axis)}
          >
            <MirrorIcon axis={axis} />
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** A dashed mirror between two wings: upright, lying, and seen from the side. */
function MirrorIcon({ axis }: { readonly axis: 0 | 1 | 2 }) {
  const turn = axis === 0 ? 0 : axis === 1 ? 90 : 45;
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <g transform={`rotate(${turn} 12 12)`}>
        <path d="M12 3v18" stroke-dasharray="3 3" />
        <path d="M8.500 7v10L3 17zM15.500 7v10L21 17z" />
      </g>
    </svg>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly act: () => void;
}

function Tool({ icon, label, disabled = false, act }: ToolProps) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} disabled={disabled} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
