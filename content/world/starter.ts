/** The starter challenges of a fresh world: what machines failed on, and what they solve. */
import { parseStarter, type StarterCourse } from './starter-file.ts';

/** One lazy line each, in the order of their gates. */
const COURSES: readonly (() => Promise<{ readonly default: unknown }>)[] = [
  () => import('./starter/six-bells.json', { with: { type: 'json' } }),
  () => import('./starter/six-great-fires.json', { with: { type: 'json' } }),
  () => import('./starter/two-lanterns.json', { with: { type: 'json' } }),
  () => import('./starter/two-porters.json', { with: { type: 'json' } }),
  () => import('./starter/chequered-cube.json', { with: { type: 'json' } }),
  () => import('./starter/four-keys.json', { with: { type: 'json' } }),
  () => import('./starter/long-round.json', { with: { type: 'json' } }),
  () => import('./starter/pollen-of-three-sizes.json', { with: { type: 'json' } }),
  () => import('./starter/hollow-cube.json', { with: { type: 'json' } }),
  () => import('./starter/lever-choir.json', { with: { type: 'json' } }),
  () => import('./starter/long-thread.json', { with: { type: 'json' } }),
  () => import('./starter/eight-heavy-lamps.json', { with: { type: 'json' } }),
  () => import('./starter/first-leaps.json', { with: { type: 'json' } }),
  () => import('./starter/beam-walk.json', { with: { type: 'json' } }),
  () => import('./starter/lever-and-ferry.json', { with: { type: 'json' } }),
  () => import('./starter/harbour-bells.json', { with: { type: 'json' } }),
];

/** All of them, parsed, in the order of their gates. @throws DimensionError `starter.shape` */
export async function loadStarters(): Promise<readonly StarterCourse[]> {
  const files = await Promise.all(COURSES.map((course) => course()));
  return files.map((file) => parseStarter(file.default));
}
