/** What makes two courses the same to whoever plays them: their pieces, in whatever order they were written down. */
import { type CanonicalValue, canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Scene } from '#shared/physics/scene.ts';

/**
 * The hash of a scene with its lists sorted and without its time limit and kill height. Checkpoints keep their order,
 * which is part of the course; buttons name doors by what they are instead of by number.
 */
export function likenessOf(scene: Scene): string {
  const doors = scene.doors.map((door) => canonicalJson(door));
  const wired = <T extends Wired>(pieces: readonly T[]) =>
    pieces.map((piece) => ({ ...piece, doors: piece.doors.map((index) => doors[index] ?? '').sort() }));
  const { keys, locks, levers, clocks, tiles, grips, winds } = scene;
  return sha256(
    canonicalJson({
      starts: scene.starts.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
      goal: scene.goal,
      checkpoints: scene.checkpoints,
      boxes: sorted(scene.boxes),
      ramps: sorted(scene.ramps),
      platforms: sorted(scene.platforms),
      crates: sorted(scene.crates),
      hazards: sorted(scene.hazards),
      buttons: sorted(wired(scene.buttons)),
      doors: [...doors].sort(),
      ...(keys && { keys: sorted(keys) }),
      ...(locks && { locks: sorted(wired(locks).map((lock) => ({ ...lock, key: keys?.[lock.key] }))) }),
      ...(levers && {
        levers: sorted(
          wired(levers).map((lever) => ({ ...lever, shuts: lever.shuts.map((index) => doors[index] ?? '').sort() })),
        ),
      }),
      ...(clocks && { clocks: sorted(wired(clocks)) }),
      ...(tiles && { tiles: sorted(tiles) }),
      ...(grips && { grips: sorted(grips) }),
      ...(winds && { winds: sorted(winds) }),
    }),
  );
}

interface Wired {
  readonly doors: readonly number[];
}

function sorted(list: readonly CanonicalValue[]): readonly string[] {
  return list.map(canonicalJson).sort();
}
