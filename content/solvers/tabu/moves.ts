/** The two moves of the search: push in and throw out, which never breaks the rule; exchange at a size, which mends. */
import type { Rng } from '#shared/base/rng.ts';
import type { Field } from './field.ts';

/** Iterations an orbit waits at the least; the longer walk of `exchange` needs the longer memory. */
const WAIT = { pushIn: 2, exchange: 8 } as const;
/** Chance that an exchange takes away any orbit instead of the worst. */
const STRAY = 0.05;

/** Sets the orbit that breaks least, then takes away others, the worst first, until the rule holds again. */
export function pushIn(field: Field): void {
  field.tick();
  const orbit = field.freest();
  if (orbit < 0) return;
  field.set(orbit, 0);
  for (let out = field.worst(orbit); out >= 0; out = field.worst(orbit)) field.clear(out, WAIT.pushIn);
}

/**
 * Below `size` cells sets the orbit that breaks least; at it, exchanges an orbit that breaks the rule for the one that
 * then breaks least (tabu search on min-conflicts; Glover 1989, Minton et al. 1992).
 */
export function exchange(field: Field, size: number, rng: Rng): void {
  field.tick();
  if (field.size >= size) {
    const worst = field.worst(-1);
    field.clear(worst < 0 || rng.chance(STRAY) ? rng.pick(field.on) : worst, WAIT.exchange);
  }
  const orbit = field.freest();
  if (orbit >= 0) field.set(orbit, 2);
}
