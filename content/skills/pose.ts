/** Posing: a new challenge, with a sealed witness where one must exist, published for machines to try and, if they fail, for people. */
import type { AnyFamily } from '#content/families/family.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type CanonicalValue, toHex } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import { isOpen } from '#shared/records/challenge.ts';
import { challengeFileSchema } from '#shared/records/challenge-file.ts';
import { type Hand, payloadSchema } from '#shared/records/payload.ts';
import type { View } from '#shared/records/view.ts';
import type { Act, Crafts, Decision, Errand, Rest, Skill } from './skill.ts';

/** With this many open challenges the island is full; nobody poses more. */
const ENOUGH = 22;
/** CPU seconds that making one may take; with less left, it waits. */
const COST_CPU_SECONDS = 4;

const SEED_BYTES = 16;

const FIRST = ['Crooked', 'Patient', 'Hollow', 'Seven', 'Quiet', 'Narrow', 'Turning', 'Amber', 'Distant', 'Folded'];
const SECOND: Readonly<Record<Hand, readonly string[]>> = {
  tape: ['Ledges', 'Bridge', 'Stair', 'Crossing', 'Gap', 'Garden', 'Clock', 'Ladder', 'Causeway', 'Spire'],
  tapes: ['Ferry', 'Causeway', 'Crossing', 'Bridge'],
  placements: ['Machine', 'Engine', 'Slide'],
  moves: ['Thread', 'Ribbon', 'Coil', 'Skein', 'Knot', 'Cord', 'Vine', 'Chain'],
  points: ['Lanterns', 'Lattice', 'Stars', 'Grid', 'Windows', 'Orchard'],
  vectors: ['Planet', 'Orb', 'Shell', 'Moon', 'Pearl', 'Globe'],
  choice: ['Pair', 'Twins'],
};

export const pose: Skill = {
  id: 'pose',
  title: 'Pose a challenge',

  appeal({ self, challenges, cpuSecondsLeft }) {
    const open = challenges.filter(({ state }) => isOpen(state));
    const underWay = challenges.some(({ state }) => state === 'review' || state === 'machine-attempts');
    if (underWay || open.length >= ENOUGH || cpuSecondsLeft < COST_CPU_SECONDS) return 0;
    const frontier = open.filter(({ state }) => state === 'frontier').length;
    const scarcity = 1 / (1 + frontier / 3);
    return (0.1 + 0.5 * self.personality.boldness + 0.3 * self.personality.curiosity) * scarcity;
  },

  async decide(view, rng, crafts): Promise<Decision> {
    const family = chooseFamily(rng, crafts);
    if (family === null) return { kind: 'rest', because: 'I know no kind of problem to pose.' };
    const { boldness } = view.self.personality;
    const difficulty = Math.round(100 * Math.min(1, Math.max(0.05, boldness + rng.between(-0.35, 0.25)))) / 100;
    // Long enough that nobody makes one after another until one is this one, and its witness theirs.
    const seed = toHex(rng.bytes(SEED_BYTES));
    return {
      kind: 'errand',
      because: `I make a new ${family.title.toLowerCase()} and keep to myself what I know of it.`,
      job: 'generate',
      input: { family: family.id, seed, difficulty },
    };
  },

  async conclude(_view: View, _errand: Errand, result: CanonicalValue, rng: Rng, crafts: Crafts): Promise<Act | Rest> {
    const { file, witness } = readResult(result);
    const family = crafts.families.find(({ id }) => id === file.family);
    if (family === undefined || (witness === null && family.kind === 'success'))
      return { kind: 'rest', because: 'What I made cannot be done; I drop it.' };
    return {
      kind: 'act',
      because: `I pose a ${family.title.toLowerCase()}; who can do it?`,
      intent: {
        kind: 'challenge',
        title: `The ${rng.pick(FIRST)} ${rng.pick(SECOND[family.hand])}`,
        file,
        ...(witness === null ? {} : { clear: witness }),
      },
    };
  },
};

function chooseFamily(rng: Rng, { families }: Crafts): AnyFamily | null {
  return families.length === 0 ? null : rng.pick(families);
}

function readResult(result: CanonicalValue) {
  if (typeof result !== 'object' || result === null || !('file' in result) || !('witness' in result))
    throw new DimensionError('skill.result', 'The errand came back with something else than a challenge.');
  return {
    file: challengeFileSchema.parse(result['file']),
    witness: result['witness'] === null ? null : payloadSchema.parse(result['witness']),
  };
}
