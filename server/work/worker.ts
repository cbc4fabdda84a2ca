/** The entry of a pool worker: every job, loaded when it is first asked for. */
import { serveJobs } from './serve-jobs.ts';

serveJobs({
  judge: async (input) => (await import('./judge.ts')).judge(input),
  solve: async (input) => (await import('./solve.ts')).solve(input),
  generate: async (input) => (await import('./generate.ts')).generate(input),
  picture: async (input) => (await import('./picture.ts')).picture(input),
  checkWork: async (input) => (await import('./check-work.ts')).checkWork(input),
});
