/** `dimension bench [NAME] [--json] [--full FAMILY]`: measures, prints a table or an array of rows. */
import { parseArgs } from 'node:util';
import { DimensionError } from '#shared/base/errors.ts';
import type { BenchRow } from './bench/row.ts';

/** Each bench by its name; all run one after another when none is named. */
const BENCHES: Readonly<Record<string, (full: string | null) => Promise<readonly BenchRow[]>>> = {
  replay: async () => (await import('./bench/replay.ts')).replayBench(),
  verify: async () => (await import('./bench/verify.ts')).verifyBench(),
  solve: async (full) => (await import('./bench/solve.ts')).solveBench(full),
  recheck: async () => (await import('./bench/recheck.ts')).recheckBench(),
  mesh: async () => (await import('./bench/mesh.ts')).meshBench(),
  chain: async () => (await import('./bench/chain.ts')).chainBench(),
  laurel: async () => (await import('./bench/laurel.ts')).laurelBench(),
  client: async () => (await import('./bench/client.ts')).clientBench(),
  motion: async () => (await import('./bench/motion.ts')).motionBench(),
  idle: async () => (await import('./bench/idle.ts')).idleBench(),
};

/** @returns 0 when every figure with a target reaches it, 1 otherwise @throws DimensionError `bench.*` */
export async function bench(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, full: { type: 'string' } },
    allowPositionals: true,
  });
  const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
  if (values.full !== undefined && names.join() !== 'solve')
    throw new DimensionError('bench.full', 'Only "bench solve" has a full form: bench solve --full FAMILY.');
  const rows: BenchRow[] = [];
  for (const name of names) {
    const measure = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
    if (measure === undefined)
      throw new DimensionError('bench.unknown', `There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`);
    if (!values.json) process.stderr.write(`Measuring ${name} …\n`);
    rows.push(...(await measure(values.full ?? null)));
  }
  process.stdout.write(values.json ? `${JSON.stringify(rows, null, 1)}\n` : `${table(rows)}\n`);
  return rows.every(({ met }) => met !== false) ? 0 : 1;
}

function table(rows: readonly BenchRow[]): string {
  const head = ['bench', 'figure', 'value', 'unit', 'target', 'met', 'baseline'];
  const cells = rows.map((row) => [
    row.bench,
    row.name,
    number(row.value),
    row.unit,
    row.target === null ? '' : `${row.better === 'lower' ? '≤' : '≥'} ${number(row.target)}`,
    row.met === null ? '' : row.met ? 'yes' : 'NO',
    row.baseline === null ? '' : number(row.baseline),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

/** Four figures are enough to compare. */
function number(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}
