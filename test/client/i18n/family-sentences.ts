/** What the families say of their problems: tasks, the science behind them, why nothing better is possible. */
import { FAMILIES, load } from '#content/catalog.ts';
import { Rng } from '#shared/base/rng.ts';

/** All tasks and all other sentences of families, drawn until every form of them was met. */
export async function familySentences(): Promise<{
  readonly tasks: readonly string[];
  readonly others: readonly string[];
}> {
  const tasks = new Set<string>();
  const others = new Set<string>();
  for (const id of Object.keys(FAMILIES)) {
    const family = await load(FAMILIES, id);
    const instances = id === 'parkour' ? COURSES : await drawn(id);
    for (const instance of instances) {
      const { task, science } = family.brief(instance);
      tasks.add(task);
      others.add(science);
      const limit = family.limit(instance);
      if (limit !== null) others.add(limit.source);
    }
  }
  return { tasks: [...tasks], others: [...others] };
}

/** Instances as machines draw them, and the whole ones that are published. */
async function drawn(id: string): Promise<readonly never[]> {
  const family = await load(FAMILIES, id);
  const made = [];
  for (const seed of [1, 2, 3])
    for (const difficulty of [0, 0.2, 0.5, 0.8, 1])
      made.push((await family.generate(new Rng(`${id} ${seed}`), difficulty)).instance);
  return [...made, ...(WHOLE[id] ?? [])] as never[];
}

const WHOLE: Readonly<Record<string, readonly unknown[]>> = {
  'no-three-in-line': [
    { n: 5, dimension: 2 },
    { n: 3, dimension: 3 },
    { n: 5, dimension: 3 },
  ],
  'no-four-in-plane': [{ n: 5 }, { n: 9 }],
  thomson: [{ n: 20 }],
  tammes: [{ n: 20 }],
};

/** A brief of a course looks at no more of it than this. */
const COURSES = [
  { scene: { checkpoints: [], buttons: [], crates: [], starts: [1] } },
  {
    scene: {
      checkpoints: [1],
      buttons: [{ press: 'use' }],
      crates: [1],
      starts: [1, 2],
      ...{ levers: [], keys: [], tiles: [], grips: [], winds: [], clocks: [] },
    },
  },
  { scene: { checkpoints: [1, 2, 3], buttons: [], crates: [], starts: [1, 2, 3], keys: [], clocks: [] } },
] as unknown as readonly never[];
