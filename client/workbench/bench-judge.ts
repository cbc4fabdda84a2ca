/** The judge beside the bench: asked at once where that is quick, in a worker where it is not. */
import type { AnyFamily } from '#content/families/family.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeFile } from '#shared/records/challenge.ts';
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

/** Answers for one challenge until it is closed. */
export class BenchJudge {
  readonly #needs: JudgeNeeds;
  #worker: Worker | null = null;
  #closed = false;
  #count = 0;
  readonly #waiting = new Map<number, (answer: FamilyAnswer | null) => void>();

  constructor(needs: JudgeNeeds) {
    this.#needs = needs;
  }

  /** What the server will say; null when the worker ended before it answered. */
  async judge(payload: Payload): Promise<Judgement | null> {
    if (this.#needs.heavy) {
      const answer = await this.#ask('judge', payload);
      if (answer === null) return null;
      if ('judgement' in answer) return answer.judgement;
      return 'problem' in answer ? fails(answer.problem) : null;
    }
    const { family, instance } = this.#needs;
    try {
      return await family.judge(instance, family.parsePayload(payload, instance));
    } catch (error) {
      return fails(error instanceof Error ? error.message : String(error));
    }
  }

  /** The payload as a machine settles it; null when it could not. */
  async polish(payload: Payload): Promise<Payload | null> {
    const answer = await this.#ask('polish', payload);
    return answer !== null && 'polished' in answer ? answer.polished : null;
  }

  /** The visit is over: whatever is still asked has no answer. */
  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #drop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #ask(ask: FamilyQuestion['ask'], payload: Payload): Promise<FamilyAnswer | null> {
    if (this.#closed) return Promise.resolve(null);
    const question: FamilyQuestion = { id: ++this.#count, ask, file: this.#needs.file, payload };
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve);
      this.#start().postMessage(question);
    });
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./family-worker.ts', import.meta.url), { type: 'module', name: 'family' });
    worker.addEventListener('message', ({ data }: MessageEvent<FamilyAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', () => this.#drop());
    this.#worker = worker;
    return worker;
  }
}

function fails(sentence: string): Judgement {
  return { ok: false, reason: { code: 'payload', sentence } };
}
