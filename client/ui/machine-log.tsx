/** What machines tried on a challenge and how far they came, run by run. */
import { t, valueInWords } from '#client/i18n/translate.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

interface MachineLogProps {
  readonly runs: readonly MachineRun[];
  readonly unit: string;
  /** What they came to is said elsewhere: only the table is shown. */
  readonly told?: boolean;
}

/** One sentence, then every run in a table. */
export function MachineLog({ runs, unit, told = false }: MachineLogProps) {
  return (
    <div class="stack machine-log" data-runs={runs.length}>
      {told ? null : <p>{machineSentence(runs)}</p>}
      {runs.length > 0 && (
        <details>
          <summary>{t('machine.log')}</summary>
          <div class="scroll-x">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('machine.solver')}</th>
                  <th scope="col">{t('machine.seed')}</th>
                  <th scope="col">{t('machine.cpu')}</th>
                  <th scope="col">{t('machine.result')}</th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <tr key={`${run.solver} ${run.seed} ${String(run.budgetCpuSeconds)}`}>
                    <td>
                      {run.solver} {run.release}
                    </td>
                    <td class="mono">{run.seed.slice(0, 10)}</td>
                    <td>{t('machine.used', { used: Math.round(run.cpuSeconds), budget: run.budgetCpuSeconds })}</td>
                    <td>{runInWords(run, unit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}

/** What the machines did, in one or two sentences: at the budget that was enough, or at the largest that was not. */
export function machineSentence(runs: readonly MachineRun[]): string {
  const solved = runs.filter((run) => run.solved).sort((a, b) => a.budgetCpuSeconds - b.budgetCpuSeconds)[0];
  const budget = solved?.budgetCpuSeconds ?? Math.max(0, ...runs.map((run) => run.budgetCpuSeconds));
  const alike = runs.filter((run) => run.budgetCpuSeconds === budget);
  const [first] = alike;
  if (first === undefined) return t('machine.none');
  const best = Math.round(Math.max(...runs.map((run) => run.progress)) * 100);
  const facts = { solver: first.solver, count: alike.length, budget };
  if (solved === undefined) return t('machine.failed', { ...facts, best });
  return t('machine.solved', { ...facts, solved: alike.filter((run) => run.solved).length });
}

function runInWords(run: MachineRun, unit: string): string {
  if (!run.solved) return t('machine.reached', { percent: Math.round(run.progress * 100) });
  return run.value === undefined ? t('machine.through') : valueInWords(run.value, unit);
}
