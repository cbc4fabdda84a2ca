/** Reads what the room answers: by hand, because a schema library would come before the first step. */
import { DimensionError } from '#shared/base/errors.ts';
import type { AnswerTo, ClientMessage, Reply, RunResult } from '#shared/protocol/messages.ts';

/** Reads the answer to a message of type `M`. @throws DimensionError `reply.malformed` */
export function readReply<M extends ClientMessage>(type: M, raw: unknown): Reply<AnswerTo<M>> {
  const reply = fieldsOf(raw);
  const [code, sentence] = [reply?.get('code'), reply?.get('sentence')];
  if (reply?.get('ok') === false && typeof code === 'string' && typeof sentence === 'string')
    return { ok: false, code: code.slice(0, 80), sentence: sentence.slice(0, 500) };
  const value = fieldsOf(reply?.get('value'));
  if (reply?.get('ok') === true && value !== null) {
    const answer = type === 'finish' || type === 'arrived' ? runResult(value) : {};
    // The type of the answer follows from the type of the message, which TypeScript cannot see here.
    if (answer !== null) return { ok: true, value: answer } as Reply<AnswerTo<M>>;
  }
  throw new DimensionError('reply.malformed', 'The world answered in a form this page does not know; reload it.', {
    type,
  });
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(raw: unknown): Fields | null {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? new Map(Object.entries(raw)) : null;
}

function runResult(fields: Fields): RunResult | null {
  const [holds, value, unit, attempt] = ['holds', 'value', 'unit', 'attempt'].map((name) => fields.get(name));
  const [reason, laurel, sentence] = ['reason', 'laurel', 'sentence'].map((name) => fields.get(name));
  if (typeof holds !== 'boolean' || typeof unit !== 'string') return null;
  if (typeof attempt !== 'string' || typeof sentence !== 'string') return null;
  if (value !== null && typeof value !== 'number' && typeof value !== 'string') return null;
  if (!isTextOrNull(reason) || !isTextOrNull(laurel)) return null;
  return { holds, value, unit, reason, attempt, laurel, sentence };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
