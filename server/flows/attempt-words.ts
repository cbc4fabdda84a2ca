/** What is said of an attempt: one plain sentence to whoever made it, one to everybody. */
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { Beginner } from '#server/stages/first-results.ts';
import type { News } from '#shared/protocol/news.ts';
import { type FrontierRecord, holdersOf, namesInLine } from '#shared/records/attempt.ts';
import { valueText } from '#shared/records/value-text.ts';

/** To whoever made it. */
export function attemptSentence({ verified, worth, record }: SettledAttempt): string {
  const { verdict } = verified.attempt;
  if (!verdict.ok) return verdict.reason.sentence;
  const value = valueText(verdict.value, verdict.unit);
  switch (worth.kind) {
    case 'frontier':
      return frontierSentence(value, record, verified.attempt.party);
    case 'training':
      return `${value}: the best here so far. Machines solve this one too, so it gives no laurel.`;
    case 'closes':
      return `${value}: machines can do it now, so the challenge becomes training.`;
    case 'machine':
      return `${value}: a machine's record. People go on from here.`;
    case 'polish':
      return `${value}: the same idea as the record's, with better digits. They are the machine's.`;
    case 'earlier':
      return `${value}: you had sealed it before the record was handed in. The laurel is yours.`;
    case 'behind':
      return `${holdsIn(value, verdict.unit)}. To beat is ${valueText(worth.bar.value, verdict.unit)}, by ${worth.bar.holderName}.`;
    case 'known':
      return `${holdsIn(value, verdict.unit)}, but this very solution was found before.`;
    case 'witness':
      if (verified.attempt.party !== undefined)
        return `${holdsIn(value, verdict.unit)}. One of you runs this world and keeps its sealed solution, so it gives no laurel.`;
      return `${holdsIn(value, verdict.unit)}. You run this world and keep its sealed solution, so it gives no laurel.`;
    case 'own':
      if (verified.attempt.party !== undefined)
        return `${holdsIn(value, verdict.unit)}. One of you made this challenge, so it counts for nothing but the joy of it.`;
      return `${holdsIn(value, verdict.unit)}. It is your own challenge, so it counts for nothing but the joy of it.`;
    case 'tool':
      return `${holdsIn(value, verdict.unit)}, but not played live: it counts as made with a tool and gives no laurel.`;
    default:
      return `${holdsIn(value, verdict.unit)}, but the challenge was closed meanwhile.`;
  }
}

function frontierSentence(
  value: string,
  record: FrontierRecord | null,
  party: SettledAttempt['verified']['attempt']['party'],
): string {
  if (party !== undefined)
    return record?.index === 0
      ? `Solved in ${value}: ${namesInLine(party)} are the first. Each of you has a share of the laurel.`
      : `${value}: a new record. Each of you has a share of the laurel.`;
  if (record?.creditClass === 'evolved')
    return `${value}: a new record, derived from one that was published. The laurel is yours.`;
  return record?.index === 0
    ? `Solved in ${value}: you are the first. The laurel is yours.`
    : `${value}: a new record. The laurel is yours.`;
}

/** What is played is solved in a time; everything else has a value. */
function holdsIn(value: string, unit: string): string {
  return unit === 'tick' ? `Solved in ${value}` : `It holds: ${value}`;
}

/** To everybody; null when nothing moved. */
export function newsOf({ verified, worth, record }: SettledAttempt): News | null {
  const { challenge, attempt } = verified;
  const { verdict, actor } = attempt;
  if (worth.kind === 'closes' && verdict.ok)
    return {
      kind: 'closed',
      id: challenge.id,
      who: actor.address,
      sentence: `${actor.name} solved "${challenge.title}" in ${valueText(verdict.value, verdict.unit)}: it is training from now on.`,
      parts: {
        says: 'closed-by',
        title: challenge.title,
        names: [actor.name],
        value: verdict.value,
        unit: verdict.unit,
      },
    };
  if (record === null) return null;
  const value = valueText(record.value, record.unit);
  if (!record.laurel) return null;
  return {
    kind: 'laurel',
    id: challenge.id,
    who: record.holder,
    sentence: `${record.holderName} moved the frontier: "${challenge.title}" in ${value}.`,
    parts: {
      says: 'laurel',
      title: challenge.title,
      names: holdersOf(record).map(({ name }) => name),
      value: record.value,
      unit: record.unit,
    },
  };
}

/** To everybody, of those whose first verified result this is; null when it is nobody's. */
export function firstNews({ verified }: SettledAttempt, firsts: readonly Beginner[]): News | null {
  const { title, id } = verified.challenge;
  const [one] = firsts;
  const { verdict } = verified.attempt;
  if (one === undefined || !verdict.ok) return null;
  const played = verdict.unit === 'tick';
  const who = namesInLine(firsts);
  return {
    kind: 'first',
    id,
    who: one.address,
    sentence: played
      ? `${who} got through "${title}": the first of their runs that was verified.`
      : `${who} solved "${title}": the first of their solutions that was verified.`,
    parts: {
      says: played ? 'first' : 'first-solution',
      title,
      names: firsts.map(({ name }) => name),
      value: verdict.value,
      unit: verdict.unit,
    },
  };
}
