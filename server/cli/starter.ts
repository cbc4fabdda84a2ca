/** The developer's command behind the starter courses: lets machines try one at a stated budget and keeps the log. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseStarter, type StarterCourse } from '#content/world/starter-file.ts';
import { runSolver } from '#server/work/run-solver.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

/**
 * `starter FILE --cpu-seconds N --seeds N [--solver ID]`: runs what the log of a starter course lacks, seed by seed
 * ("1", "2", …), and writes the file after each run.
 */
export async function starter(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'cpu-seconds': { type: 'string', default: '100' },
      seeds: { type: 'string', default: '5' },
      solver: { type: 'string', default: 'go-explore' },
    },
  });
  const budgetCpuSeconds = Number(values['cpu-seconds']);
  for (const path of positionals) {
    let course = parseStarter(JSON.parse(await readFile(path, 'utf8')));
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      if (hasRun(course, values.solver, String(seed), budgetCpuSeconds)) continue;
      const order = { file: course.file, solverId: values.solver, seed: String(seed), budgetCpuSeconds };
      const run = await runSolver(order);
      course = { ...course, machine: [...course.machine, run] };
      await writeFile(path, `${JSON.stringify(course)}\n`);
      report(course.title, run);
    }
  }
  return 0;
}

function hasRun(course: StarterCourse, solver: string, seed: string, budget: number): boolean {
  return course.machine.some((run) => run.solver === solver && run.seed === seed && run.budgetCpuSeconds === budget);
}

function report(title: string, run: MachineRun): void {
  const { seed, solved, value, progress, cpuSeconds, steps } = run;
  const outcome = solved ? `solved in ${value}` : `not solved, came ${Math.round(progress * 100)} % of the way`;
  process.stdout.write(`${title}: seed ${seed}, ${cpuSeconds.toFixed(1)} CPU-s, ${steps} steps: ${outcome}\n`);
}
