/** `dimension records WORD …`: takes records over, checks them, gives them away, and recomputes what others published. */
import { DimensionError } from '#shared/base/errors.ts';

type Command = (args: readonly string[]) => Promise<number>;

const WORDS: Readonly<Record<string, () => Promise<Command>>> = {
  pull: async () => (await import('./records/pull.ts')).pullRecords,
  check: async () => (await import('./records/check.ts')).checkRecords,
  export: async () => (await import('./records/export.ts')).exportRecords,
  published: async () => (await import('./records/published.ts')).publishedRecords,
};

/** @throws DimensionError `records.usage`, and what each word throws */
export async function records(args: readonly string[]): Promise<number> {
  const [word = '', ...rest] = args;
  const load = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (load === undefined)
    throw new DimensionError(
      'records.usage',
      'Say one of: records pull URL, records check FILE_OR_URL, records export DIR [--from FILE_OR_URL], records published [--check].',
    );
  return (await load())(rest);
}
