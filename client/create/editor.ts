/** The editor's state and every act on it, as signals: the pages draw from here and nowhere else. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { tapesPayload } from '#content/families/parkour/instance.ts';
import { canonicalJson } from '#shared/base/hash.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { type DraftStore, forgetDraft, saveDraft } from './autosave.ts';
import { type Draft, firstDraft, isSameDraft, nextId } from './draft.ts';
import { History } from './history.ts';
import { type Clear, loadClear, saveClear } from './kept-clear.ts';
import { middleAbove, newPiece, type Piece, type PieceKind, type Triple } from './piece.ts';
import { type Checked, checkDraft } from './problems.ts';

/** Grids to snap to, 1/64 m. */
export const STEPS = [16, 32, 64, 128] as const;
export type Step = (typeof STEPS)[number];

/** Everything that can be done to a course. */
export class Editor {
  readonly draft: Signal<Draft>;
  readonly selected = signal<number | null>(null);
  readonly tool = signal<PieceKind | null>(null);
  readonly step = signal<Step>(32);
  readonly saved: Signal<boolean>;
  readonly clear: Signal<Clear | null>;
  readonly canUndo = signal(false);
  readonly canRedo = signal(false);
  readonly checked: ReadonlySignal<Checked>;
  readonly piece: ReadonlySignal<Piece | null>;
  readonly #store: DraftStore | null;
  #history: History<Draft>;

  constructor(draft: Draft, store: DraftStore | null) {
    this.#store = store;
    this.#history = new History(draft, isSameDraft);
    this.draft = signal(draft);
    this.saved = signal(store !== null);
    this.clear = signal(store === null ? null : loadClear(store));
    this.checked = computed(() => checkDraft(this.draft.value));
    this.piece = computed(() => this.draft.value.pieces.find(({ id }) => id === this.selected.value) ?? null);
  }

  /** Makes `draft` the present one; changes of one `gesture` are one step back. */
  change(draft: Draft, gesture: string | null = null): void {
    this.#history.change(draft, gesture);
    this.#settle();
  }

  endGesture(): void {
    this.#history.endGesture();
  }

  undo(): void {
    this.#history.undo();
    this.#settle();
  }

  redo(): void {
    this.#history.redo();
    this.#settle();
  }

  /** Forgets everything and begins anew; one step of undo brings it back. */
  startOver(): void {
    const first = firstDraft();
    this.change(first);
    this.selected.value = null;
    if (this.#store !== null) forgetDraft(this.#store);
  }

  /** Places a piece of the tool in hand with its foot at (x, foot, z), 1/64 m. */
  place(kind: PieceKind, x: number, foot: number, z: number, yaw: number): void {
    const draft = this.draft.value;
    const fresh = newPiece(nextId(draft), kind, [x, 0, z]);
    const at: Triple = [x, middleAbove(kind, fresh.half, foot), z];
    this.change({ ...draft, pieces: [...draft.pieces, { ...fresh, at, yaw }] });
    this.selected.value = fresh.id;
  }

  /** Changes the selected piece. */
  edit(part: Partial<Piece>, gesture: string | null = null): void {
    const id = this.selected.value;
    if (id === null) return;
    const draft = this.draft.value;
    const pieces = draft.pieces.map((piece) => (piece.id === id ? { ...piece, ...part } : piece));
    this.change({ ...draft, pieces }, gesture);
  }

  /** Moves the selected piece by steps of the grid. */
  nudge(x: number, y: number, z: number): void {
    const piece = this.piece.value;
    if (piece === null) return;
    const step = this.step.value;
    const at: Triple = [piece.at[0] + x * step, piece.at[1] + y * step, piece.at[2] + z * step];
    this.edit({ at }, `nudge ${piece.id}`);
  }

  /** Turns the selected piece by 15° steps. */
  turn(by: number): void {
    const piece = this.piece.value;
    if (piece !== null) this.edit({ yaw: (((piece.yaw + by) % 24) + 24) % 24 }, `turn ${piece.id}`);
  }

  remove(): void {
    const id = this.selected.value;
    if (id === null) return;
    const draft = this.draft.value;
    const pieces = draft.pieces.filter((piece) => piece.id !== id).map((piece) => withoutNumber(piece, id));
    this.selected.value = null;
    this.change({ ...draft, pieces });
  }

  /** A copy beside the selected piece, selected. */
  duplicate(): void {
    const piece = this.piece.value;
    if (piece === null) return;
    const draft = this.draft.value;
    const id = nextId(draft);
    const at: Triple = [piece.at[0] + Math.max(this.step.value, piece.half[0] * 2), piece.at[1], piece.at[2]];
    this.change({ ...draft, pieces: [...draft.pieces, { ...piece, id, at }] });
    this.selected.value = id;
  }

  /** Keeps winning tapes, one for each start, with the very scene they won. */
  keepClear(scene: Scene, tapes: readonly Uint8Array[], ticks: number): void {
    const clear = { scene: canonicalJson(scene), ticks, payload: tapesPayload(tapes) };
    this.clear.value = clear;
    if (this.#store !== null) saveClear(this.#store, clear);
  }

  /** The clear, when it is of this very scene. */
  clearOf(scene: Scene): Clear | null {
    const clear = this.clear.value;
    return clear !== null && clear.scene === canonicalJson(scene) ? clear : null;
  }

  #settle(): void {
    this.draft.value = this.#history.now;
    this.canUndo.value = this.#history.canUndo;
    this.canRedo.value = this.#history.canRedo;
    if (this.piece.value === null) this.selected.value = null;
    this.saved.value = this.#store !== null && saveDraft(this.#store, this.draft.value);
  }
}

/** The piece with every mention of piece `id` taken out; the very same when it has none. */
function withoutNumber(piece: Piece, id: number): Piece {
  if (piece.key !== id && !piece.doors.includes(id) && !piece.shuts.includes(id)) return piece;
  const others = (ids: readonly number[]) => ids.filter((other) => other !== id);
  return { ...piece, key: piece.key === id ? null : piece.key, doors: others(piece.doors), shuts: others(piece.shuts) };
}
