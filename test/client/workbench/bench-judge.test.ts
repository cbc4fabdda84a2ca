/** The judge beside the bench: what becomes of its questions when the worker breaks down, never starts or is closed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BenchJudge } from '#client/workbench/bench-judge.ts';
import { fold } from '#content/families/fold.ts';

const FILE = { family: 'fold', rules: 1, instance: { sequence: 'HPPHPPHPPH', lattice: 'cubic' } };

describe('the judge in a worker', () => {
  const workers: { answers: boolean; fail(): void; ended: boolean }[] = [];
  let answers = true;
  let isForbidden = false;

  class PretendedWorker extends EventTarget {
    answers = answers;
    ended = false;
    constructor() {
      super();
      if (isForbidden) throw new Error('no workers here');
      workers.push(this);
    }
    postMessage({ id }: { id: number }): void {
      const data = { id, judgement: { ok: false, reason: { code: 'x', sentence: 'Judged.' } } };
      if (this.answers) queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('message'), { data })));
    }
    fail(): void {
      this.dispatchEvent(new Event('error'));
    }
    terminate(): void {
      this.ended = true;
    }
  }

  beforeEach(() => {
    workers.length = 0;
    answers = true;
    isForbidden = false;
    vi.stubGlobal('Worker', PretendedWorker);
  });
  afterEach(() => vi.unstubAllGlobals());

  const payload = { kind: 'moves', moves: 'RRR' } as const;
  const judge = () => new BenchJudge({ family: fold as never, instance: {}, file: FILE, heavy: true });

  test('that breaks down answers every question that waits, and the next one has a new worker', async () => {
    answers = false;
    const asked = judge();
    const waiting = [asked.judge(payload), asked.polish(payload)];
    workers[0]?.fail();
    expect(await Promise.all(waiting)).toEqual(['broken', 'broken']);
    expect(workers[0]?.ended).toBe(true);
    answers = true;
    const again = asked.judge(payload);
    // A late word of the first worker does not end the second.
    workers[0]?.fail();
    expect(await again).toMatchObject({ ok: false, reason: { sentence: 'Judged.' } });
    expect(workers).toHaveLength(2);
  });

  test('that may not start at all is broken, not silent', async () => {
    isForbidden = true;
    expect(await judge().judge(payload)).toBe('broken');
  });

  test('that was closed is neither asked nor called broken', async () => {
    answers = false;
    const asked = judge();
    const waiting = asked.judge(payload);
    asked.close();
    expect(await waiting).toBe('closed');
    expect(await asked.judge(payload)).toBe('closed');
    expect(workers).toHaveLength(1);
  });
});
