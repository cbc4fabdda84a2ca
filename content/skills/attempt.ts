/** Attempting: a machine tries what is open, where few machines have tried, and hands in what it finds. */

import { z } from 'zod';
import { type AnyFamily, advances } from '#content/families/family.ts';
import type { AnySolver } from '#content/solvers/solver.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import { isOpen } from '#shared/records/challenge.ts';
import type { View } from '#shared/records/view.ts';
import type { Act, Crafts, Decision, Errand, Rest, Skill } from './skill.ts';

/** It never starts with less, and never spends more on one try, CPU seconds. */
const LEAST_CPU_SECONDS = 3;
const MOST_CPU_SECONDS = 30;

type Open = View['challenges'][number];

const runSchema = z.looseObject({
  solved: z.boolean(),
  progress: z.number(),
  value: z.union([z.number(), z.string()]).optional(),
  best: z.json().optional(),
});
const errandSchema = z.looseObject({ challenge: z.string() });

export const attempt: Skill = {
  id: 'attempt',
  title: 'Attempt a challenge',

  appeal(view) {
    const open = candidates(view);
    if (open.length === 0 || view.cpuSecondsLeft < LEAST_CPU_SECONDS) return 0;
    return 0.1 + 0.6 * view.self.personality.patience;
  },

  async decide(view, rng, crafts): Promise<Decision> {
    const target = choose(candidates(view), view, rng.fork('target'));
    if (target === null) return { kind: 'rest', because: 'Nothing here is mine to attempt.' };
    const solver = solverFor(target.file.family, rng.fork('solver'), crafts);
    if (solver === null) return { kind: 'rest', because: `No machine knows how to try "${target.file.family}".` };
    const budgetCpuSeconds = Math.floor(Math.min(MOST_CPU_SECONDS, view.cpuSecondsLeft));
    return {
      kind: 'errand',
      because:
        target.state === 'frontier'
          ? 'Machines have failed here; I try once more.'
          : 'Somebody did this already; I look for a better way.',
      job: 'solve',
      input: {
        challenge: target.id,
        file: { family: target.file.family, rules: target.file.rules, instance: target.file.instance },
        solver: solver.id,
        seed: `${view.self.id}/${view.turn}/${rng.bits()}`,
        budgetCpuSeconds,
      },
    };
  },

  async conclude(view: View, errand: Errand, result: CanonicalValue, _rng: Rng, crafts: Crafts): Promise<Act | Rest> {
    const { challenge } = errandSchema.parse(errand.input);
    const run = runSchema.parse(result);
    const target = view.challenges.find(({ id }) => id === challenge);
    if (target === undefined) return { kind: 'rest', because: 'The gate closed while I tried.' };
    if (!run.solved || run.best === undefined)
      return { kind: 'rest', because: `I came ${Math.round(run.progress * 100)} % of the way, and no further.` };
    const family = crafts.families.find(({ id }) => id === target.file.family);
    if (family === undefined) return { kind: 'rest', because: 'Nobody here can judge this.' };
    if (!isWorthHandingIn(family, Number(run.value), target.record))
      return { kind: 'rest', because: `I came to ${run.value}; the record stands at ${target.record}.` };
    const payload = family.parsePayload(run.best, family.parseInstance(target.file.instance));
    return { kind: 'act', because: 'I found a way.', intent: { kind: 'attempt', challenge: target.id, payload } };
  },
};

/** A machine that can do at all what is only done or not done says so; elsewhere only what is better counts. */
function isWorthHandingIn(family: AnyFamily, value: number, record: number | null): boolean {
  return family.kind === 'success' || record === null || advances(family, value, record);
}

function candidates({ challenges }: View): Open[] {
  return challenges.filter(({ state, mine }) => !mine && isOpen(state));
}

/** The less machines have tried it the likelier; the bold go to the frontier. */
function choose(open: readonly Open[], { self }: View, rng: Rng): Open | null {
  let best: Open | null = null;
  let most = 0;
  for (const challenge of open) {
    const frontier = challenge.state === 'frontier' ? 0.5 + self.personality.boldness : 1;
    const wish = (frontier / (1 + challenge.machineRuns)) * rng.between(0.2, 1);
    if (wish <= most) continue;
    most = wish;
    best = challenge;
  }
  return best;
}

function solverFor(family: string, rng: Rng, { solvers }: Crafts): AnySolver | null {
  const able = solvers.filter((solver) => solver.family === family);
  return able.length === 0 ? null : rng.pick(able);
}
