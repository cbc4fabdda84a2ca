import { expect, test } from 'vitest';
import { MemoryCounts } from '#server/adapters/counts.ts';

test('somebody’s text never becomes a code that is counted', () => {
  const counts = new MemoryCounts(() => 7);
  for (const code of ['scene.size', 'scene.size', 'x'.repeat(4_000), 'a|b', 'Scene.Size', '']) counts.count(code);
  expect(counts.all()).toEqual({ 'other.code': 4, 'scene.size': 2 });
  for (let i = 0; i < 60; i++) counts.error('pool.timeout', `error ${i}`);
  expect(counts.recent()).toHaveLength(50);
  expect(counts.recent()[0]).toEqual({ atMs: 7, code: 'pool.timeout', sentence: 'error 59' });
});
