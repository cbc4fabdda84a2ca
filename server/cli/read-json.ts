/** Reads a JSON file that a person named on the command line. */
import { readFile, stat } from 'node:fs/promises';
import { boundShape } from '#shared/base/bound-shape.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** No file of ours is larger. */
const MOST_BYTES = 1_048_576;

/** @throws DimensionError `file.missing`, `file.unreadable`, `file.large`, `file.json`, `file.shape` naming the path */
export async function readJson(path: string | undefined): Promise<unknown> {
  if (path === undefined) throw new DimensionError('file.missing', 'Name the file to read.');
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw new DimensionError('file.missing', `There is no file "${path}".`, { path });
  if (size > MOST_BYTES)
    throw new DimensionError('file.large', `"${path}" has ${size} bytes; at most ${MOST_BYTES} are read.`, { size });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new DimensionError('file.unreadable', `"${path}" cannot be read by you.`, { path }, cause);
  });
  const raw = parsed(text, path);
  try {
    boundShape(raw);
  } catch (cause) {
    // Before any parser that calls itself: a bomb of brackets is bad input, no fault.
    throw new DimensionError('file.shape', `"${path}" is nested too deep or has too many parts.`, { path }, cause);
  }
  return raw;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DimensionError('file.json', `"${path}" is not JSON: ${String(cause).slice(0, 120)}.`, { path }, cause);
  }
}
