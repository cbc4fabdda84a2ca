/** What the page of one person, or one automaton, says; and, on the island, of who has left and of one’s own past. */
import type { Phrases } from '#client/i18n/phrases.ts';

/** In English. */
export const PEOPLE = {
  'person.title': 'Profile',
  'person.since': 'Here since {day}',
  'person.machine': 'An automaton of this world.',
  'person.account': 'Account',
  'person.attempts': 'Tries that were judged',
  'person.laurels': 'Laurels',
  'person.no-laurels': 'No laurels yet.',
  'person.line': '{value}, {day}',
  'person.taken-back': 'Counts no longer.',
  'person.out-of-sight': 'On a challenge that the host took out of sight.',
  'person.records': 'Records',
  'person.records-what': 'The best of its time on a challenge, also where machines do it too and there is no laurel.',
  'person.no-records': 'No records yet.',
  'person.works': 'Works',
  'person.works-count': { one: '{count} work', other: '{count} works' },
  'person.no-works': 'No works yet.',
  'person.income': 'Income',
  'person.income-none':
    'This world pays no income yet: nobody is given money here, and nobody has to pay. A laurel is an honour and never money. It cannot be sold or given away.',
  'person.gate': 'Gate',
  'person.gate-of': 'Open the gate of “{title}”',
  'person.watch': 'Watch',
  'person.watch-of': 'Watch “{title}”: {value}',
  'person.all-records': 'All records of this world',

  tries: 'Your tries',
  'tries.none': 'Nothing of yours has been judged yet.',
  'tries.watch': 'Watch “{title}” of {when}, in a new tab',
  'people.left': 'has left',
  'chat.speaker': '{name}: profile, mute, report',
  'key.former': 'Former keys of this browser',
  'key.use-again': 'Use again',
  'key.save-whose': 'Save as file: {account}',
  'key.use-whose': 'Use again: {account}',
} as const satisfies Phrases;
