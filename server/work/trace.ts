/** The ways that everybody went in a run of a course, for its picture. */
import type { Vec3 } from '#content/families/family.ts';
import { tapesOf } from '#content/families/parkour/instance.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import { SOLE } from '#shared/physics/feel.ts';
import { IDLE } from '#shared/physics/input.ts';
import { Run } from '#shared/physics/run.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Ticks from one place of a way to the next. */
const EVERY = 4;

/** One way a start: soles in metres, from the start to where the run ended. @throws DimensionError `payload.*` */
export function traceRun(rapier: RapierModule, scene: Scene, payload: Payload): readonly (readonly Vec3[])[] {
  const tapes = tapesOf(payload, scene);
  const length = Math.max(0, ...tapes.map((tape) => tape.length));
  const run = new Run(rapier, scene);
  try {
    const ways = scene.starts.map((): Vec3[] => []);
    const note = () => {
      for (const [who, way] of ways.entries()) {
        const at = run.characters[who]?.at;
        if (at !== undefined) way.push([at.x, at.y - SOLE, at.z]);
      }
    };
    note();
    for (let tick = 0; tick < length && !run.over; tick++) {
      run.step(...tapes.map((tape) => tape[tick] ?? IDLE));
      if (run.tick % EVERY === 0) note();
    }
    note();
    return ways;
  } finally {
    run.free();
  }
}
