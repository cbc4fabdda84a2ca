/** Everything over a workbench, in its place. */
import './bench.css';
import { useState } from 'preact/hooks';
import { keyWords } from '#client/i18n/key-words.ts';
import { t } from '#client/i18n/translate.ts';
import type { ConsentWord } from '#client/net/consent-word.ts';
import { Icon } from '#client/ui/icon.tsx';
import { BenchOutcome } from './bench-outcome.tsx';
import { BenchPanel } from './bench-panel.tsx';
import { BenchTools } from './bench-tools.tsx';
import type { BenchVisit } from './bench-visit.ts';
import type { Hand } from './hand.ts';
import type { HandIn } from './hand-in.ts';

interface BenchPageProps {
  readonly visit: BenchVisit;
  readonly handIn: HandIn;
  readonly consent: ConsentWord;
  /** Whether there is room beside the bench. */
  readonly wide: boolean;
  readonly onLeave: () => void;
}

/** Shown while a visitor is at a bench. */
export function BenchPage({ visit, handIn, consent, wide, onLeave }: BenchPageProps) {
  const { bench } = visit;
  const [keys, setKeys] = useState(false);
  const { hand } = bench;
  // Read, so that the sentence follows every choice and every change.
  const said = hand.changes.value >= 0 ? hand.says(bench.shown.value) : '';
  return (
    <div class="bench">
      <div class="bench-doors row">
        <button type="button" class="panel" aria-expanded={keys} onClick={() => setKeys(!keys)}>
          <Icon name="keys" /> {t('bench.keys')}
        </button>
        <button type="button" class="panel" onClick={onLeave}>
          <Icon name="leave" /> {t('bench.leave')} <kbd>Esc</kbd>
        </button>
      </div>
      <BenchPanel bench={bench} wide={wide} onFocusBench={() => visit.focus()} />
      {keys ? <Keys kind={hand.kind} /> : null}
      <BenchTools bench={bench} visit={visit} onHandIn={() => void handIn.send(bench.payload)} />
      <BenchOutcome handIn={handIn} consent={consent} onFocusBench={() => visit.focus()} onLeave={onLeave} />
      <p class="seen-by-none" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

const EVERY_KEYS = [
  ['W A S D', 'bench.key.look'],
  ['Ctrl Z', 'bench.key.undo'],
  ['Esc', 'bench.key.leave'],
] as const;
const HAND_KEYS = {
  points: [
    ['← ↑ ↓ →', 'bench.key.points.move'],
    ['PgUp PgDn', 'bench.key.points.floor'],
    ['Space', 'bench.key.points.set'],
  ],
  vectors: [
    ['[ ]', 'bench.key.vectors.choose'],
    ['← ↑ ↓ →', 'bench.key.vectors.push'],
    ['L', 'bench.key.vectors.settle'],
    ['K', 'bench.key.vectors.shake'],
  ],
  moves: [
    ['[ ]', 'bench.key.moves.choose'],
    ['← ↑ ↓ →', 'bench.key.moves.pull'],
    ['PgUp PgDn', 'bench.key.moves.deep'],
    ['R', 'bench.key.moves.turn'],
  ],
} as const;

function Keys({ kind }: { readonly kind: Hand['kind'] }) {
  return (
    <section class="panel bench-keys" aria-label={t('bench.keys')}>
      <dl class="keys">
        {[...HAND_KEYS[kind], ...EVERY_KEYS].map(([key, meaning]) => (
          <div key={key} class="key">
            <dt>
              {key.split(' ').map((name) => (
                <kbd key={name}>{keyWords(name)}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
