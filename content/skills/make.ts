/** Making: a new genome by chance, by changing an old one or by crossing two, chosen by the automaton's taste. */
import type { Generator } from '#content/generators/generator.ts';
import { workId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, toHex } from '#shared/base/hash.ts';
import type { WorkId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Personality } from '#shared/records/automaton.ts';
import type { View } from '#shared/records/view.ts';
import type { Act, Crafts, Decision, Skill } from './skill.ts';

/** Genomes it imagines before it settles on one. */
const IDEAS = 6;
/** CPU seconds that growing one for review may take; with less left, it waits. */
const COST_CPU_SECONDS = 1;

interface Idea {
  readonly genome: Uint8Array;
  readonly parents: readonly WorkId[];
  readonly how: string;
}

export const make: Skill = {
  id: 'make',
  title: 'Make a work',

  appeal({ self, freeSpots, works, cpuSecondsLeft }) {
    const free = freeSpots.pedestal + freeSpots.frame;
    if (free === 0 || cpuSecondsLeft < COST_CPU_SECONDS) return 0;
    const emptiness = free / (free + works.filter(({ placed }) => placed).length);
    return 0.15 + 0.55 * self.personality.playfulness * (0.4 + 0.6 * emptiness);
  },

  async decide(view, rng, crafts): Promise<Decision> {
    const generator = chooseGenerator(view, rng.fork('generator'), crafts);
    if (generator === null) return { kind: 'rest', because: 'Every place for a work is taken.' };
    const kin = view.works.filter((work) => work.generator === generator.id);
    const known = new Set(view.works.map(({ id }) => id));
    const ideas: Idea[] = [];
    for (let index = 0; index < IDEAS; index++) {
      const idea = imagine(generator, kin, view.self.personality, rng.fork(`idea ${index}`));
      if (!known.has(workId(idea.genome))) ideas.push(idea);
    }
    const best = preferred(ideas, kin, view.self.personality);
    if (best === null) return { kind: 'rest', because: 'Nothing new came to mind.' };
    return act(generator, best);
  },

  async conclude() {
    throw new DimensionError('skill.errand', 'Making sends nobody on an errand.');
  },
};

function act(generator: Generator, { genome, parents, how }: Idea): Act {
  const name = generator.name(genome);
  const title = name.charAt(0).toUpperCase() + name.slice(1, 60);
  return {
    kind: 'act',
    because: `I ${how}: ${name}.`,
    intent: { kind: 'work', title, generator: generator.id, genome: toHex(genome), parents: [...parents] },
  };
}

/** First the medium, by its share of the free places, so that neither frames nor pedestals stand empty for long. */
function chooseGenerator(view: View, rng: Rng, { generators }: Crafts): Generator | null {
  const { pedestal, frame } = view.freeSpots;
  if (pedestal + frame === 0) return null;
  const medium = rng.chance(frame / (pedestal + frame)) ? 'picture' : 'mesh';
  return seldomest(
    generators.filter((generator) => generator.medium === medium),
    view,
    rng,
  );
}

/** What stands in the world seldom is preferred, and every automaton leans its own way. */
function seldomest(able: readonly Generator[], view: View, rng: Rng): Generator | null {
  let best: Generator | null = null;
  let most = 0;
  for (const generator of able) {
    const there = view.works.filter((work) => work.generator === generator.id).length;
    const leaning = new Rng(`${view.self.id}/likes/${generator.id}`).between(0.5, 1);
    const wish = (leaning / (1 + there)) * rng.between(0.3, 1);
    if (wish <= most) continue;
    most = wish;
    best = generator;
  }
  return best;
}

function imagine(generator: Generator, kin: View['works'], taste: Personality, rng: Rng): Idea {
  const first = kin.length > 0 ? rng.pick(kin) : undefined;
  const fresh = 0.15 + 0.5 * taste.curiosity;
  if (first === undefined || rng.chance(fresh))
    return { genome: generator.random(rng), parents: [], how: `dreamt up a ${generator.title}` };
  const second = rng.pick(kin);
  const one = fromHex(first.genome);
  if (second.id !== first.id && rng.chance(0.3 + 0.4 * taste.playfulness))
    return {
      genome: generator.cross(one, fromHex(second.genome), rng),
      parents: [first.id, second.id],
      how: `crossed two ${generator.title} works`,
    };
  return { genome: generator.mutate(one, rng), parents: [first.id], how: `changed a ${generator.title}` };
}

/** The curious like what is far from everything there, the orderly what is near to something. */
function preferred(ideas: readonly Idea[], kin: View['works'], taste: Personality): Idea | null {
  const others = kin.map(({ genome }) => fromHex(genome));
  let best: Idea | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const idea of ideas) {
    const away = Math.min(1, ...others.map((other) => difference(idea.genome, other)));
    const liking = taste.curiosity * away - taste.order * away * away;
    if (liking <= most) continue;
    most = liking;
    best = idea;
  }
  return best;
}

/** Share of bits in which two genomes differ, 0 … 1; bytes that only one has count whole. */
function difference(a: Uint8Array, b: Uint8Array): number {
  const length = Math.max(a.length, b.length);
  let bits = 0;
  for (let index = 0; index < length; index++) {
    const x = a[index];
    const y = b[index];
    bits += x === undefined || y === undefined ? 8 : ones(x ^ y);
  }
  return length === 0 ? 0 : bits / (8 * length);
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
