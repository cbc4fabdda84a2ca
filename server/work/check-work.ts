/** The job `checkWork`: lets a genome grow once, so that what is minted is known to grow everywhere. */
import { GENERATORS, load } from '#content/catalog.ts';
import type { Grown } from '#content/generators/generator.ts';
import type { Jobs } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, sha256 } from '#shared/base/hash.ts';

/** Coarse: the check asks whether it grows at all, not how fine it looks. */
const RESOLUTION = 32;
/** No work may be heavier than this at that resolution. */
const MOST_TRIANGLES = 200_000;

/** @throws DimensionError `genome.*` for a genome that does not grow, `catalog.unknown` for an unknown generator */
export async function checkWork({ generator, genome }: Jobs['checkWork']['in']): Promise<Jobs['checkWork']['out']> {
  const member = await load(GENERATORS, generator);
  const bytes = fromHex(genome);
  const { min, max } = member.genomeBytes;
  if (bytes.length < min || bytes.length > max)
    throw new DimensionError('genome.length', `A genome of ${member.title} has ${min} to ${max} bytes.`, {
      got: bytes.length,
    });
  member.check(bytes);
  return { name: member.name(bytes), digest: sha256(bytesOf(member.grow(bytes, RESOLUTION))) };
}

function bytesOf(grown: Grown): Uint8Array {
  if (grown.kind === 'picture') return grown.onnx;
  if (grown.indices.length === 0)
    throw new DimensionError('genome.empty', 'Nothing grows from this genome.', { indices: 0 });
  if (grown.indices.length > MOST_TRIANGLES * 3)
    throw new DimensionError('genome.heavy', 'What grows from this genome is too heavy to show.', {
      triangles: grown.indices.length / 3,
      most: MOST_TRIANGLES,
    });
  if (!grown.positions.every(Number.isFinite))
    throw new DimensionError('genome.broken', 'What grows from this genome has no finite shape.');
  return new Uint8Array(grown.positions.buffer, grown.positions.byteOffset, grown.positions.byteLength);
}
