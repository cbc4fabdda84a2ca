/** What it costs to grow works, how big their files are, and what the plain full-grid method would cost. */
import { GENERATORS, load } from '#content/catalog.ts';
import { bodyOf } from '#content/generators/creature/body.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { paletteOf } from '#content/generators/sculpt/palette.ts';
import { MESH_NETWORK } from '#content/generators/sculpt/pattern.ts';
import { Genes } from '#content/genomes/genes.ts';
import { decodeGenome, randomGenome } from '#content/genomes/genome.ts';
import { writeGlb } from '#server/cli/glb.ts';
import { Rng } from '#shared/base/rng.ts';
import { type BenchRow, benchRow } from './row.ts';

const RESOLUTION = 96;
const SEEDS = 6;
/** CPU milliseconds and bytes a work may cost. */
const TARGET = { cpuMs: 300, bytes: 60_000 } as const;

/** Every mesh generator, several seeds each, in this process. */
export async function meshBench(): Promise<BenchRow[]> {
  const costs: number[] = [];
  const sizes: number[] = [];
  for (const id of Object.keys(GENERATORS)) {
    const generator = await load(GENERATORS, id);
    if (generator.medium !== 'mesh') continue;
    for (let seed = 0; seed < SEEDS; seed++) {
      const genome = generator.random(new Rng(`bench ${id} ${seed}`));
      const [cost, grown] = cpuMsOf(() => generator.grow(genome, RESOLUTION));
      costs.push(cost);
      if (grown.kind === 'mesh') sizes.push((await writeGlb(grown, generator.name(genome))).length);
    }
  }
  const nets = netsCosts();
  const row = (name: string, value: number, unit: string, target: number | null, baseline: number | null) =>
    benchRow({ bench: 'mesh', name, value, unit, better: 'lower', target, baseline });
  return [
    row('median CPU a work at resolution 96', median(costs), 'ms', TARGET.cpuMs, null),
    row('most CPU a work at resolution 96', Math.max(...costs), 'ms', null, null),
    row('largest GLB', Math.max(...sizes), 'bytes', TARGET.bytes, null),
    row(
      'median CPU of a creature body: sparse blocks beside the full grid',
      median(nets.sparse),
      'ms',
      null,
      median(nets.plain),
    ),
  ];
}

/** The same fields through both methods, in turns. */
function netsCosts(): { sparse: number[]; plain: number[] } {
  const [sparse, plain]: [number[], number[]] = [[], []];
  for (let seed = 0; seed < SEEDS; seed++) {
    const form = { family: 6, network: MESH_NETWORK };
    const { genes: bytes, network } = decodeGenome(randomGenome(new Rng(`bench body ${seed}`), form), form);
    const genes = new Genes(bytes);
    const { field } = bodyOf({ genes, network, palette: paletteOf(genes), resolution: RESOLUTION });
    const options = { cell: 1.25 / RESOLUTION, softness: 0.035 };
    sparse.push(cpuMsOf(() => extractNets(field, options))[0]);
    plain.push(cpuMsOf(() => extractNets(field, { ...options, cull: false }))[0]);
  }
  return { sparse, plain };
}

/** CPU milliseconds of all threads of this process while `work` ran, and its result. */
function cpuMsOf<T>(work: () => T): [number, T] {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return [(used.user + used.system) / 1000, result];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}
