/** The door's parser: anything from outside becomes an intent or a refusal that says what and where. */
import type { z } from 'zod';
import { boundShape } from '#shared/base/bound-shape.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type Intent, intentSchema } from '#shared/records/intent.ts';

/** @throws DimensionError `intent.deep`, `intent.large`, `intent.text`, `intent.malformed` */
export function parseIntent(raw: unknown): Intent {
  boundShape(raw);
  const parsed = intentSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues[0]);
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
