/** Undo and redo of the course editor. */
import { describe, expect, test } from 'vitest';
import { type Draft, firstDraft, isSameDraft, nextId } from '#client/create/draft.ts';
import { History } from '#client/create/history.ts';
import { newPiece } from '#client/create/piece.ts';
import { Rng } from '#shared/base/rng.ts';

function withPiece(draft: Draft): Draft {
  return { ...draft, pieces: [...draft.pieces, newPiece(nextId(draft), 'box', [64, 0, 0])] };
}

function moved(draft: Draft, id: number, x: number): Draft {
  return { ...draft, pieces: draft.pieces.map((piece) => (piece.id === id ? { ...piece, at: [x, 0, 0] } : piece)) };
}

describe('the editor’s history', () => {
  test('goes back to the first draft and forward to the last, however many steps there were', () => {
    const rng = new Rng('history');
    const history = new History(firstDraft(), isSameDraft);
    const seen = [history.now];
    for (let step = 0; step < 200; step++) {
      const { now: draft } = history;
      const piece = rng.pick(draft.pieces.length > 0 ? draft.pieces : [newPiece(1, 'box', [0, 0, 0])]);
      const kind = rng.int(0, 3);
      if (kind === 0) history.change(withPiece(draft));
      else if (kind === 1) history.change({ ...draft, pieces: draft.pieces.filter(({ id }) => id !== piece.id) });
      else if (kind === 2) history.change({ ...draft, title: `title ${step}` });
      else history.change(moved(draft, piece.id, step * 16));
      if (history.now !== seen.at(-1)) seen.push(history.now);
    }
    for (const draft of seen.slice(0, -1).reverse()) {
      history.undo();
      expect(history.now).toEqual(draft);
    }
    expect(history.canUndo).toBe(false);
    for (const draft of seen.slice(1)) {
      history.redo();
      expect(history.now).toEqual(draft);
    }
    expect(history.canRedo).toBe(false);
  });

  test('joins the steps of one gesture into one step back', () => {
    const history = new History(firstDraft(), isSameDraft);
    const first = history.now;
    for (const x of [16, 32, 48]) history.change(moved(history.now, 1, x), 'drag 1');
    history.undo();
    expect(history.now).toEqual(first);
    history.redo();
    expect(history.now.pieces[0]?.at).toEqual([48, 0, 0]);
  });

  test('keeps two gestures of the same name apart when one was ended', () => {
    const history = new History(firstDraft(), isSameDraft);
    history.change(moved(history.now, 1, 16), 'drag 1');
    history.endGesture();
    history.change(moved(history.now, 1, 32), 'drag 1');
    history.undo();
    expect(history.now.pieces[0]?.at).toEqual([16, 0, 0]);
  });

  test('a change that changes nothing is no step', () => {
    const history = new History(firstDraft(), isSameDraft);
    history.change({ ...history.now });
    expect(history.canUndo).toBe(false);
  });

  test('a new change after undo forgets what was undone', () => {
    const history = new History(firstDraft(), isSameDraft);
    history.change(withPiece(history.now));
    history.undo();
    history.change({ ...history.now, title: 'another way' });
    expect(history.canRedo).toBe(false);
  });
});
