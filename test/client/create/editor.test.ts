/** Every act of the editor, without a picture. */
import { expect, test } from 'vitest';
import { firstDraft } from '#client/create/draft.ts';
import { Editor } from '#client/create/editor.ts';
import { pictureOf } from '#client/create/picture.ts';
import { newPiece } from '#client/create/piece.ts';

function editor(): Editor {
  return new Editor(firstDraft(), null);
}

test('a placed piece stands on its foot, is selected, and goes with one step back', () => {
  const subject = editor();
  subject.place('crate', 64, 0, -64, 6);
  expect(subject.piece.value).toMatchObject({ kind: 'crate', at: [64, 32, -64], yaw: 6 });
  subject.undo();
  expect(subject.piece.value).toBeNull();
  expect(subject.draft.value).toEqual(firstDraft());
});

test('nudging, turning, copying and removing work on the selected piece only', () => {
  const subject = editor();
  subject.selected.value = 2;
  subject.step.value = 16;
  subject.nudge(1, 0, -1);
  subject.turn(-1);
  expect(subject.piece.value).toMatchObject({ at: [16, -16, -528], yaw: 23 });
  subject.duplicate();
  expect(subject.draft.value.pieces.length).toBe(5);
  subject.remove();
  expect(subject.draft.value.pieces.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test('a removed door leaves no button that names it', () => {
  const first = firstDraft();
  const door = newPiece(10, 'door', [0, 96, -100]);
  const button = { ...newPiece(11, 'button', [0, 8, -50]), doors: [10] };
  const subject = new Editor({ ...first, pieces: [...first.pieces, door, button] }, null);
  subject.selected.value = 10;
  subject.remove();
  expect(subject.draft.value.pieces.find(({ id }) => id === 11)?.doors).toEqual([]);
});

test('a clear counts for the very scene it was made on and for no other', () => {
  const subject = editor();
  const { scene } = subject.checked.value;
  if (scene === null) throw new Error('the first draft is sound');
  subject.keepClear(scene, [Uint8Array.from([64, 64, 64])], 3);
  expect(subject.clearOf(scene)).toMatchObject({ ticks: 3, payload: { kind: 'tape' } });
  subject.selected.value = 2;
  subject.nudge(0, 0, -1);
  const changed = subject.checked.value.scene;
  if (changed === null) throw new Error('a moved block is still sound');
  expect(subject.clearOf(changed)).toBeNull();
  subject.undo();
  expect(subject.clearOf(scene)).not.toBeNull();
});

test('a clear is there again when the page is opened again, and spoilt text is none', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  const before = new Editor(firstDraft(), store);
  const { scene } = before.checked.value;
  if (scene === null) throw new Error('the first draft is sound');
  before.keepClear(scene, [Uint8Array.from([64, 64, 64])], 3);
  expect(new Editor(firstDraft(), store).clearOf(scene)).toEqual(before.clear.value);
  for (const text of ['{', '{"scene":"","ticks":-1}', 'null']) {
    for (const key of kept.keys()) kept.set(key, text);
    expect(new Editor(firstDraft(), store).clearOf(scene)).toBeNull();
  }
});

test('a page that cannot keep anything says so from the start', () => {
  expect(editor().saved.value).toBe(false);
});

test('an unfinished draft still has a picture', () => {
  const first = firstDraft();
  const unfinished = { ...first, pieces: first.pieces.filter(({ kind }) => kind !== 'goal' && kind !== 'start') };
  expect(pictureOf(unfinished)?.boxes.length).toBe(2);
  expect(pictureOf({ ...first, pieces: [...first.pieces, newPiece(9, 'button', [0, 8, 0])] })).not.toBeNull();
});

test('what names a removed piece names it no more, and a picture is drawn of what is unfinished', () => {
  const first = firstDraft();
  const door = newPiece(10, 'door', [0, 96, -100]);
  const pieces = [
    door,
    { ...newPiece(11, 'lever', [0, 8, -50]), shuts: [10] },
    newPiece(12, 'key', [0, 40, 0]),
    { ...newPiece(13, 'lock', [0, 44, -50]), doors: [10], key: 12 },
  ];
  const editor = new Editor({ ...first, pieces: [...first.pieces, ...pieces] }, null);
  for (const id of [12, 10]) {
    editor.selected.value = id;
    editor.remove();
    expect(pictureOf(editor.draft.value)).not.toBeNull();
  }
  const left = editor.draft.value.pieces;
  expect(left.find(({ id }) => id === 13)).toMatchObject({ key: null, doors: [] });
  expect(left.find(({ id }) => id === 11)).toMatchObject({ shuts: [] });
});
