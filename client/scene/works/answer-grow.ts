/** Grows a mesh for the screen: the same pure generator as everywhere, simplified afterwards. */
import { GENERATORS, load } from '#content/catalog.ts';
import { simplify } from '#content/generators/simplify.ts';
import { publicError } from '#shared/base/errors.ts';
import { fromHex } from '#shared/base/hash.ts';
import type { GrowAnswer, GrowRequest } from './messages.ts';

/** Cells along a work's longest side; the standard of the catalogue. */
const RESOLUTION = 96;

/** Never throws: what goes wrong is an answer too. */
export async function answerGrow(request: GrowRequest): Promise<GrowAnswer> {
  try {
    const generator = await load(GENERATORS, request.generator);
    const genome = fromHex(request.genome);
    generator.check(genome);
    if (generator.medium === 'picture') return { kind: 'to-paint' };
    const grown = generator.grow(genome, RESOLUTION);
    return grown.kind === 'mesh' ? await simplify(grown, request.triangles) : { kind: 'to-paint' };
  } catch (error) {
    return { kind: 'refused', ...publicError(error) };
  }
}
