/** `dimension mesh GENOME_HEX --out FILE.glb`: grows a genome and writes what it grew into. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { grownDigest } from '#content/generators/digest.ts';
import { findGenerator } from '#content/generators/find-generator.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { fromHex } from '#shared/base/hash.ts';
import { writeGlb } from './glb.ts';

const USAGE = 'Use it like this: dimension mesh GENOME_HEX --out FILE.glb (--resolution 16…128, --json).';

/** Longest hexadecimal text that can be a genome; more is refused before it is read. */
const MOST_DIGITS = 2048;

/** @returns the exit code: 0 when the file was written, 2 for input that cannot be used */
export async function mesh(args: readonly string[]): Promise<number> {
  try {
    const request = parseRequest(args);
    const generator = await findGenerator(request.genome);
    const grown = generator.grow(request.genome, request.resolution);
    if (grown.kind !== 'mesh')
      throw new DimensionError('mesh.picture', `A ${generator.title} has no mesh; open it in the world's gallery.`);
    const name = generator.name(request.genome);
    const bytes = await writeGlb(grown, name);
    await writeFile(request.out, bytes);
    const facts = {
      ok: true,
      generator: generator.id,
      version: generator.version,
      name,
      digest: grownDigest(grown),
      vertices: grown.positions.length / 3,
      triangles: grown.indices.length / 3,
      bytes: bytes.length,
      file: request.out,
    };
    process.stdout.write(
      `${request.json ? JSON.stringify(facts) : `${name}: ${bytes.length} bytes in ${request.out}`}\n`,
    );
    return 0;
  } catch (error) {
    const sentence = isDimensionError(error) ? error.message : fileProblem(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    return 2;
  }
}

function parseRequest(args: readonly string[]) {
  const { values, positionals } = readArgs(args);
  const [hex, ...rest] = positionals;
  if (hex === undefined || rest.length > 0 || values.out === undefined) throw new DimensionError('mesh.usage', USAGE);
  if (hex.length > MOST_DIGITS)
    throw new DimensionError('genome.length', 'A genome has at most 254 bytes, written as hexadecimal digits.');
  const resolution = Number(values.resolution ?? '96');
  return { genome: fromHex(hex), out: values.out, resolution, json: values.json === true };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, resolution: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (cause) {
    throw new DimensionError('mesh.usage', USAGE, {}, cause);
  }
}

/** What the file system said, for the one who named the file; null for a fault of ours. */
function fileProblem(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error ? `The file could not be written: ${error.message}.` : null;
}
