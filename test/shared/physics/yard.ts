/** Small scenes for tests: a level yard with whatever a test adds. */
import { Engine, type RapierModule } from '#shared/physics/engine.ts';
import { encodeInput, type Gait } from '#shared/physics/input.ts';
import type { Run } from '#shared/physics/run.ts';
import { parseScene, RICH_FORM, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';

/** The raw document of a yard 20 m wide and 120 m long, its ground at height 0. */
export function yardDocument(more: object = {}): Record<string, unknown> {
  return {
    form: SCENE_FORM,
    maxTicks: 3600,
    kill: -640,
    starts: [{ at: [0, 0, 0], yaw: 0 }],
    goal: { at: [0, 96, -5000], half: [64, 96, 64], yaw: 0 },
    checkpoints: [],
    boxes: [{ at: [0, -32, -3200], half: [640, 32, 3840], yaw: 0 }],
    ramps: [],
    platforms: [],
    crates: [],
    hazards: [],
    buttons: [],
    doors: [],
    ...more,
  };
}

export function yard(more: object = {}): Scene {
  return parseScene(yardDocument(more));
}

/** The same yard in the form that has everything. */
export function richYard(more: object): Scene {
  return yard({ form: RICH_FORM, ...more });
}

/** An engine that is ready. */
export function loadEngine(): Promise<RapierModule> {
  return new Engine().load();
}

/** Heading 0 is north (−Z). */
export function go(gait: Gait, heading = 0, jump = false): number {
  return encodeInput({ gait, heading, jump });
}

/** Steps a run with one byte as long as `ticks`, calling `each` after every tick. */
export function hold(run: Run, byte: number, ticks: number, each: () => void = () => {}): Run {
  for (let tick = 0; tick < ticks; tick++) {
    run.step(byte);
    each();
  }
  return run;
}

/** Steps a run with one byte until `done`. @throws RangeError when that takes more than 20 s of play */
export function until(run: Run, byte: number, done: () => boolean): Run {
  for (let tick = 0; !done(); tick++) {
    if (tick > 1_200) throw new RangeError('this never happens in 20 s of play');
    run.step(byte);
  }
  return run;
}
