/** What the page of one person, or one automaton, says, in German; the words are those of the table in common.ts. */
import type { PEOPLE as ENGLISH } from '#client/i18n/english/people.ts';
import type { SameAs } from '#client/i18n/phrases.ts';

/** In German. */
export const PEOPLE = {
  'person.title': 'Profilseite',
  'person.since': 'Hier seit {day}',
  'person.machine': 'Ein Automat dieser Welt.',
  'person.account': 'Konto',
  'person.attempts': 'Beurteilte Versuche',
  'person.laurels': 'Lorbeeren',
  'person.no-laurels': 'Noch keine Lorbeeren.',
  'person.line': '{value} am {day}',
  'person.taken-back': 'Zählt nicht mehr.',
  'person.out-of-sight': 'Auf einer Aufgabe, die der Gastgeber verborgen hat.',
  'person.records': 'Rekorde',
  'person.records-what':
    'Das Beste seiner Zeit an einer Aufgabe, auch dort, wo Maschinen es ebenfalls können und es keinen Lorbeer gibt.',
  'person.no-records': 'Noch keine Rekorde.',
  'person.works': 'Werke',
  'person.works-count': { one: '{count} Werk', other: '{count} Werke' },
  'person.no-works': 'Noch keine Werke.',
  'person.income': 'Einkommen',
  'person.income-none':
    'Diese Welt zahlt noch kein Einkommen: Niemand bekommt hier Geld, und niemand muss zahlen. Ein Lorbeer ist eine Ehre und niemals Geld. Man kann ihn weder verkaufen noch verschenken.',
  'person.gate': 'Tor',
  'person.gate-of': 'Das Tor von „{title}“ öffnen',
  'person.watch': 'Ansehen',
  'person.watch-of': '„{title}“ ansehen: {value}',
  'person.all-records': 'Alle Rekorde dieser Welt',

  tries: 'Deine Versuche',
  'tries.none': 'Von dir wurde noch nichts geprüft.',
  'tries.watch': '„{title}“ vom {when} ansehen, in einem neuen Tab',
  'people.left': 'ist gegangen',
  'chat.speaker': '{name}: Profil, stummschalten, melden',
  'key.former': 'Frühere Schlüssel dieses Browsers',
  'key.use-again': 'Wieder nehmen',
  'key.save-whose': 'Als Datei speichern: {account}',
  'key.use-whose': 'Wieder nehmen: {account}',
} as const satisfies SameAs<typeof ENGLISH>;
