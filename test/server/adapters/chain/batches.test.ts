import { describe, expect, test } from 'vitest';
import { MOST_ACTIONS, nextBatch } from '#server/adapters/chain/batches.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { intentOf, somebody } from './chain-support.ts';

function entries(kind: OutboxEntry['kind'], count: number, bytes = 300): readonly OutboxEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ intent: intentOf(`${kind} ${index}`), kind, subject: `${kind} ${index}` },
    ...{ to: somebody('contract'), data: `0x${'00'.repeat(bytes)}` },
  }));
}

const kinds = (batch: readonly OutboxEntry[]) => [...new Set(batch.map(({ kind }) => kind))];

describe('the next batch', () => {
  test('is of laurels and the challenges they need while any laurel waits', () => {
    const batch = nextBatch(
      [...entries('laurel', 3), ...entries('challenge', 30), ...entries('work', 90)],
      MOST_ACTIONS,
    );
    expect(kinds(batch)).toEqual(['challenge', 'laurel']);
    expect(batch.filter(({ kind }) => kind === 'laurel')).toHaveLength(3);
    expect(batch).toHaveLength(23);
  });

  test('takes challenges before automata and works otherwise, in their order', () => {
    const batch = nextBatch([...entries('automaton', 2), ...entries('work', 2), ...entries('challenge', 1)], 10);
    expect(batch.map(({ subject }) => subject)).toEqual([
      'challenge 0',
      'automaton 0',
      'automaton 1',
      'work 0',
      'work 1',
    ]);
  });

  test('is never longer than allowed nor more than the gas of a transaction, and never empty', () => {
    expect(nextBatch(entries('work', 200), MOST_ACTIONS)).toHaveLength(MOST_ACTIONS);
    expect(nextBatch(entries('work', 200), 7)).toHaveLength(7);
    expect(nextBatch(entries('work', 200, 1_500), MOST_ACTIONS).length).toBeLessThan(MOST_ACTIONS);
    expect(nextBatch(entries('work', 2, 400_000), MOST_ACTIONS)).toHaveLength(1);
    expect(nextBatch([], MOST_ACTIONS)).toEqual([]);
  });
});
