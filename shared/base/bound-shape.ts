/** How deep and how large anything from outside may be, before any parser that calls itself. */
import { DimensionError } from './errors.ts';

/** Nothing of ours is nested deeper; a bomb of brackets stops here. */
const DEEPEST = 24;
/** Members of one message; the largest scene has a few thousand. */
const MOST_VALUES = 50_000;

/** Walks without recursion, so that depth cannot hurt. @throws DimensionError `intent.deep`, `intent.large` */
export function boundShape(raw: unknown): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: raw, depth: 0 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++values > MOST_VALUES) throw new DimensionError('intent.large', 'This has too many parts to be read.');
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= DEEPEST) throw new DimensionError('intent.deep', 'This is nested too deep to be read.');
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
}
