/** Sets a challenge up on a workbench: family, hand and judge, then the picture and the page around it. */
import type { ComponentChild } from 'preact';
import { t } from '#client/i18n/translate.ts';
import type { Api } from '#client/net/api.ts';
import type { ConsentWord } from '#client/net/consent-word.ts';
import type { Bodies } from '#client/play/bodies.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { Bench } from './bench.ts';
import { BenchJudge } from './bench-judge.ts';
import { BenchPage } from './bench-page.tsx';
import { BenchVisit } from './bench-visit.ts';
import type { DraftShelf } from './drafts.ts';
import { HandIn } from './hand-in.ts';
import { openHand } from './open-hand.ts';

/** What a bench needs of the page around it. */
export interface OpenBenchNeeds {
  readonly scene: WorldScene;
  readonly bodies: Bodies;
  readonly canvas: HTMLCanvasElement;
  readonly api: Api;
  /** Whether solvers may learn from this person. */
  readonly consent: ConsentWord;
  readonly shelf: DraftShelf | null;
  /** True when motion is not wanted. */
  readonly still: () => boolean;
  readonly onLeave: () => void;
  /** False when the visitor has gone on meanwhile: then nothing is shown. */
  readonly wanted: () => boolean;
}

/** A bench that stands: what plays on it, and what the page shows over it. */
export interface OpenBench {
  readonly visit: BenchVisit;
  readonly handIn: HandIn;
  readonly page: () => ComponentChild;
}

/**
 * Null when it is no longer wanted by the time everything is there.
 * @throws DimensionError `catalog.unknown`, `instance.*`, `bench.hand`
 */
export async function openBench(card: ChallengeCard, needs: OpenBenchNeeds): Promise<OpenBench | null> {
  const family = await load(FAMILIES, card.file.family);
  const instance = family.parseInstance(card.file.instance);
  const hand = openHand(family.workpiece(instance));
  if (!needs.wanted()) return null;
  const { file } = card;
  const judge = new BenchJudge({ family, instance, file, heavy: hand.heavy });
  const bench = new Bench({ card, family, instance, hand, judge, shelf: needs.shelf });
  const handIn = new HandIn({
    api: needs.api,
    challenge: card.id,
    onCard: (fresh) => {
      bench.card.value = fresh;
    },
  });
  const label = t('bench.canvas', { title: card.title });
  const visit = new BenchVisit({ ...needs, bench, judge, handIn, label });
  const wide = matchMedia('(min-width: 761px)').matches;
  return {
    visit,
    handIn,
    page: () => <BenchPage visit={visit} handIn={handIn} consent={needs.consent} wide={wide} onLeave={needs.onLeave} />,
  };
}
