/** The loop without a house: a real store and the real judge, a clock that stands still, and machines that do as told. */
import { onTestFinished } from 'vitest';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { FlowNeeds } from '#server/flows/carry.ts';
import type { Jobs, Pool } from '#server/ports/pool.ts';
import type { SecondOpinion } from '#server/ports/second-opinion.ts';
import type { Store } from '#server/ports/store.ts';
import { judgeFile } from '#server/work/judge-file.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { Person } from '#shared/records/actor.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { Guest } from './guest.ts';
import { scratchFolder } from './scratch.ts';

/** What a machine does with what it is told to attempt. */
export type Solve = (order: Jobs['solve']['in']) => Promise<Partial<MachineRun>>;

/** The loop of one test. */
export interface Loop {
  readonly store: Store;
  readonly needs: FlowNeeds;
  readonly opinion: SecondOpinion;
  readonly news: ServerMessages['news'][];
  /** What machines were told to attempt, in order. */
  readonly orders: Jobs['solve']['in'][];
  /** Lets time pass, ms. */
  pass(ms: number): void;
  /** From now on machines do this. */
  machines(solve: Solve): void;
}

/** Opens it in `dataDir`, or in a fresh folder. */
export async function openLoop(options: { readonly dataDir?: string; readonly windowMs?: number } = {}): Promise<Loop> {
  const store = await openStore({ dataDir: options.dataDir ?? (await scratchFolder()) });
  onTestFinished(() => store.close());
  const news: ServerMessages['news'][] = [];
  const orders: Jobs['solve']['in'][] = [];
  let nowMs = Date.UTC(2026, 0, 1);
  let solve: Solve = async () => ({});
  const pool: Pool = {
    run: (job, input) => {
      if (job !== 'solve') throw new DimensionError('test.job', 'Only attempts are made here.');
      const order = input as Jobs['solve']['in'];
      orders.push(order);
      return solve(order).then((run) => ({ ...failed(order), ...run })) as never;
    },
    status: () => ({ workers: 2, waiting: 0, running: 0 }),
    close: async () => undefined,
  };
  const needs: FlowNeeds = {
    store,
    pool,
    judge: (challenge, payload, wishes) => judgeFile({ challenge, payload, ...wishes }),
    calls: openCalls(),
    signer: openVerdictSigner({ key: `0x${'11'.repeat(32)}`, chainId: 1 }),
    announcer: { news: (one) => news.push(one), challengeChanged: () => undefined, workChanged: () => undefined },
    counts: new MemoryCounts(() => nowMs),
    clock: () => nowMs,
    ladder: { budgetsCpuSeconds: [], seeds: 0 },
    windowMs: options.windowMs ?? 0,
  };
  return {
    ...{ store, needs, news, orders },
    opinion: async (challenge, payload) => {
      const { verdict } = await judgeFile({ challenge, payload });
      return { ok: verdict.ok, value: verdict.ok ? verdict.value : null, digest: verdict.digest ?? null };
    },
    pass: (ms) => {
      nowMs += ms;
    },
    machines: (how) => {
      solve = how;
    },
  };
}

/** A person of that name; the same name is the same account. */
export function personNamed(name: string, host = false): Person {
  return { kind: 'person', address: new Guest(name).address, name, host };
}

function failed({ solver, seed, budgetCpuSeconds }: Jobs['solve']['in']): MachineRun {
  return {
    solver,
    release: 1,
    seed,
    budgetCpuSeconds,
    cpuSeconds: budgetCpuSeconds,
    steps: 1,
    solved: false,
    progress: 0,
  };
}
