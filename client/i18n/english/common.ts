/** What more than one page says: buttons, states, machines, automata, laurels, consent. */
import type { Phrases } from '#client/i18n/phrases.ts';

/** In English. */
export const COMMON = {
  close: 'Close',

  language: 'Language',
  'language.auto': 'As this browser asks',

  copy: 'Copy',

  copied: 'Copied',

  'copy.by-hand': 'Copy it from here',

  loading: 'One moment…',
  'ask-again': 'Ask again',

  'page.elsewhere': 'Other pages',
  'page.island': 'Go to the island',
  'page.create': 'Create a course',
  'page.away': 'The world does not answer right now; this page keeps trying.',
  'page.opening': 'Opening…',

  'unit.contact': { one: '{value} contact', other: '{value} contacts' },
  'unit.point': { one: '{value} point', other: '{value} points' },
  'unit.tool': { one: '{value} tool', other: '{value} tools' },
  'unit.energy': '{value} energy',
  'unit.chord': '{value} chord',
  'unit.agreement': '{value} agreement',
  'unit.days': { one: '{count} day', other: '{count} days' },
  'unit.seconds': '{seconds} s',
  'unit.minutes': '{minutes} min {seconds} s',

  'standing.untried': 'No machine has tried this yet.',
  'standing.machines-fail': 'No machine of this world can do it.',
  'standing.gap': 'No machine of this world comes up to what is known.',
  'standing.contested': 'A machine holds the best, and nobody has shown that it cannot be beaten.',
  'standing.machines-do-it': 'Machines can do it.',
  'standing.proven': 'What is known is proven to be the best possible.',
  'standing.bound': {
    one: '{solver} {release} failed with its one seed at {budget} CPU-seconds.',
    other:
      '{solver} {release} failed with all {count} seeds at {budget} CPU-seconds: as far as that tells, fewer than {percent} % of seeds would do it.',
  },
  'standing.best': {
    one: '{solver} {release} comes to {value} with one seed at {budget} CPU-seconds.',
    other: '{solver} {release} comes to {value}, with {count} seeds at {budget} CPU-seconds.',
  },
  'standing.certified': 'Published: {value}, recomputed here from its certificate ({source}, {date}).',
  'standing.claimed': 'Published, but not checked by anybody here: {value} ({source}, {date}).',
  'standing.limit': 'Nothing can pass {value}: {source}',

  'state.draft': 'Being made',
  'state.review': 'In review',
  'state.machine-attempts': 'Machines are trying it now',
  'state.machine-solved': 'Training: machines solve this soon, most of the time. There is no laurel.',
  'state.training': 'Training: machines solve this. Practise freely; there is no laurel.',
  'state.absorbed': 'Training: machines learned this from people. There is no laurel.',
  'state.frontier': 'Unsolved: machines failed here. The first to get through earns a laurel.',
  'state.open-record': 'Open: nobody knows the best. Whoever does better than what stands here earns a laurel.',
  'state.advanced': 'A person has just moved it. Who is better still earns a laurel.',
  'state.solved': 'Solved by a person. A better time still earns a laurel.',
  'state.rejected': 'Not accepted',
  'state.hidden': 'Hidden by the host',
  'state.retired': 'Retired',
  'state.frozen': 'Frozen: it is being looked into',
  'state.invalidated': 'Invalidated: its judge was wrong',

  'machine.none': 'No machine has tried this yet.',
  'machine.failed': {
    one: '{solver} tried once with {budget} s of CPU time and failed. It came {best} % of the way.',
    other:
      '{solver} tried {count} times with {budget} s of CPU time each and failed every time. It came {best} % of the way.',
  },
  'machine.solved': {
    one: '{solver} tried once with {budget} s of CPU time and got through.',
    other: '{solver} tried {count} times with {budget} s of CPU time each and got through {solved} times.',
  },
  'machine.log': 'Every run',
  'machine.solver': 'Solver',
  'machine.seed': 'Seed',
  'machine.cpu': 'CPU-seconds',
  'machine.result': 'Result',
  'machine.used': '{used} of {budget}',
  'machine.reached': '{percent} % of the way',
  'machine.through': 'through',

  'laurel.provisional': 'The world has it; the chain will follow.',
  'laurel.sent': 'On its way to the chain.',
  'laurel.minted': 'On the chain.',
  'laurel.invalidated': 'Found invalid later; this is said in public.',

  consent: 'Learning from you',
  'consent.ask': 'May the machines of this world learn from your solutions?',
  'consent.given': 'You said yes: later releases of the solvers may learn from your solutions.',
  'consent.refused': 'You said no: nothing of yours is kept for the solvers to learn from.',
  'consent.same':
    'You are judged and rewarded the same either way. A record itself stays public, so that anybody can check it.',
  'consent.later': 'You can change your mind at any time under “You”.',
  'consent.taken-back':
    'If you take a yes back, all your solutions are withheld from later releases. A release that has learned from them already stays as it is.',
  'consent.yes': 'Yes, they may',
  'consent.no': 'No',

  'report.insult': 'Insults or threats',
  'report.spam': 'Says the same again and again',
  'report.cheating': 'Cheats',
  'report.name': 'Their name',
  'report.other': 'Something else',

  fault: 'Something broke here: {reason}',
  'fault.not-arrived': 'A part of this page did not arrive. Reload the page.',

  'automata.what': 'They own their code, make the works you see, pose the courses, and try them first.',
  'automata.none': 'No automaton lives here yet.',
  'automata.motto': '“{motto}”',
  'automata.error': 'Last error:',
  'automata.cpu': '{seconds} CPU-seconds used',
  'automata.token': 'token {id}',
  'automata.not-minted': 'not on the chain yet',

  'doing.making': 'making',
  'doing.posing': 'posing a course',
  'doing.attempting': 'trying a course',
  'doing.guiding': 'showing somebody the way',
  'doing.walking': 'walking',
  'doing.resting': 'resting',

  'state-short.draft': 'being made',
  'state-short.review': 'in review',
  'state-short.machine-attempts': 'machines are trying',
  'state-short.machine-solved': 'training',
  'state-short.training': 'training',
  'state-short.absorbed': 'training',
  'state-short.frontier': 'unsolved',
  'state-short.advanced': 'just moved',
  'state-short.solved': 'solved',
  'state-short.rejected': 'not accepted',
  'state-short.hidden': 'hidden',
  'state-short.retired': 'retired',
  'state-short.frozen': 'frozen',
  'state-short.invalidated': 'invalidated',
} as const satisfies Phrases;
