/** The scene document of a course: pieces in whole numbers (1/64 m, 1/24 turn, ticks), with the parser that bounds it. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import * as piece from './pieces.ts';

/** The plain form of a scene; the version is kept inside every document. */
export const SCENE_FORM = 1;
/** The richer form: all of the plain one, with its meaning, and the lists of {@link EXTRAS} and more than one start. */
export const RICH_FORM = 2;

/** Bounds of a scene; lengths in 1/64 m, times in ticks (1/60 s). */
export const SCENE_LIMITS = piece.LIMITS;

const { coordinate, bodies, crates, checkpoints, buttons, doors, ticks } = SCENE_LIMITS;

const list = <T extends z.ZodType>(member: T, most: number, what: string) =>
  z
    .array(member)
    .max(most, { error: `scene.bodies|A scene has at most ${most} ${what}.` })
    .readonly();
/** Left out when there is none, so that a scene has one spelling. */
const extra = <T extends z.ZodType>(member: T, most: number, what: string) =>
  z
    .array(member)
    .min(1, { error: `scene.shape|A list of ${what} that is there has something in it.` })
    .max(most, { error: `scene.bodies|A scene has at most ${most} ${what}.` })
    .readonly()
    .exactOptional();

const formError = { error: `scene.form|This world reads scenes of form ${SCENE_FORM} and ${RICH_FORM}.` };
const sceneSchema = z.strictObject({
  form: z.union([z.literal(SCENE_FORM), z.literal(RICH_FORM)], formError),
  maxTicks: piece.time(ticks),
  kill: piece.whole('scene.bounds', -coordinate, coordinate, 'The kill height in 1/64 m'),
  starts: z
    .array(piece.start)
    .min(1, { error: 'scene.start|A scene has a start.' })
    .max(4, { error: 'scene.start|A scene has at most 4 starts.' })
    .readonly(),
  goal: piece.solid,
  checkpoints: list(piece.solid, checkpoints, 'checkpoints'),
  boxes: list(piece.solid, bodies, 'boxes'),
  ramps: list(piece.ramp, bodies, 'ramps'),
  platforms: list(piece.mover, 64, 'moving platforms'),
  crates: list(piece.crate, crates, 'crates'),
  hazards: list(piece.mover, 64, 'hazards'),
  buttons: list(piece.button, buttons, 'buttons'),
  doors: list(piece.door, doors, 'doors'),
  levers: extra(piece.lever, SCENE_LIMITS.levers, 'levers'),
  clocks: extra(piece.clock, SCENE_LIMITS.clocks, 'clocks'),
  keys: extra(piece.key, SCENE_LIMITS.keys, 'keys'),
  locks: extra(piece.lock, SCENE_LIMITS.locks, 'locks'),
  tiles: extra(piece.tile, SCENE_LIMITS.tiles, 'tiles'),
  grips: extra(piece.solid, SCENE_LIMITS.grips, 'walls to leap from'),
  winds: extra(piece.wind, SCENE_LIMITS.winds, 'winds'),
});

/** The lists that only {@link RICH_FORM} has. */
export const EXTRAS = ['levers', 'clocks', 'keys', 'locks', 'tiles', 'grips', 'winds'] as const;

/**
 * A course. `at` is the middle of a piece, `half` its half sides, `yaw` its turn about +Y in 1/24; a start's `at` is
 * where the soles stand. `boxes` are fixed; `ramps` are wedges that rise from their −Z to their +Z side; `platforms`
 * carry whoever stands on them along `path`; `crates` are pushed; a touched hazard, and a fall below `kill`, lead back
 * to the last checkpoint while the clock runs on; checkpoints count in order and the goal only after all of them;
 * `buttons` stay live for `ticks` after the last press (`use`: the use key within reach; `step`: standing on it, a
 * crate does it too); a door slides by `slide` within `travel` ticks while at least `need` of what names it is live.
 *
 * In form 2 doors are also named by `levers` (each press of use throws one over; while it is on, the doors it `shuts`
 * stay shut whatever else is live), by `clocks` (live in ticks t with (t + phase) mod period < on) and by `locks` (live
 * for good once somebody brought their key). A touched key is carried, one at a time, and a fall takes it back to its
 * place. A tile that does not hold gives way a moment after somebody stands on it and comes back later; for the first
 * `shown` ticks its light tells. From the sides of `grips`, which are fixed, one leaps again in the air, never twice in
 * a row from the same. `winds` push whoever is in them by `push` (1/64 m/s²) in their part of every period. With more
 * than one start every character has a tape of its own, and the goal counts when all are in it.
 */
export type Scene = z.infer<typeof sceneSchema>;
/** A fixed box, wedge or zone. */
export type Solid = z.infer<typeof piece.solid>;
/** A piece on a path: a waypoint's `ticks` lead to the next one, the last one's back to the first. */
export type Mover = z.infer<typeof piece.mover>;
export type Button = z.infer<typeof piece.button>;
export type Door = z.infer<typeof piece.door>;
/** When something periodic is on, in ticks. */
export type Cycle = Pick<z.infer<typeof piece.clock>, 'period' | 'on' | 'phase'>;

/**
 * Parses a scene from anywhere.
 * @throws DimensionError `scene.shape`, `scene.form`, `scene.bounds`, `scene.size`, `scene.yaw`, `scene.ticks`,
 *   `scene.mass`, `scene.path`, `scene.bodies`, `scene.start`, `scene.button`, `scene.door`, `scene.clock`,
 *   `scene.wind`, `scene.lock`, `scene.tile`: one sentence and where
 */
export function parseScene(raw: unknown): Scene {
  refuseCrowds(raw);
  const parsed = sceneSchema.safeParse(raw);
  if (!parsed.success) throw refused(parsed.error.issues[0]);
  const scene = parsed.data;
  if (scene.form === SCENE_FORM && EXTRAS.some((name) => scene[name] !== undefined))
    throw new DimensionError('scene.form', `Pieces of form ${RICH_FORM} are in a scene of form ${SCENE_FORM}.`);
  refuseLooseWires(scene);
  if (scene.starts.some((start) => start.at[1] <= scene.kill))
    throw new DimensionError('scene.start', 'A start lies above the kill height.', { kill: scene.kill });
  if (scene.form === RICH_FORM) refuseSameStarts(scene);
  return scene;
}

/** Who start in one place could change roles, and one solution would look like two. */
function refuseSameStarts({ starts }: Scene): void {
  if (new Set(starts.map(({ at }) => at.join())).size < starts.length)
    throw new DimensionError('scene.start', 'Two starts lie in the same place.');
}

/** Every number of a door or key names one, and every door can open. */
function refuseLooseWires({ buttons, levers = [], clocks = [], locks = [], keys = [], doors }: Scene): void {
  const inputs = [...buttons, ...levers, ...clocks, ...locks];
  const shuts = levers.map((lever) => lever.shuts);
  for (const [index, named] of [...inputs.map((input) => input.doors), ...shuts].entries())
    for (const door of named)
      if (door >= doors.length)
        throw new DimensionError('scene.button', 'A button names a door that is not in the scene.', { index, door });
  for (const [index, { need }] of doors.entries())
    if (need > inputs.filter((input) => input.doors.includes(index)).length)
      throw new DimensionError('scene.door', 'A door needs more buttons than name it.', { index, need });
  for (const [index, { key }] of locks.entries())
    if (key >= keys.length)
      throw new DimensionError('scene.lock', 'A lock names a key that is not in the scene.', { index, key });
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
