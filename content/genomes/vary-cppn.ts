/** New networks: at random, by mutation, by crossing two relatives. */
import type { Rng } from '#shared/base/rng.ts';
import {
  ACTIVATIONS,
  type Activation,
  type Cppn,
  type CppnShape,
  firstOutput,
  type Link,
  MAX_HIDDEN,
  MAX_LINKS,
} from './cppn.ts';

/** Periodic and bell-shaped nodes make the pleasant patterns; the rest is spice. */
const FAVOURED: readonly Activation[] = ['sin', 'sin', 'cos', 'gauss', 'gauss', 'tanh', 'abs', 'sigmoid'];

/** A network in which every hidden node hears two to four earlier ones and every output three to five. */
export function randomCppn(rng: Rng, shape: CppnShape): Cppn {
  const hidden = Array.from({ length: rng.int(6, 9) }, () => rng.pick(FAVOURED));
  const outputsFrom = firstOutput({ inputs: shape.inputs, hidden });
  const links: Link[] = [];
  for (let to = shape.inputs + 1; to < outputsFrom + shape.outputs; to++) {
    const isOutput = to >= outputsFrom;
    const lowest = isOutput ? shape.inputs + 1 : 0;
    const highest = Math.min(to, outputsFrom) - 1;
    const wanted = Math.min(highest - lowest + 1, isOutput ? rng.int(3, 5) : rng.int(2, 4));
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(rng.int(lowest, highest));
    for (const from of [...chosen].sort((a, b) => a - b)) links.push({ from, to, weight: randomWeight(rng) });
  }
  return { ...shape, hidden, links: links.slice(0, MAX_LINKS) };
}

/** A child: nudged weights, at times another activation, a link more or fewer, a node in the middle of a link. */
export function mutateCppn(cppn: Cppn, rng: Rng): Cppn {
  const links = cppn.links.map((link) =>
    rng.chance(0.3) ? { ...link, weight: clampByte(link.weight + rng.int(-28, 28)) } : link,
  );
  const hidden = cppn.hidden.map((name) => (rng.chance(0.06) ? rng.pick(ACTIVATIONS) : name));
  const child = { ...cppn, hidden, links };
  const change = rng.unit();
  if (change < 0.15) return withLink(child, rng);
  if (change < 0.25 && links.length > 4) return withoutLink(child, rng.int(0, links.length - 1));
  if (change < 0.33 && hidden.length < MAX_HIDDEN && links.length < MAX_LINKS) return withNode(child, rng);
  return child;
}

/** The first parent's graph; where both have a link, its weight comes from either. */
export function crossCppn(a: Cppn, b: Cppn, rng: Rng): Cppn {
  const [first, second] = rng.chance(0.5) ? [a, b] : [b, a];
  const other = new Map(second.links.map((link) => [link.to * 256 + link.from, link.weight]));
  const links = first.links.map((link) => {
    const weight = other.get(link.to * 256 + link.from);
    return weight !== undefined && rng.chance(0.5) ? { ...link, weight } : link;
  });
  return { ...first, links };
}

function withLink(cppn: Cppn, rng: Rng): Cppn {
  if (cppn.links.length >= MAX_LINKS) return cppn;
  const outputsFrom = firstOutput(cppn);
  const to = rng.int(cppn.inputs + 1, outputsFrom + cppn.outputs - 1);
  const from = rng.int(0, Math.min(to, outputsFrom) - 1);
  if (cppn.links.some((link) => link.to === to && link.from === from)) return cppn;
  return { ...cppn, links: sorted([...cppn.links, { from, to, weight: randomWeight(rng) }]) };
}

function withoutLink(cppn: Cppn, index: number): Cppn {
  return { ...cppn, links: cppn.links.filter((_, at) => at !== index) };
}

/** A new last hidden node that hears two earlier ones and speaks to one output. */
function withNode(cppn: Cppn, rng: Rng): Cppn {
  const node = firstOutput(cppn);
  const shifted = cppn.links.map((link) => (link.to >= node ? { ...link, to: link.to + 1 } : link));
  const output = rng.int(node + 1, node + cppn.outputs);
  const added: Link[] = [{ from: rng.int(0, node - 1), to: node, weight: randomWeight(rng) }];
  if (shifted.length + 2 <= MAX_LINKS) added.push({ from: node, to: output, weight: randomWeight(rng) });
  return { ...cppn, hidden: [...cppn.hidden, rng.pick(FAVOURED)], links: sorted([...shifted, ...added]) };
}

function sorted(links: readonly Link[]): readonly Link[] {
  return [...links].sort((a, b) => a.to * 256 + a.from - (b.to * 256 + b.from));
}

/** Bell-shaped about zero: most weights are moderate, which keeps patterns calm. */
function randomWeight(rng: Rng): number {
  return clampByte(Math.round(128 + (rng.unit() + rng.unit() + rng.unit() - 1.5) * 78));
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
