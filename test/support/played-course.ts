/** A course that one person published and others played live, through the door of a real world. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { World } from '#server/world.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Person } from '#shared/records/actor.ts';
import type { Payload } from '#shared/records/payload.ts';
import { madeCourse, visitor } from './world.ts';

const LONGEST = 7_200;

/** A published course at the frontier. */
export interface PlayedCourse {
  readonly id: string;
  /** Its witness after standing still for that many ticks. */
  tape(idleTicks: number): Payload;
  /** Plays its witness after standing still for that many ticks. */
  play(person: Person, idleTicks: number): Promise<AttemptOutcome>;
}

/** Ann publishes it; no machine tried. The same seed is the same course in every world. */
export async function playedCourse(world: World, seed: string): Promise<PlayedCourse> {
  const ann = await visitor(world, 'Ann');
  const { intent, witness } = await madeCourse(world, seed);
  const published = await world.door.submit(ann.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  return {
    id: published.id,
    tape: (idleTicks) => ({ kind: 'tape', bytes: encodeTape(later(witness, idleTicks)) }),
    play(actor, idleTicks) {
      const inputs = later(witness, idleTicks);
      const payload: Payload = { kind: 'tape', bytes: encodeTape(inputs) };
      const wallMs = (inputs.length / 60) * 1_000;
      return world.door.attempt({ actor, challenge: published.id, payload, class: 'live', wallMs });
    },
  };
}

function later(payload: Payload, ticks: number): Uint8Array {
  if (payload.kind !== 'tape') throw new Error('not a tape');
  return Uint8Array.from([...new Uint8Array(ticks), ...decodeTape(payload.bytes, LONGEST)]);
}
