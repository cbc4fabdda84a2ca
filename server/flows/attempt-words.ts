/** What is said of an attempt: one plain sentence to whoever made it, one to everybody. */
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import { valueText } from '#shared/records/value-text.ts';

/** To whoever made it. */
export function attemptSentence({ verified, worth, record }: SettledAttempt): string {
  const { verdict } = verified.attempt;
  if (!verdict.ok) return verdict.reason.sentence;
  const value = valueText(verdict.value, verdict.unit);
  switch (worth.kind) {
    case 'frontier':
      return record?.index === 0
        ? `Solved in ${value}: you are the first. The laurel is yours.`
        : `${value}: a new record. The laurel is yours.`;
    case 'training':
      return `${value}: the best here so far. Machines solve this one too, so it gives no laurel.`;
    case 'closes':
      return `${value}: machines can do it now, so the challenge becomes training.`;
    case 'behind':
      return `Solved in ${value}. The record is ${valueText(worth.record.value, worth.record.unit)}, by ${worth.record.holderName}.`;
    case 'known':
      return `Solved in ${value}, but this very solution was found before.`;
    case 'own':
      return `Solved in ${value}. It is your own challenge, so it counts for nothing but the joy of it.`;
    case 'tool':
      return `Solved in ${value}, but not played live: it counts as made with a tool and gives no laurel.`;
    default:
      return `Solved in ${value}, but the challenge was closed meanwhile.`;
  }
}

/** To everybody; null when nothing moved. */
export function newsOf({ verified, worth, record }: SettledAttempt): ServerMessages['news'] | null {
  const { challenge, attempt } = verified;
  const { verdict, actor } = attempt;
  if (worth.kind === 'closes' && verdict.ok)
    return {
      kind: 'closed',
      id: challenge.id,
      who: actor.address,
      sentence: `${actor.name} solved "${challenge.title}" in ${valueText(verdict.value, verdict.unit)}: it is training from now on.`,
    };
  if (record === null) return null;
  const value = valueText(record.value, record.unit);
  if (!record.laurel) return null;
  return {
    kind: 'laurel',
    id: challenge.id,
    who: record.holder,
    sentence: `${record.holderName} moved the frontier: "${challenge.title}" in ${value}.`,
  };
}
