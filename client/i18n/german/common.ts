/**
 * What more than one page says, in German: plain and warm, with "du".
 *
 * frontier Grenze · challenge Aufgabe · course Parcours · gate Tor · beam Lichtstrahl · laurel Lorbeer ·
 * automaton Automat · machine Maschine · solver Löser · release Ausgabe · seed Startwert · try Versuch · run Lauf ·
 * record Rekord · certificate Zertifikat · feed Protokoll · chain Kette · work Werk · ghost Geist · party Gruppe ·
 * host Gastgeber · island Insel · board Tafel · bench Werkbank · training Training · key (secret) Schlüssel,
 * (keyboard) Taste · lantern Laterne · beacon Leuchtfeuer · bead Perle · checkpoint Kontrollpunkt
 */
import type { COMMON as ENGLISH } from '#client/i18n/english/common.ts';
import type { SameAs } from '#client/i18n/phrases.ts';

/** In German. */
export const COMMON = {
  close: 'Schließen',

  language: 'Sprache',
  'language.auto': 'Wie der Browser es will',

  copy: 'Kopieren',

  copied: 'Kopiert',

  'copy.by-hand': 'Kopiere es von hier',

  loading: 'Einen Moment…',
  'ask-again': 'Neu fragen',

  'page.elsewhere': 'Andere Seiten',
  'page.island': 'Zur Insel',
  'page.create': 'Parcours bauen',
  'page.away': 'Die Welt antwortet gerade nicht; diese Seite versucht es weiter.',
  'page.opening': 'Öffnet…',

  'unit.contact': { one: '{value} Kontakt', other: '{value} Kontakte' },
  'unit.point': { one: '{value} Punkt', other: '{value} Punkte' },
  'unit.tool': { one: '{value} Werkzeug', other: '{value} Werkzeuge' },
  'unit.energy': '{value} Energie',
  'unit.chord': '{value} Sehne',
  'unit.agreement': '{value} Übereinstimmung',
  'unit.days': { one: '{count} Tag', other: '{count} Tage' },
  'unit.seconds': '{seconds} s',
  'unit.minutes': '{minutes} Min. {seconds} s',

  'standing.untried': 'Noch keine Maschine hat das versucht.',
  'standing.machines-fail': 'Keine Maschine dieser Welt kann es.',
  'standing.gap': 'Keine Maschine dieser Welt kommt an das heran, was bekannt ist.',
  'standing.contested':
    'Eine Maschine hält den besten Wert, und niemand hat gezeigt, dass er nicht zu übertreffen ist.',
  'standing.machines-do-it': 'Maschinen können es.',
  'standing.proven': 'Für das, was bekannt ist, ist bewiesen, dass es nicht besser geht.',
  'standing.bound': {
    one: '{solver} {release} ist mit seinem einen Startwert bei {budget} CPU-Sekunden gescheitert.',
    other:
      '{solver} {release} ist mit allen {count} Startwerten bei {budget} CPU-Sekunden gescheitert: Soweit das etwas sagt, schaffen es weniger als {percent} % der Startwerte.',
  },
  'standing.best': {
    one: '{solver} {release} kommt mit einem Startwert bei {budget} CPU-Sekunden auf {value}.',
    other: '{solver} {release} kommt mit {count} Startwerten bei {budget} CPU-Sekunden auf {value}.',
  },
  'standing.certified': 'Veröffentlicht: {value}, hier aus dem Zertifikat nachgerechnet ({source}, {date}).',
  'standing.claimed': 'Veröffentlicht, aber hier von niemandem geprüft: {value} ({source}, {date}).',
  'standing.limit': 'Nichts kommt an {value} vorbei: {source}',

  'state.draft': 'Wird gebaut',
  'state.review': 'Wird geprüft',
  'state.machine-attempts': 'Maschinen versuchen es gerade',
  'state.machine-solved': 'Training: Maschinen lösen das schnell und fast immer. Einen Lorbeer gibt es nicht.',
  'state.training': 'Training: Maschinen lösen das. Übe, so viel du willst; einen Lorbeer gibt es nicht.',
  'state.absorbed': 'Training: Maschinen haben das von Menschen gelernt. Einen Lorbeer gibt es nicht.',
  'state.frontier': 'Ungelöst: Maschinen sind hier gescheitert. Wer zuerst durchkommt, bekommt einen Lorbeer.',
  'state.open-record': 'Offen: Niemand kennt das Beste. Wer übertrifft, was hier steht, bekommt einen Lorbeer.',
  'state.advanced': 'Gerade ist ein Mensch weitergekommen. Wer besser ist, bekommt noch immer einen Lorbeer.',
  'state.solved': 'Von einem Menschen gelöst. Eine bessere Zeit bekommt noch immer einen Lorbeer.',
  'state.rejected': 'Nicht angenommen',
  'state.hidden': 'Vom Gastgeber verborgen',
  'state.retired': 'Im Ruhestand',
  'state.frozen': 'Eingefroren: Es wird untersucht',
  'state.invalidated': 'Ungültig: Die Prüfung war falsch',

  'machine.none': 'Noch keine Maschine hat das versucht.',
  'machine.failed': {
    one: '{solver} hat es einmal mit {budget} s CPU-Zeit versucht und ist gescheitert, nach {best} % des Weges.',
    other:
      '{solver} hat es {count}-mal mit je {budget} s CPU-Zeit versucht und ist jedes Mal gescheitert, am weitesten nach {best} % des Weges.',
  },
  'machine.solved': {
    one: '{solver} hat es einmal mit {budget} s CPU-Zeit versucht und ist durchgekommen.',
    other: '{solver} hat es {count}-mal mit je {budget} s CPU-Zeit versucht und ist {solved}-mal durchgekommen.',
  },
  'machine.log': 'Jeder Lauf',
  'machine.solver': 'Löser',
  'machine.seed': 'Startwert',
  'machine.cpu': 'CPU-Sekunden',
  'machine.result': 'Ergebnis',
  'machine.used': '{used} von {budget}',
  'machine.reached': '{percent} % des Weges',
  'machine.through': 'durch',

  'laurel.provisional': 'Die Welt hat ihn; die Kette folgt.',
  'laurel.sent': 'Auf dem Weg zur Kette.',
  'laurel.minted': 'Auf der Kette.',
  'laurel.invalidated': 'Später als ungültig erkannt; das wird öffentlich gesagt.',

  consent: 'Von dir lernen',
  'consent.ask': 'Dürfen die Maschinen dieser Welt aus deinen Lösungen lernen?',
  'consent.given': 'Du hast ja gesagt: Spätere Ausgaben der Löser dürfen aus deinen Lösungen lernen.',
  'consent.refused': 'Du hast nein gesagt: Nichts von dir wird aufbewahrt, damit Löser daraus lernen.',
  'consent.same':
    'Beurteilt und belohnt wirst du so oder so gleich. Ein Rekord selbst bleibt öffentlich, damit ihn alle prüfen können.',
  'consent.later': 'Du kannst es dir jederzeit anders überlegen, unter „Du“.',
  'consent.taken-back':
    'Nimmst du ein Ja zurück, bekommen spätere Ausgaben keine deiner Lösungen mehr. Eine Ausgabe, die schon daraus gelernt hat, bleibt, wie sie ist.',
  'consent.yes': 'Ja, sie dürfen',
  'consent.no': 'Nein',

  'report.insult': 'Beleidigt oder droht',
  'report.spam': 'Sagt immer wieder dasselbe',
  'report.cheating': 'Betrügt',
  'report.name': 'Der Name',
  'report.other': 'Etwas anderes',

  fault: 'Hier ist etwas kaputtgegangen: {reason}',
  'fault.not-arrived': 'Ein Teil dieser Seite ist nicht angekommen. Lade die Seite neu.',

  'automata.what':
    'Ihr Code gehört ihnen selbst; sie schaffen die Werke, die du siehst, denken sich die Parcours aus und versuchen sie zuerst.',
  'automata.none': 'Noch lebt hier kein Automat.',
  'automata.motto': '„{motto}“',
  'automata.error': 'Letzter Fehler:',
  'automata.cpu': '{seconds} CPU-Sekunden verbraucht',
  'automata.token': 'Token {id}',
  'automata.not-minted': 'noch nicht auf der Kette',

  'doing.making': 'schafft ein Werk',
  'doing.posing': 'entwirft einen Parcours',
  'doing.attempting': 'versucht einen Parcours',
  'doing.guiding': 'zeigt jemandem den Weg',
  'doing.walking': 'geht umher',
  'doing.resting': 'ruht sich aus',

  'state-short.draft': 'wird gebaut',
  'state-short.review': 'wird geprüft',
  'state-short.machine-attempts': 'Maschinen versuchen es',
  'state-short.machine-solved': 'Training',
  'state-short.training': 'Training',
  'state-short.absorbed': 'Training',
  'state-short.frontier': 'ungelöst',
  'state-short.advanced': 'eben bewegt',
  'state-short.solved': 'gelöst',
  'state-short.rejected': 'nicht angenommen',
  'state-short.hidden': 'verborgen',
  'state-short.retired': 'im Ruhestand',
  'state-short.frozen': 'eingefroren',
  'state-short.invalidated': 'ungültig',
} as const satisfies SameAs<typeof ENGLISH>;
