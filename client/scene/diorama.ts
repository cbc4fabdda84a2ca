/** Something that stands alone under the sky, where otherwise the island or a course would be. */
import type { Group } from 'three';
import type { Labels } from './labels.ts';
import type { SharedUniforms } from './styl.ts';

/** Built by whoever shows it, for the world's own sky and light. */
export interface Diorama {
  readonly group: Group;
  /** Height of the sea below it, m. */
  readonly sea: number;
  /** Once a frame, between `begin` and `end` of the labels. */
  frame(seconds: number, labels: Labels): void;
}

/** What a diorama is built with. */
export interface DioramaNeeds {
  readonly shared: SharedUniforms;
  readonly shadows: boolean;
  /** False where the plain tier leaves out what only adorns. */
  readonly fancy: boolean;
}
