/** A parkour instance: the scene and the engine it was made on, and the tape or tapes that answer it. */
import { DimensionError } from '#shared/base/errors.ts';
import { type EngineIdentity, parseEngine } from '#shared/physics/engine.ts';
import { parseScene, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

/** What the challenge id is hashed from. */
export interface ParkourInstance {
  readonly scene: Scene;
  readonly engine: EngineIdentity;
  readonly [key: string]: Scene | EngineIdentity;
}

/** @throws DimensionError `instance.shape`, `instance.engine`, `instance.start`, `scene.*` */
export function parseParkour(raw: unknown): ParkourInstance {
  if (typeof raw !== 'object' || raw === null || !('scene' in raw) || !('engine' in raw))
    throw new DimensionError('instance.shape', 'A parkour instance has a scene and an engine.');
  if (Object.keys(raw).length !== 2)
    throw new DimensionError('instance.shape', 'A parkour instance has nothing beside its scene and its engine.');
  const engine = parseEngine(raw.engine);
  const scene = parseScene(raw.scene);
  if (scene.form === SCENE_FORM && scene.starts.length !== 1)
    throw new DimensionError('instance.start', `A course of form ${SCENE_FORM} has exactly one start.`, {
      starts: scene.starts.length,
    });
  return { scene, engine };
}

/** One byte a tick as a payload. */
export function tapePayload(inputs: Uint8Array): Payload {
  return { kind: 'tape', bytes: encodeTape(inputs) };
}

/** Tapes, one for each start: a tape for one, tapes for several. */
export function tapesPayload(tapes: readonly Uint8Array[]): Payload {
  const [only, ...others] = tapes;
  if (only !== undefined && others.length === 0) return tapePayload(only);
  return { kind: 'tapes', tapes: tapes.map(encodeTape) };
}

/** Inputs of `starts` characters, tick by tick, as a payload. */
export function joinedPayload(inputs: Uint8Array, starts: number): Payload {
  return tapesPayload(
    Array.from({ length: starts }, (_, who) =>
      starts === 1 ? inputs : inputs.filter((_byte, index) => index % starts === who),
    ),
  );
}

/** @throws DimensionError `payload.shape`, `payload.kind`, `payload.tape`, `payload.long`, `base64.malformed` */
export function parseTapePayload(raw: unknown, { scene }: ParkourInstance): Payload {
  const parsed = payloadSchema.safeParse(raw);
  if (!parsed.success) throw new DimensionError('payload.shape', 'This is not a payload of any kind.');
  tapesOf(parsed.data, scene);
  return parsed.data;
}

/** The inputs of a tape payload, one byte a tick. @throws DimensionError `payload.kind`, `payload.tape`, `payload.long` */
export function tapeInputs(payload: Payload, maxTicks: number): Uint8Array {
  if (payload.kind !== 'tape')
    throw new DimensionError('payload.kind', `A course for one is answered by a tape, not by ${payload.kind}.`);
  return decodeTape(payload.bytes, maxTicks);
}

/** The inputs of every start of a scene. @throws DimensionError `payload.kind`, `payload.tape`, `payload.long` */
export function tapesOf(
  payload: Payload,
  { starts, maxTicks }: Pick<Scene, 'starts' | 'maxTicks'>,
): readonly Uint8Array[] {
  if (starts.length === 1) return [tapeInputs(payload, maxTicks)];
  if (payload.kind !== 'tapes' || payload.tapes.length !== starts.length)
    throw new DimensionError('payload.kind', `This course is answered by ${starts.length} tapes, one for each start.`, {
      starts: starts.length,
    });
  return payload.tapes.map((tape) => decodeTape(tape, maxTicks));
}
