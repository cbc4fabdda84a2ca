/** What makes two courses the same to whoever plays them: their pieces, in whatever order they were written down. */
import { type CanonicalValue, canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Scene } from '#shared/physics/scene.ts';

/**
 * The hash of a scene with its lists sorted and without its time limit and kill height. Checkpoints keep their order,
 * which is part of the course; buttons name doors by what they are instead of by number.
 */
export function likenessOf(scene: Scene): string {
  const doors = scene.doors.map((door) => canonicalJson(door));
  const buttons = scene.buttons.map(({ doors: named, ...button }) => ({
    ...button,
    doors: named.map((index) => doors[index] ?? '').sort(),
  }));
  return sha256(
    canonicalJson({
      starts: scene.starts,
      goal: scene.goal,
      checkpoints: scene.checkpoints,
      boxes: sorted(scene.boxes),
      ramps: sorted(scene.ramps),
      platforms: sorted(scene.platforms),
      crates: sorted(scene.crates),
      hazards: sorted(scene.hazards),
      buttons: sorted(buttons),
      doors: [...doors].sort(),
    }),
  );
}

function sorted(list: readonly CanonicalValue[]): readonly string[] {
  return list.map(canonicalJson).sort();
}
