/** A mark of what this release can judge and solve, so that a world and its workers never mix two releases. */
import { FAMILIES, GENERATORS, load, SOLVERS } from '#content/catalog.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';

const DIGITS = 12;

/** Hexadecimal digits over every family's rules, every solver's release and every generator's name. */
export async function catalogueMark(): Promise<string> {
  const families = await Promise.all(Object.keys(FAMILIES).map((id) => load(FAMILIES, id)));
  const solvers = await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id)));
  const members = [
    families.map(({ id, rules }) => [id, rules]),
    solvers.map(({ id, release }) => [id, release]),
    Object.keys(GENERATORS),
  ];
  return sha256(canonicalJson(members)).slice(0, DIGITS);
}
