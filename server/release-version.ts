/** Which release this is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The version in package.json. */
export async function releaseVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
