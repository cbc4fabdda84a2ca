/** Drafts, their scene documents and what is said about them. */
import { describe, expect, test } from 'vitest';
import { loadDraft, parseDraft, saveDraft } from '#client/create/autosave.ts';
import { type Draft, firstDraft, readScene, writeScene } from '#client/create/draft.ts';
import { Editor } from '#client/create/editor.ts';
import { moving, newPiece, PIECE_KINDS, type Piece } from '#client/create/piece.ts';
import { checkDraft } from '#client/create/problems.ts';
import { parseScene } from '#shared/physics/scene.ts';

function draftWith(...pieces: readonly Piece[]): Draft {
  const first = firstDraft();
  return { ...first, pieces: [...first.pieces, ...pieces] };
}

function everything(): Draft {
  const door = newPiece(20, 'door', [0, 96, -200]);
  const button: Piece = { ...newPiece(21, 'button', [0, 8, -100]), doors: [20] };
  const hazard: Piece = { ...newPiece(22, 'hazard', [300, 64, 0]), stops: moving([0, 64, 0], 90) };
  const wired = [
    { ...newPiece(23, 'lever', [0, 36, -60]), shuts: [20] },
    { ...newPiece(24, 'clock', [0, 36, -60]), doors: [20], phase: 30 },
    { ...newPiece(25, 'lock', [64, 44, -60]), doors: [20], key: 26 },
    newPiece(26, 'key', [64, 44, 0]),
    { ...newPiece(27, 'tile', [128, 0, -60]), holds: false, shown: 60 },
  ];
  const apart = ['start', 'goal', 'door', 'button', 'hazard', ...wired.map(({ kind }) => kind)];
  const others = PIECE_KINDS.filter((kind) => !apart.includes(kind));
  return draftWith(
    door,
    button,
    hazard,
    ...wired,
    ...others.map((kind, index) => newPiece(30 + index, kind, [600, 64, index * 300])),
  );
}

describe('drafts', () => {
  test('the first draft is a course', () => {
    expect(checkDraft(firstDraft()).problems).toEqual([]);
  });

  test('a draft with every kind of piece is written as a scene and read back the same', () => {
    const scene = parseScene(writeScene(everything()).scene);
    const again = parseScene(writeScene(readScene(scene, '')).scene);
    expect(again).toEqual(scene);
    expect(checkDraft(everything()).problems).toEqual([]);
  });

  test('a missing goal, a fifth start and what moves no door are each said plainly', () => {
    const first = firstDraft();
    const without = { ...first, pieces: first.pieces.filter(({ kind }) => kind !== 'goal') };
    expect(checkDraft(without).problems[0]?.sentence).toContain('no goal');
    for (const kind of ['button', 'lever', 'clock', 'lock'] as const)
      expect(checkDraft(draftWith(newPiece(9, kind, [0, 8, 0]))).problems[0]?.piece).toBe(9);
  });

  test('up to four may start together, and what wins such a course is a tape for each', () => {
    const starts = [1, 2, 3, 4].map((number) => newPiece(8 + number, 'start', [number * 32 - 96, 0, 96]));
    const course = (count: number) => {
      const first = firstDraft();
      return { ...first, pieces: [...first.pieces, ...starts.slice(0, count)] };
    };
    const { scene, problems } = checkDraft(course(3));
    expect(problems).toEqual([]);
    expect({ form: scene?.form, starts: scene?.starts.length }).toEqual({ form: 2, starts: 4 });
    expect(readScene(parseScene(scene), '').pieces.filter(({ kind }) => kind === 'start')).toHaveLength(4);
    expect(checkDraft(course(4))).toMatchObject({ scene: null, problems: [{ piece: 12 }] });
    const crowded = { ...course(1), pieces: [...course(1).pieces, newPiece(20, 'start', [-64, 0, 96])] };
    expect(checkDraft(crowded)).toMatchObject({ scene: null, problems: [{ piece: 20 }] });
    const editor = new Editor(course(1), null);
    const pair = editor.checked.value.scene;
    if (pair === null) throw new Error('two may start');
    editor.keepClear(pair, [Uint8Array.of(64), Uint8Array.of(0, 64)], 2);
    expect(editor.clearOf(pair)?.payload).toMatchObject({
      kind: 'tapes',
      tapes: [expect.any(String), expect.any(String)],
    });
  });

  test('a piece of a wrong size is named by the world’s own parser and pointed at', () => {
    const { problems, scene } = checkDraft(draftWith({ ...newPiece(9, 'box', [500, 0, 0]), half: [0, 16, 16] }));
    expect(scene).toBeNull();
    expect(problems).toEqual([{ sentence: expect.stringContaining('whole number'), piece: 9 }]);
  });

  test('a draft of plain pieces stays in the plain form', () => {
    expect(parseScene(writeScene(firstDraft()).scene).form).toBe(1);
    expect(parseScene(writeScene(everything()).scene).form).toBe(2);
  });

  test('a draft of earlier days, without what only richer pieces have, is still read', () => {
    const { pieces, ...rest } = firstDraft();
    const older = pieces.map(({ shuts, key, holds, shown, push, period, on, phase, ...piece }) => piece);
    expect(parseDraft(JSON.stringify({ ...rest, pieces: older }))?.pieces).toHaveLength(pieces.length);
  });

  test('a start inside a wall or over nothing is pointed at', () => {
    const walled = draftWith({ ...newPiece(9, 'box', [0, 64, 64]), half: [64, 64, 64] });
    expect(checkDraft(walled).problems.map(({ piece }) => piece)).toEqual([3]);
    const first = firstDraft();
    const far = {
      ...first,
      pieces: first.pieces.map((piece) => (piece.id === 3 ? { ...piece, at: [5_000, 0, 0] as const } : piece)),
    };
    expect(checkDraft(far).problems[0]?.sentence).toContain('no ground');
  });
});

describe('autosave', () => {
  test('a kept draft is found again exactly, and a spoilt one is replaced by a first draft', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    expect(saveDraft(store, everything())).toBe(true);
    expect(loadDraft(store)).toEqual(everything());
    for (const key of kept.keys()) kept.set(key, '{"title":1}');
    expect(loadDraft(store)).toEqual(firstDraft());
    expect(parseDraft('not json')).toBeNull();
  });
});
