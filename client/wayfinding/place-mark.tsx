/** The small drawing of a place: what it is by shape, what its gate holds by shape and colour. */
import type { GateState, PlaceKind } from './place.ts';

interface PlaceMarkProps {
  readonly kind: PlaceKind;
  readonly state: GateState | null;
}

const COLOURS = { frontier: 'var(--cyan)', solved: 'var(--pink)', training: 'var(--gold)' } as const;

/** 16 × 16, for eyes alone: words stand beside it. */
export function PlaceMark({ kind, state }: PlaceMarkProps) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" class="place-mark" data-mark={state ?? kind}>
      {kind === 'gate' ? <Gate state={state ?? 'training'} /> : <path d={SHAPES[kind]} fill="currentColor" />}
    </svg>
  );
}

function Gate({ state }: { readonly state: GateState }) {
  const colour = COLOURS[state];
  if (state === 'frontier') return <path d="M0-7 6 0 0 7-6 0Z" fill={colour} />;
  if (state === 'solved') return <circle r="4.7" fill="none" stroke={colour} stroke-width="3" />;
  return <rect x="-5" y="-5" width="10" height="10" fill={colour} />;
}

/** One path a kind, middle at 0, 0; the map draws the same ones. */
export const SHAPES: Readonly<Record<Exclude<PlaceKind, 'gate'>, string>> = {
  landmark: 'M0-7 6 5H-6Z',
  atelier: 'M-6 6V-1L0-7 6-1V6Z',
  garden:
    'M0-6a3.500 3.500 0 0 1 3.500 3.500A3.500 3.500 0 1 1 1 3V7h-2V3A3.500 3.500 0 1 1-3.500-2.500 3.500 3.500 0 0 1 0-6Z',
  island: 'M-7 4Q0-8 7 4Z',
  automaton: 'M-5-3h4v-3h2v3h4v9H-5Z',
  person: 'M0-7a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM-6 7a6 6 0 0 1 12 0Z',
  waypoint: 'M0 7Q-5 1-5-2A5 5 0 0 1 5-2Q5 1 0 7Z',
};
