/** The tables of published values in content/world/records, one lazy line a family. */
import { parseRecordTable, type RecordTable } from './record-table.ts';

const TABLES: Readonly<Record<string, () => Promise<RecordTable>>> = {
  thomson: once(() => import('./records/thomson.json', { with: { type: 'json' } })),
  tammes: once(() => import('./records/tammes.json', { with: { type: 'json' } })),
  fold: once(() => import('./records/fold.json', { with: { type: 'json' } })),
  'no-three-in-line': once(() => import('./records/no-three-in-line.json', { with: { type: 'json' } })),
  'no-four-in-plane': once(() => import('./records/no-four-in-plane.json', { with: { type: 'json' } })),
};

/** Parsed when it is first asked for, and kept like the file itself: what ships with the world does not change. */
function once(read: () => Promise<{ readonly default: unknown }>): () => Promise<RecordTable> {
  let parsed: Promise<RecordTable> | null = null;
  return () => {
    parsed ??= read().then((table) => parseRecordTable(table.default));
    return parsed;
  };
}

/** The table of a family; an empty one where nothing is published. @throws DimensionError `record-table.shape` */
export async function loadRecordTable(family: string): Promise<RecordTable> {
  const table = Object.hasOwn(TABLES, family) ? TABLES[family] : undefined;
  return table === undefined ? { family, rules: 1, entries: [] } : table();
}

/** Families with a table. */
export const TABLED_FAMILIES: readonly string[] = Object.keys(TABLES);
