/** The ONE place where members are registered, one lazy line each. Ids are for ever: never rename, never reuse. */
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Family } from './families/family.ts';
import type { Generator } from './generators/generator.ts';
import type { Skill } from './skills/skill.ts';
import type { Solver } from './solvers/solver.ts';

export const FAMILIES = {
  parkour: async () => (await import('#content/families/parkour.ts')).parkour,
};

export const SOLVERS = {
  'go-explore': async () => (await import('#content/solvers/go-explore.ts')).goExplore,
};

export const GENERATORS = {};

export const SKILLS = {};
