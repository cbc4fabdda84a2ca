/**
 * What more than one page says, in Spanish: plain and warm, with "tú".
 *
 * frontier frontera · challenge reto · course recorrido · gate portal · beam haz de luz · laurel laurel ·
 * automaton autómata · machine máquina · solver resolutor · release versión · seed semilla · try intento · run carrera ·
 * record récord · certificate certificado · feed registro · chain cadena · work obra · ghost fantasma · party grupo ·
 * host anfitrión · island isla · board tablón · bench banco de trabajo · training entrenamiento · key (secret) clave,
 * (keyboard) tecla, (of a course) llave · door puerta · lantern farol · beacon baliza · bead cuenta ·
 * checkpoint punto de control
 */
import type { COMMON as ENGLISH } from '#client/i18n/english/common.ts';
import type { SameAs } from '#client/i18n/phrases.ts';

/** In Spanish. */
export const COMMON = {
  close: 'Cerrar',

  language: 'Idioma',
  'language.auto': 'El que pide el navegador',

  copy: 'Copiar',

  copied: 'Copiado',

  'copy.by-hand': 'Cópialo de aquí',

  loading: 'Un momento…',
  'ask-again': 'Pedir otra vez',

  'page.elsewhere': 'Otras páginas',
  'page.island': 'Ir a la isla',
  'page.create': 'Crear un recorrido',
  'page.away': 'El mundo no responde ahora mismo; esta página lo sigue intentando.',
  'page.opening': 'Abriendo…',

  'unit.contact': { one: '{value} contacto', other: '{value} contactos' },
  'unit.point': { one: '{value} punto', other: '{value} puntos' },
  'unit.tool': { one: '{value} herramienta', other: '{value} herramientas' },
  'unit.energy': '{value} de energía',
  'unit.chord': '{value} de cuerda',
  'unit.agreement': '{value} de acuerdo',
  'unit.days': { one: '{count} día', other: '{count} días' },
  'unit.seconds': '{seconds} s',
  'unit.minutes': '{minutes} min {seconds} s',

  'standing.untried': 'Ninguna máquina lo ha intentado todavía.',
  'standing.machines-fail': 'Ninguna máquina de este mundo puede hacerlo.',
  'standing.gap': 'Ninguna máquina de este mundo alcanza lo que ya se conoce.',
  'standing.contested': 'Una máquina tiene lo mejor, y nadie ha mostrado que no se pueda superar.',
  'standing.machines-do-it': 'Las máquinas pueden hacerlo.',
  'standing.proven': 'Está demostrado que lo que se conoce es lo mejor posible.',
  'standing.bound': {
    one: '{solver} {release} falló con su única semilla en {budget} segundos de CPU.',
    other:
      '{solver} {release} falló con sus {count} semillas en {budget} segundos de CPU: por lo que eso dice, lo lograría menos del {percent} % de las semillas.',
  },
  'standing.best': {
    one: '{solver} {release} llega a {value} con una semilla en {budget} segundos de CPU.',
    other: '{solver} {release} llega a {value} con {count} semillas en {budget} segundos de CPU.',
  },
  'standing.certified': 'Publicado: {value}, calculado aquí de nuevo a partir de su certificado ({source}, {date}).',
  'standing.claimed': 'Publicado, pero nadie lo ha comprobado aquí: {value} ({source}, {date}).',
  'standing.limit': 'Nada puede superar {value}: {source}',

  'state.draft': 'En construcción',
  'state.review': 'En revisión',
  'state.machine-attempts': 'Las máquinas lo intentan ahora',
  'state.machine-solved': 'Entrenamiento: las máquinas lo resuelven pronto y casi siempre. No hay laurel.',
  'state.training': 'Entrenamiento: las máquinas lo resuelven. Practica cuanto quieras; no hay laurel.',
  'state.absorbed': 'Entrenamiento: las máquinas lo aprendieron de las personas. No hay laurel.',
  'state.frontier': 'Sin resolver: aquí fallaron las máquinas. Quien pase primero gana un laurel.',
  'state.open-record': 'Abierto: nadie conoce lo mejor. Quien supere lo que hay aquí gana un laurel.',
  'state.advanced': 'Una persona acaba de moverlo. Quien lo haga mejor aún gana un laurel.',
  'state.solved': 'Resuelto por una persona. Un tiempo mejor aún gana un laurel.',
  'state.rejected': 'No aceptado',
  'state.hidden': 'Oculto por el anfitrión',
  'state.retired': 'Retirado',
  'state.frozen': 'Congelado: se está investigando',
  'state.invalidated': 'Anulado: su juez se equivocaba',

  'machine.none': 'Ninguna máquina lo ha intentado todavía.',
  'machine.failed': {
    one: '{solver} lo intentó una vez con {budget} s de CPU y falló. Llegó al {best} % del camino.',
    other:
      '{solver} lo intentó {count} veces con {budget} s de CPU cada una y falló siempre. Llegó al {best} % del camino.',
  },
  'machine.solved': {
    one: '{solver} lo intentó una vez con {budget} s de CPU y lo logró.',
    other: '{solver} lo intentó {count} veces con {budget} s de CPU cada una y lo logró {solved} veces.',
  },
  'machine.log': 'Cada intento',
  'machine.solver': 'Resolutor',
  'machine.seed': 'Semilla',
  'machine.cpu': 'Segundos de CPU',
  'machine.result': 'Resultado',
  'machine.used': '{used} de {budget}',
  'machine.reached': '{percent} % del camino',
  'machine.through': 'logrado',

  'laurel.provisional': 'El mundo lo tiene; la cadena lo seguirá.',
  'laurel.sent': 'De camino a la cadena.',
  'laurel.minted': 'En la cadena.',
  'laurel.invalidated': 'Resultó no ser válido; se dice en público.',

  consent: 'Aprender de ti',
  'consent.ask': '¿Pueden las máquinas de este mundo aprender de tus soluciones?',
  'consent.given': 'Dijiste que sí: las próximas versiones de los resolutores pueden aprender de tus soluciones.',
  'consent.refused': 'Dijiste que no: no se guarda nada tuyo para que los resolutores aprendan de ello.',
  'consent.same':
    'Se te juzga y se te premia igual en los dos casos. El récord en sí sigue siendo público, para que cualquiera pueda comprobarlo.',
  'consent.later': 'Puedes cambiar de idea cuando quieras, en «Tú».',
  'consent.taken-back':
    'Si retiras un sí, ninguna de tus soluciones llegará a las próximas versiones. Una versión que ya aprendió de ellas se queda como está.',
  'consent.yes': 'Sí, pueden',
  'consent.no': 'No',

  'report.insult': 'Insultos o amenazas',
  'report.spam': 'Repite lo mismo una y otra vez',
  'report.cheating': 'Hace trampas',
  'report.name': 'Su nombre',
  'report.other': 'Otra cosa',

  fault: 'Algo se ha roto aquí: {reason}',
  'fault.not-arrived': 'Una parte de esta página no ha llegado. Vuelve a cargar la página.',

  'automata.what': 'Son dueños de su código, hacen las obras que ves, plantean los recorridos y los intentan primero.',
  'automata.none': 'Aquí no vive todavía ningún autómata.',
  'automata.motto': '«{motto}»',
  'automata.error': 'Último error:',
  'automata.cpu': '{seconds} segundos de CPU usados',
  'automata.token': 'token n.º {id}',
  'automata.not-minted': 'aún no está en la cadena',

  'doing.making': 'crea una obra',
  'doing.posing': 'plantea un recorrido',
  'doing.attempting': 'intenta un recorrido',
  'doing.guiding': 'enseña el camino a alguien',
  'doing.walking': 'pasea',
  'doing.resting': 'descansa',

  'state-short.draft': 'en construcción',
  'state-short.review': 'en revisión',
  'state-short.machine-attempts': 'lo intentan las máquinas',
  'state-short.machine-solved': 'entrenamiento',
  'state-short.training': 'entrenamiento',
  'state-short.absorbed': 'entrenamiento',
  'state-short.frontier': 'sin resolver',
  'state-short.advanced': 'recién movido',
  'state-short.solved': 'resuelto',
  'state-short.rejected': 'no aceptado',
  'state-short.hidden': 'oculto',
  'state-short.retired': 'retirado',
  'state-short.frozen': 'congelado',
  'state-short.invalidated': 'anulado',
} as const satisfies SameAs<typeof ENGLISH>;
