/** Undo and redo without end: what was, what came of it, and nothing in between; parts that stay are shared. */

/** One step as it is taken back and made again. */
interface Step<T> {
  readonly before: T;
  readonly after: T;
  /** Changes that follow one another with the same name are one step back: a drag, a row of nudges. */
  readonly gesture: string | null;
}

/**
 * The steps of one session of work. What is kept is never changed, so that a thousand steps of a thing with many parts
 * hold each part once.
 */
export class History<T> {
  readonly #same: (a: T, b: T) => boolean;
  #now: T;
  #done: Step<T>[] = [];
  #undone: Step<T>[] = [];

  /** @param same tells a change that changes nothing: it is no step */
  constructor(first: T, same: (a: T, b: T) => boolean) {
    this.#now = first;
    this.#same = same;
  }

  get now(): T {
    return this.#now;
  }
  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Makes `after` the present; a step of the same `gesture` as the last one is joined with it. */
  change(after: T, gesture: string | null = null): void {
    if (this.#same(this.#now, after)) return;
    const last = this.#done.at(-1);
    const joined = gesture !== null && last?.gesture === gesture;
    const before = joined ? last.before : this.#now;
    if (joined) this.#done.pop();
    this.#done.push({ before, after, gesture });
    this.#now = after;
    this.#undone = [];
  }

  /** The next change starts a step of its own even if its gesture has the same name. */
  endGesture(): void {
    const last = this.#done.pop();
    if (last !== undefined) this.#done.push({ ...last, gesture: null });
  }

  undo(): void {
    const last = this.#done.pop();
    if (last === undefined) return;
    this.#now = last.before;
    this.#undone.push({ ...last, gesture: null });
  }

  redo(): void {
    const next = this.#undone.pop();
    if (next === undefined) return;
    this.#now = next.after;
    this.#done.push(next);
  }
}
