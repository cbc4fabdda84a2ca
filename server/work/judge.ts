/** The job `judge`: the one judge, for people and machines alike. */
import type { Jobs } from '#server/ports/pool.ts';
import { judgeFile } from './judge-file.ts';

/** @throws DimensionError `catalog.unknown`, `challenge.rules`, `instance.*`, `scene.*`, `payload.*` */
export function judge(input: Jobs['judge']['in']): Promise<Jobs['judge']['out']> {
  return judgeFile(input);
}
