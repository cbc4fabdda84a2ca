/** A small course for two: side by side over a gap to one goal; with the tapes that bring both there. */
import { tapesPayload } from '#content/families/parkour/instance.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeInput, IDLE } from '#shared/physics/input.ts';
import { parseScene, RICH_FORM, type Scene } from '#shared/physics/scene.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Two platforms in a line along −Z with 2 m of air between; two starts 1.5 m apart. */
export function pairScene(): Scene {
  return parseScene({
    form: RICH_FORM,
    maxTicks: 1_800,
    kill: -512,
    starts: [
      { at: [-48, 0, 0], yaw: 0 },
      { at: [48, 0, 0], yaw: 0 },
    ],
    goal: { at: [0, 96, -1280], half: [128, 96, 64], yaw: 0 },
    checkpoints: [],
    boxes: [
      { at: [0, -32, -384], half: [128, 32, 512], yaw: 0 },
      { at: [0, -32, -1216], half: [128, 32, 192], yaw: 0 },
    ],
    ramps: [],
    platforms: [],
    crates: [],
    hazards: [],
    buttons: [],
    doors: [],
  });
}

/** The course as it is published. */
export function pairFile(): ChallengeFile {
  return { family: 'parkour', rules: 1, instance: { engine: ENGINE, scene: pairScene() } };
}

const AHEAD = encodeInput({ heading: 0, gait: 'run', jump: false });
const LEAP = encodeInput({ heading: 0, gait: 'run', jump: true });

/** What each of the two plays: they run ahead, leap over the gap, and wait in the goal; the second a little later. */
export function pairTapes(): readonly [Uint8Array, Uint8Array] {
  const tape = (waits: number) =>
    Uint8Array.from({ length: 250 }, (_, tick) => {
      const at = tick - waits;
      if (at < 0 || at > 204) return IDLE;
      return at >= 128 && at < 140 ? LEAP : AHEAD;
    });
  return [tape(0), tape(9)];
}

/** Both tapes as they are handed in. */
export function pairPayload(): Payload {
  return tapesPayload(pairTapes());
}
