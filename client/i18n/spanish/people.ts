/** What the page of one person, or one automaton, says, in Spanish; the words are those of the table in common.ts. */
import type { PEOPLE as ENGLISH } from '#client/i18n/english/people.ts';
import type { SameAs } from '#client/i18n/phrases.ts';

/** In Spanish. */
export const PEOPLE = {
  'person.title': 'Perfil',
  'person.since': 'Aquí desde: {day}',
  'person.machine': 'Un autómata de este mundo.',
  'person.account': 'Cuenta',
  'person.attempts': 'Intentos juzgados',
  'person.laurels': 'Laureles',
  'person.no-laurels': 'Todavía sin laureles.',
  'person.line': '{value}, {day}',
  'person.taken-back': 'Ya no cuenta.',
  'person.out-of-sight': 'En un reto que el anfitrión ha ocultado.',
  'person.records': 'Récords',
  'person.records-what': 'Lo mejor de su momento en un reto, también donde las máquinas lo logran y no hay laurel.',
  'person.no-records': 'Todavía sin récords.',
  'person.works': 'Obras',
  'person.works-count': { one: '{count} obra', other: '{count} obras' },
  'person.no-works': 'Todavía sin obras.',
  'person.income': 'Ingresos',
  'person.income-none':
    'Este mundo no paga ingresos todavía: aquí no se da dinero a nadie, y nadie tiene que pagar. Un laurel es un honor y nunca dinero. No se puede vender ni regalar.',
  'person.gate': 'Portal',
  'person.gate-of': 'Abrir el portal de «{title}»',
  'person.watch': 'Ver',
  'person.watch-of': 'Ver «{title}»: {value}',
  'person.all-records': 'Todos los récords de este mundo',

  tries: 'Tus intentos',
  'tries.none': 'Todavía no se ha juzgado nada tuyo.',
  'tries.watch': 'Ver «{title}» del {when}, en otra pestaña',
  'people.left': 'se ha ido',
  'chat.speaker': '{name}: perfil, silenciar, denunciar',
  'key.former': 'Claves anteriores de este navegador',
  'key.use-again': 'Volver a usar',
  'key.save-whose': 'Guardar en archivo: {account}',
  'key.use-whose': 'Volver a usar: {account}',
} as const satisfies SameAs<typeof ENGLISH>;
