/** What is said to everybody when machines are through with a challenge and its gate opens, or does not. */
import type { Opening } from '#server/stages/settle-challenge.ts';
import type { News, NewsParts } from '#shared/protocol/news.ts';
import { type Challenge, isHeld } from '#shared/records/challenge.ts';
import { valueText } from '#shared/records/value-text.ts';

export function gateNews(challenge: Challenge, opening: Opening): News {
  const parts = partsOf(challenge, opening);
  return { kind: 'gate', id: challenge.id, who: challenge.creator, sentence: sentenceOf(parts), parts };
}

function partsOf({ state, title, machine }: Challenge, { finding, first }: Opening): NewsParts {
  if (state === 'rejected') return { says: 'gate-dull', title };
  if (finding.proven) return { says: 'gate-proven', title };
  if (!isHeld(state)) return { says: 'gate-training', title };
  if (first !== null) return { says: 'gate-beat', title, value: first.record.value, unit: first.record.unit };
  const hardest = Math.max(0, ...machine.map((run) => run.budgetCpuSeconds));
  const count = machine.filter((run) => run.budgetCpuSeconds === hardest).length;
  return { says: 'gate-frontier', title, count, cpuSeconds: hardest };
}

function sentenceOf({ says, title, value = '', unit = '', count, cpuSeconds }: NewsParts): string {
  if (says === 'gate-dull') return `Machines fail on "${title}" just as on others: it adds nothing new.`;
  if (says === 'gate-proven')
    return `Nothing better than what is known is possible on "${title}": its gate is open for training.`;
  if (says === 'gate-training') return `Machines solve "${title}": its gate is open for training.`;
  if (says === 'gate-beat') return `The best of the machines on "${title}" is ${valueText(value, unit)}: who beats it?`;
  return `Machines failed on "${title}" (${count} tries at ${cpuSeconds} CPU seconds): its gate is open.`;
}
