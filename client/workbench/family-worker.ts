/** A worker that judges and polishes for the workbench, so that the picture never waits. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';

/** What goes in: the file as the page has it, and a payload to judge or to polish. */
export interface FamilyQuestion {
  readonly id: number;
  readonly ask: 'judge' | 'polish';
  readonly file: ChallengeFile;
  readonly payload: Payload;
}
/** What comes back; `problem` is a sentence for what could not be read. */
export type FamilyAnswer =
  | { readonly id: number; readonly judgement: Judgement }
  | { readonly id: number; readonly polished: Payload }
  | { readonly id: number; readonly problem: string };

self.addEventListener('message', async ({ data }: MessageEvent<FamilyQuestion>) => {
  self.postMessage(await answer(data));
});

async function answer({ id, ask, file, payload }: FamilyQuestion): Promise<FamilyAnswer> {
  try {
    const family = await load(FAMILIES, file.family);
    const instance = family.parseInstance(file.instance);
    const read = family.parsePayload(payload, instance);
    if (ask === 'polish') return { id, polished: family.polish(instance, read) };
    return { id, judgement: await family.judge(instance, read) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
