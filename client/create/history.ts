/** Undo and redo without end: every command is kept as what it changed, so going back is putting that back. */
import type { Draft } from './draft.ts';
import type { Piece } from './piece.ts';

/** One piece before and after; null where it was not there. */
interface PieceChange {
  readonly before: Piece | null;
  readonly after: Piece | null;
}

type Settings = Omit<Draft, 'pieces'>;

/** A command as a difference. */
export interface Change {
  readonly pieces: readonly PieceChange[];
  readonly settings: { readonly before: Settings; readonly after: Settings } | null;
  /** Commands that follow one another with the same name are one step back: a drag, a row of nudges. */
  readonly gesture: string | null;
}

/** What turned `before` into `after`. */
export function differ(before: Draft, after: Draft, gesture: string | null = null): Change {
  const old = new Map(before.pieces.map((piece) => [piece.id, piece]));
  const changes: PieceChange[] = [];
  for (const piece of after.pieces) {
    const was = old.get(piece.id) ?? null;
    if (was !== piece) changes.push({ before: was, after: piece });
    old.delete(piece.id);
  }
  for (const gone of old.values()) changes.push({ before: gone, after: null });
  const settings = ({ title, maxTicks, kill }: Draft): Settings => ({ title, maxTicks, kill });
  const same = before.title === after.title && before.maxTicks === after.maxTicks && before.kill === after.kill;
  return { pieces: changes, settings: same ? null : { before: settings(before), after: settings(after) }, gesture };
}

/** Puts one side of a change into a draft; pieces stay in order of their ids. */
export function put(draft: Draft, change: Change, side: 'before' | 'after'): Draft {
  const pieces = new Map(draft.pieces.map((piece) => [piece.id, piece]));
  for (const { before, after } of change.pieces) {
    const id = before?.id ?? after?.id;
    if (id === undefined) continue;
    const piece = side === 'before' ? before : after;
    if (piece === null) pieces.delete(id);
    else pieces.set(id, piece);
  }
  return {
    ...draft,
    ...(change.settings?.[side] ?? {}),
    pieces: [...pieces.values()].sort((a, b) => a.id - b.id),
  };
}

/** The steps of one session of building. */
export class History {
  #draft: Draft;
  #done: Change[] = [];
  #undone: Change[] = [];

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get draft(): Draft {
    return this.#draft;
  }
  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Makes `after` the draft; a step of the same `gesture` as the last one is joined with it. */
  change(after: Draft, gesture: string | null = null): void {
    const change = differ(this.#draft, after, gesture);
    if (change.pieces.length === 0 && change.settings === null) return;
    this.#draft = put(this.#draft, change, 'after');
    const last = this.#done.at(-1);
    if (gesture !== null && last?.gesture === gesture) this.#done[this.#done.length - 1] = join(last, change);
    else this.#done.push(change);
    this.#undone = [];
  }

  /** The next change starts a step of its own even if its gesture has the same name. */
  endGesture(): void {
    const last = this.#done.at(-1);
    if (last !== undefined) this.#done[this.#done.length - 1] = { ...last, gesture: null };
  }

  undo(): void {
    const last = this.#done.pop();
    if (last === undefined) return;
    this.#draft = put(this.#draft, last, 'before');
    this.#undone.push({ ...last, gesture: null });
  }

  redo(): void {
    const next = this.#undone.pop();
    if (next === undefined) return;
    this.#draft = put(this.#draft, next, 'after');
    this.#done.push(next);
  }
}

function join(first: Change, second: Change): Change {
  const pieces = new Map<number, PieceChange>();
  for (const change of [...first.pieces, ...second.pieces]) {
    const id = change.before?.id ?? change.after?.id ?? 0;
    const earlier = pieces.get(id);
    pieces.set(id, earlier === undefined ? change : { before: earlier.before, after: change.after });
  }
  const before = first.settings?.before ?? second.settings?.before;
  const after = second.settings?.after ?? first.settings?.after;
  return {
    pieces: [...pieces.values()],
    settings: before === undefined || after === undefined ? null : { before, after },
    gesture: second.gesture,
  };
}
