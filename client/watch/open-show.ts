/** Sets up what is shown: a stage on the canvas, and on it a run or a drawing, as the hand of the attempt asks. */

import type { QualityName } from '#client/scene/quality.ts';
import { WatchStage } from '#client/scene/watch-stage.ts';
import { BenchPointing } from '#client/workbench/bench-pointing.ts';
import { Engine } from '#shared/physics/engine.ts';
import { BenchShow } from './bench-show.ts';
import { CourseShow } from './course-show.ts';
import type { Watched } from './load-watched.ts';
import { namesOf } from './rivals.ts';
import type { Show } from './show.ts';

/** What the page gives. */
export interface OpenShowNeeds {
  readonly canvas: HTMLCanvasElement;
  readonly quality: QualityName;
  /** True when motion is not wanted. */
  readonly still: () => boolean;
}

/** Colour of whoever is watched, by number. */
const LOOK = 7;

/** @throws DimensionError `engine.load`, `payload.*`; Error from three without WebGL 2 */
export async function openShow(watched: Watched, { canvas, quality, still }: OpenShowNeeds): Promise<Show> {
  const { attempt, card, course, family, instance } = watched;
  // Before anything is opened on the canvas: whoever asks again opens it once.
  const rapier = course === null ? null : await new Engine().load();
  const stage = new WatchStage(canvas, quality, still);
  new ResizeObserver(() => stage.resize()).observe(canvas);
  const who = namesOf(attempt, card, LOOK);
  const { payload } = attempt;
  return course === null || rapier === null
    ? new BenchShow({ stage, family, instance, file: card.file, payload, who })
    : new CourseShow({ stage, rapier, scene: course, payload, who, still });
}

/** Mouse, fingers and wheel over the picture turn, slide and come closer. */
export function listenToPointer(canvas: HTMLCanvasElement, show: Pick<Show, 'turn' | 'slide' | 'zoom'>): void {
  const nothing = () => undefined;
  new BenchPointing(canvas, {
    press: () => false,
    drag: nothing,
    release: nothing,
    tap: nothing,
    hover: nothing,
    circle: (dx, dy) => show.turn(dx, dy),
    slide: (dx, dy) => show.slide(dx, dy),
    zoom: (factor) => show.zoom(factor),
  });
}
