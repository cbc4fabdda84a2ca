/** The scene document of a course: pieces in whole numbers (1/64 m, 1/24 turn, ticks), with the parser that bounds it. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';

/** Version of the scene's meaning, kept inside every document. */
export const SCENE_FORM = 1;

/** Bounds of a scene; lengths in 1/64 m, times in ticks (1/60 s). */
export const SCENE_LIMITS = {
  /** 256 m from the middle in every direction. */
  coordinate: 16_384,
  /** Half of a side at most 64 m. */
  half: 4_096,
  bodies: 256,
  crates: 24,
  waypoints: 32,
  checkpoints: 16,
  buttons: 16,
  doors: 16,
  /** Two minutes. */
  ticks: 7_200,
} as const;

const { coordinate, half, bodies, crates, waypoints, checkpoints, buttons, doors, ticks } = SCENE_LIMITS;

const whole = (code: string, low: number, high: number, what: string) => {
  const error = `${code}|${what} is a whole number from ${low} to ${high}.`;
  return z.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};
const triple = <T extends z.ZodType>(member: T) =>
  z.tuple([member, member, member], { error: 'scene.shape|A place or a size is three whole numbers.' }).readonly();

const point = triple(whole('scene.bounds', -coordinate, coordinate, 'A coordinate in 1/64 m'));
const size = triple(whole('scene.size', 1, half, 'Half of a side in 1/64 m'));
const yaw = whole('scene.yaw', 0, 23, 'A turn in 1/24');
const time = (high: number) => whole('scene.ticks', 1, high, 'A time in ticks');

const solid = z.strictObject({ at: point, half: size, yaw });
/** A wedge much longer than it is high or wide has no hull that the engine can build. */
const ramp = solid.refine(({ half }) => Math.max(...half) <= 64 * Math.min(...half), {
  error: 'scene.size|The longest side of a ramp is at most 64 times the shortest.',
});
const waypoint = z.strictObject({ at: point, ticks: time(ticks) });
const path = z
  .array(waypoint)
  .min(1, { error: 'scene.path|A path has at least one waypoint.' })
  .max(waypoints, { error: `scene.path|A path has at most ${waypoints} waypoints.` })
  .readonly();
const mover = z.strictObject({ half: size, yaw, path });
const crate = z.strictObject({ at: point, half: size, yaw, mass: whole('scene.mass', 1, 500, 'A mass in kg') });
const button = z.strictObject({
  at: point,
  half: size,
  yaw,
  press: z.enum(['use', 'step'], { error: 'scene.button|A button is pressed by "use" or by "step".' }),
  doors: z
    .array(whole('scene.button', 0, doors - 1, 'The number of a door'))
    .min(1)
    .max(doors)
    .readonly(),
  ticks: time(ticks),
});
const door = z.strictObject({
  at: point,
  half: size,
  yaw,
  slide: point,
  travel: time(600),
  need: whole('scene.door', 1, buttons, 'How many buttons a door needs'),
});
const start = z.strictObject({ at: point, yaw });
const list = <T extends z.ZodType>(member: T, most: number, what: string) =>
  z
    .array(member)
    .max(most, { error: `scene.bodies|A scene has at most ${most} ${what}.` })
    .readonly();

const sceneSchema = z.strictObject({
  form: z.literal(SCENE_FORM, { error: `scene.form|This world reads scenes of form ${SCENE_FORM}.` }),
  maxTicks: time(ticks),
  kill: whole('scene.bounds', -coordinate, coordinate, 'The kill height in 1/64 m'),
  starts: z
    .array(start)
    .min(1, { error: 'scene.start|A scene has a start.' })
    .max(4, { error: 'scene.start|A scene has at most 4 starts.' })
    .readonly(),
  goal: solid,
  checkpoints: list(solid, checkpoints, 'checkpoints'),
  boxes: list(solid, bodies, 'boxes'),
  ramps: list(ramp, bodies, 'ramps'),
  platforms: list(mover, 64, 'moving platforms'),
  crates: list(crate, crates, 'crates'),
  hazards: list(mover, 64, 'hazards'),
  buttons: list(button, buttons, 'buttons'),
  doors: list(door, doors, 'doors'),
});

/**
 * A course. `at` is the middle of a piece, `half` its half sides, `yaw` its turn about +Y in 1/24; a start's `at` is
 * where the soles stand. `boxes` are fixed; `ramps` are wedges that rise from their −Z to their +Z side; `platforms`
 * carry whoever stands on them along `path`; `crates` are pushed; a touched hazard, and a fall below `kill`, lead back
 * to the last checkpoint while the clock runs on; checkpoints count in order and the goal only after all of them;
 * `buttons` stay live for `ticks` after the last press (`use`: the use key within reach; `step`: standing on it, a
 * crate does it too); a door slides by `slide` within `travel` ticks while at least `need` of its buttons are live.
 */
export type Scene = z.infer<typeof sceneSchema>;
/** A fixed box, wedge or zone. */
export type Solid = z.infer<typeof solid>;
/** A piece on a path: a waypoint's `ticks` lead to the next one, the last one's back to the first. */
export type Mover = z.infer<typeof mover>;
export type Button = z.infer<typeof button>;
export type Door = z.infer<typeof door>;

/**
 * Parses a scene from anywhere.
 * @throws DimensionError `scene.shape`, `scene.form`, `scene.bounds`, `scene.size`, `scene.yaw`, `scene.ticks`,
 *   `scene.mass`, `scene.path`, `scene.bodies`, `scene.start`, `scene.button`, `scene.door`: one sentence and where
 */
export function parseScene(raw: unknown): Scene {
  refuseCrowds(raw);
  const parsed = sceneSchema.safeParse(raw);
  if (!parsed.success) throw refused(parsed.error.issues[0]);
  const scene = parsed.data;
  for (const [index, { doors: named }] of scene.buttons.entries())
    for (const door of named)
      if (door >= scene.doors.length)
        throw new DimensionError('scene.button', 'A button names a door that is not in the scene.', { index, door });
  for (const [index, { need }] of scene.doors.entries())
    if (need > scene.buttons.filter((button) => button.doors.includes(index)).length)
      throw new DimensionError('scene.door', 'A door needs more buttons than name it.', { index, need });
  if (scene.starts.some((start) => start.at[1] <= scene.kill))
    throw new DimensionError('scene.start', 'A start lies above the kill height.', { kill: scene.kill });
  return scene;
}

/** Counts before anything is read, so that a crowd of bodies costs nothing. */
function refuseCrowds(raw: unknown): void {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new DimensionError('scene.shape', 'A scene is a JSON object.');
  let count = 0;
  for (const member of Object.values(raw)) if (Array.isArray(member)) count += member.length;
  if (count > bodies)
    throw new DimensionError('scene.bodies', `A scene has at most ${bodies} pieces.`, { pieces: count });
}

function refused(issue: z.core.$ZodIssue | undefined): DimensionError {
  const where = issue?.path.map(String).join('.') ?? '';
  // Zod's own messages quote what was handed in; only ours begin like this.
  const [, code, sentence] = /^(scene\.[a-z]+)\|(.+)$/.exec(issue?.message ?? '') ?? [];
  if (code !== undefined && sentence !== undefined) return new DimensionError(code, sentence, { where });
  return new DimensionError('scene.shape', `The scene is malformed at "${where}".`, { where });
}
