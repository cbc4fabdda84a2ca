/** What the world says in English, in the language of the page; what is not known here is shown as it was said. */
import { SPEECH } from './speech.ts';
import { inDigits, t, valueInWords } from './translate.ts';

/** A refusal, a ruling or the reason of a verdict. */
interface Refused {
  readonly code: string;
  readonly sentence: string;
}

/** Why something was refused: with the facts of the case where its sentence is known, else by its code. */
export function refusalInWords({ code, sentence }: Refused): string {
  const { refusals } = SPEECH.heard;
  return heard(sentence) ?? (Object.hasOwn(refusals, code) ? refusals[code] : undefined) ?? sentence;
}

/** News, a verdict, a task: a sentence that comes without a code. */
export function heardInWords(sentence: string): string {
  return heard(sentence) ?? sentence;
}

/** The task of a challenge; that of a course is put together from parts, each of which may be known. */
export function taskInWords(task: string): string {
  return heard(task) ?? partsInWords(task) ?? task;
}

function heard(sentence: string): string | null {
  for (const { pattern, text } of SPEECH.heardPatterns) {
    const match = pattern.exec(sentence);
    if (match !== null)
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => variable(name, match.groups?.[name] ?? whole));
  }
  return null;
}

/** Parts end with a comma, the last with a full stop; some have commas within. */
function partsInWords(task: string): string | null {
  const pieces = task.replace(/\.$/, '').split(', ');
  const words: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = pieces.length;
    let part: string | null = null;
    while (part === null && to > from) part = heard(pieces.slice(from, to--).join(', '));
    if (part === null) return null;
    words.push(part);
    from = to + 1;
  }
  return `${words.join(', ')}.`;
}

/** Names and titles stay as they are; values, lists of numbers and parts of sentences follow the language. */
function variable(name: string, text: string): string {
  switch (name) {
    case 'value':
    case 'bar':
      return valueHeard(text);
    case 'result':
    case 'record':
      return inDigits(text);
    case 'held':
    case 'more':
    case 'room':
    case 'grid':
    case 'ended':
    case 'reason':
      return heardInWords(text);
    case 'days':
      return t('unit.days', { count: Number.parseInt(text, 10) });
    case 'points':
      return SPEECH.lists.format(text.split(/(?<=\)), | and (?=\()/));
    case 'times':
      return SPEECH.choices.format(text.split(' or '));
    default:
      return text;
  }
}

const SECONDS = 's';
const TICKS_A_SECOND = 60;

/** "12.35 s" or "47 contacts", as the world writes values. */
function valueHeard(text: string): string {
  const [, value = '', unit = ''] = /^(-?\d+(?:\.\d+)?) (\w+)$/.exec(text) ?? [];
  if (value === '') return text;
  if (unit === SECONDS) return valueInWords(Number(value) * TICKS_A_SECOND, 'tick');
  return valueInWords(value, unit.replace(/s$/, ''));
}
