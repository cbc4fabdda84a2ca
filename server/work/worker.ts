/** The entry of a pool worker: every job, loaded when it is first asked for. */
import { Engine } from '#shared/physics/engine.ts';
import { Press } from './press.ts';
import { serveJobs } from './serve-jobs.ts';
import type { JobTable } from './wire.ts';

serveJobs(jobs());

/** The jobs, with what a thread keeps for them; nothing of it starts before it is wanted. */
function jobs(): JobTable {
  const tools = { engine: new Engine(), press: new Press() };
  return {
    judge: async (input) => (await import('./judge.ts')).judge(input),
    solve: async (input) => (await import('./solve.ts')).solve(input),
    generate: async (input) => (await import('./generate.ts')).generate(input),
    picture: async (input) => (await import('./picture.ts')).picture(input, tools),
    checkWork: async (input) => (await import('./check-work.ts')).checkWork(input),
  };
}
