/** The judge beside the bench: asked at once where that is quick, in a worker where it is not. */

import type { AnyFamily } from '#content/families/family.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { FamilyAnswer, FamilyQuestion } from './family-worker.ts';

/** What is judged, and whether it takes long. */
export interface JudgeNeeds {
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly file: ChallengeFile;
  readonly heavy: boolean;
}

/** Why a question has no answer: the worker could not start or broke down, or the visit ended. */
export type NoAnswer = 'broken' | 'closed';

/** Answers for one challenge until it is closed; a worker that broke down is replaced at the next question. */
export class BenchJudge {
  readonly #needs: JudgeNeeds;
  #worker: Worker | null = null;
  #closed = false;
  #count = 0;
  readonly #waiting = new Map<number, (answer: FamilyAnswer | NoAnswer) => void>();

  constructor(needs: JudgeNeeds) {
    this.#needs = needs;
  }

  /** What the server will say. */
  async judge(payload: Payload): Promise<Judgement | NoAnswer> {
    if (this.#needs.heavy) {
      const answer = await this.#ask('judge', payload);
      if (typeof answer === 'string') return answer;
      if ('judgement' in answer) return answer.judgement;
      return fails('problem' in answer ? answer.problem : '');
    }
    const { family, instance } = this.#needs;
    try {
      return await family.judge(instance, family.parsePayload(payload, instance));
    } catch (error) {
      return failed(error);
    }
  }

  /** The payload as a machine settles it; null for what cannot be settled. */
  async polish(payload: Payload): Promise<Payload | NoAnswer | null> {
    const answer = await this.#ask('polish', payload);
    if (typeof answer === 'string') return answer;
    return 'polished' in answer ? answer.polished : null;
  }

  /** The visit is over: whatever is still asked has no answer. */
  close(): void {
    this.#closed = true;
    this.#drop('closed');
  }

  #drop(why: NoAnswer): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve(why);
    this.#waiting.clear();
  }

  #ask(ask: FamilyQuestion['ask'], payload: Payload): Promise<FamilyAnswer | NoAnswer> {
    if (this.#closed) return Promise.resolve('closed');
    const question: FamilyQuestion = { id: ++this.#count, ask, file: this.#needs.file, payload };
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve);
      try {
        this.#start().postMessage(question);
      } catch {
        // A browser may forbid workers altogether: then there is no judge, and the person is told.
        this.#drop('broken');
      }
    });
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./family-worker.ts', import.meta.url), { type: 'module', name: 'family' });
    worker.addEventListener('message', ({ data }: MessageEvent<FamilyAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    const fail = () => {
      // The last word of a worker that was replaced is nobody's.
      if (worker === this.#worker) this.#drop('broken');
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    this.#worker = worker;
    return worker;
  }
}

function failed(error: unknown): Judgement {
  if (isDimensionError(error)) return { ok: false, reason: { code: error.code, sentence: error.message } };
  return fails(error instanceof Error ? error.message : String(error));
}

function fails(sentence: string): Judgement {
  return { ok: false, reason: { code: 'payload', sentence } };
}
