import { expect, test } from 'vitest';
import { calmLog, type Lines } from '#server/rooms/calm-log.ts';

function recorder(): Lines & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (...words: readonly unknown[]) => void lines.push(words.join(' '));
  return { lines, debug: write, info: write, warn: write, error: write, trace: write };
}

test('a stranger who causes a line a frame writes a handful of short lines, and the rest is counted', () => {
  const written = recorder();
  const counted: string[] = [];
  let nowMs = 0;
  const log = calmLog(written, { count: (code) => void counted.push(code) }, () => nowMs);
  for (let frame = 0; frame < 240 * 60; frame++) {
    nowMs += 1_000 / 240;
    log.error(`Error: no room for ${'x'.repeat(5_000)}\n    at somewhere`);
  }
  expect(written.lines.length).toBeLessThan(20);
  expect(written.lines.length + counted.length).toBe(240 * 60);
  for (const line of written.lines) expect(line.length).toBeLessThan(500);
  nowMs += 20_000;
  log.error('Error: the last');
  expect(written.lines.at(-1)).toMatch(/^Error: the last \(\d+ lines before this one were left out\)$/);
});
