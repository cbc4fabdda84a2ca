/** The door's parser: anything from outside becomes an intent or a refusal that says what and where. */
import type { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type Intent, intentSchema } from '#shared/records/intent.ts';

/** No intent of ours is nested deeper; a bomb of brackets stops here, before any parser that calls itself. */
const DEEPEST = 24;
/** Members and characters of one intent; the largest scene has a few thousand. */
const MOST_VALUES = 50_000;

/** @throws DimensionError `intent.deep`, `intent.large`, `intent.text`, `intent.malformed` */
export function parseIntent(raw: unknown): Intent {
  boundShape(raw);
  const parsed = intentSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues[0]);
}

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

function refusal(issue: z.core.$ZodIssue | undefined): DimensionError {
  const where = issue?.path.map(String).join('.') ?? '';
  if (issue?.path[0] === 'title')
    return new DimensionError(
      'intent.text',
      'A title has 1 to 60 plain characters: no control characters, no markup.',
      {
        where,
      },
    );
  const what = issue?.message ?? 'unknown shape';
  return new DimensionError('intent.malformed', `This is no intent: ${where === '' ? '' : `${where}: `}${what}`, {
    where,
  });
}
