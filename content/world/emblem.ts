/** What a family's landmark shows: one of its own problems, begun or solved, as the family draws it. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { AnyFamily, Drawing } from '#content/families/family.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';

/** A family as a landmark shows it. */
export interface Emblem {
  readonly title: string;
  readonly drawing: Drawing;
}

/** Rich enough to be known from afar, and cheap to make for every family. */
const DIFFICULTY = 0.22;
/** Places that are tried for a family of points, at the most. */
const TRIES = 160;

/**
 * The same on every machine for a family of this version; takes up to a few hundred milliseconds.
 * @throws DimensionError `catalog.unknown`
 */
export async function emblemOf(id: string): Promise<Emblem> {
  const family = await load(FAMILIES, id);
  const rng = new Rng(`emblem/${id}`);
  const generated = await family.generate(rng.fork('instance'), DIFFICULTY);
  const instance = family.parseInstance(generated.instance);
  const payload = generated.witness ?? (await begun(family, instance, rng.fork('begun')));
  return { title: family.title, drawing: family.show(instance, payload) };
}

/** Where a hand sets points one by one, as many as hold of some that were picked by chance; else what the family shows. */
async function begun(family: AnyFamily, instance: CanonicalValue, rng: Rng): Promise<Payload | null> {
  const piece = family.workpiece(instance);
  if (piece.hand !== 'points') return null;
  const points: number[][] = [];
  for (let tried = 0; tried < TRIES; tried++) {
    const next = piece.size.map((places) => rng.int(0, places - 1));
    const payload: Payload = { kind: 'points', points: [...points, next] };
    if ((await holds(family, instance, payload)) === true) points.push(next);
  }
  return points.length === 0 ? null : { kind: 'points', points };
}

async function holds(family: AnyFamily, instance: CanonicalValue, payload: Payload): Promise<boolean> {
  try {
    return (await family.judge(instance, family.parsePayload(payload, instance))).ok;
  } catch {
    // A point set twice or on a blocked place is no payload of this instance.
    return false;
  }
}
