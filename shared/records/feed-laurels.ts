/** Which records of a feed give a laurel: a later entry may say that one passed to another, and never twice. */
import { DimensionError } from '#shared/base/errors.ts';
import type { FeedLine } from './feed-line.ts';

/** Hears a feed line by line, from its beginning. */
export class FeedLaurels {
  /** When each record that gives a laurel first was there, ms. */
  readonly #giving = new Map<string, number>();

  /** How many laurels stand by what was heard so far. */
  get count(): number {
    return this.#giving.size;
  }

  /** @throws DimensionError `feed.laurel` for one that passes from where it is not, or to who did not come first */
  hear(line: FeedLine): void {
    if (line.kind === 'record' && line.laurel) this.#giving.set(nameOf(line, line.index), line.atMs);
    if (line.kind === 'invalidated') this.#giving.delete(nameOf(line, line.index));
    if (line.kind !== 'passed') return;
    const from = nameOf(line, line.from);
    const [later, earlier] = [this.#giving.get(from), this.#giving.get(nameOf(line, line.index))];
    if (later === undefined || earlier === undefined || earlier >= later)
      throw new DimensionError('feed.laurel', `Entry ${line.seq} passes a laurel on that is not there to pass.`, {
        seq: line.seq,
      });
    this.#giving.delete(from);
  }
}

/** The same lines, and none says that it gives a laurel that passed to another in a later one. */
export function withPassedLaurels(lines: readonly FeedLine[]): readonly FeedLine[] {
  const passed = new Set(lines.flatMap((line) => (line.kind === 'passed' ? [nameOf(line, line.from)] : [])));
  return lines.map((line) =>
    line.kind === 'record' && line.laurel && passed.has(nameOf(line, line.index)) ? { ...line, laurel: false } : line,
  );
}

/** What a record of a feed is called among those of all challenges. */
export function nameOf({ challenge }: Pick<FeedLine, 'challenge'>, index: number): string {
  return `${challenge} ${index}`;
}
