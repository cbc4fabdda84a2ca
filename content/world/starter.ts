/** The starter courses of a fresh world. */
import type { StarterCourse } from './starter-file.ts';

/** All of them, in the order of their gates. */
export async function loadStarters(): Promise<readonly StarterCourse[]> {
  return [];
}
