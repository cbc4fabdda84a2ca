/** The editor's keys: everything the mouse can do. */
import { isPressing, isTyping } from '#client/input/keyboard.ts';
import type { Editor } from './editor.ts';
import type { Orbit } from './orbit.ts';
import { PIECE_KINDS } from './piece.ts';

/** Acts that are the page's, not the editor's. */
export interface PageActs {
  play(): void;
  /** Turns the piece in hand by 15° steps. */
  turnHand(by: number): void;
}

/** Handles one key while building. True when it was one of ours. */
export function buildingKey(event: KeyboardEvent, editor: Editor, orbit: Orbit, acts: PageActs): boolean {
  if (event.code === 'F5') return done(() => event.repeat || acts.play());
  if (isTyping(event.target)) return false;
  if (event.ctrlKey || event.metaKey) return commandKey(event, editor);
  if (isPressing(event.target) && (event.code === 'Space' || event.key === 'Enter')) return false;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit !== undefined) return done(() => pick(editor, (Number(digit) + 9) % 10));
  const { x, z } = orbit.gridRight();
  switch (event.code) {
    case 'ArrowRight':
      return done(() => editor.nudge(x, 0, z));
    case 'ArrowLeft':
      return done(() => editor.nudge(-x, 0, -z));
    case 'ArrowUp':
      return done(() => editor.nudge(z, 0, -x));
    case 'ArrowDown':
      return done(() => editor.nudge(-z, 0, x));
    case 'PageUp':
      return done(() => editor.nudge(0, 1, 0));
    case 'PageDown':
      return done(() => editor.nudge(0, -1, 0));
    case 'BracketLeft':
    case 'KeyQ':
      return done(() => (editor.tool.value === null ? editor.turn(1) : acts.turnHand(1)));
    case 'BracketRight':
    case 'KeyE':
      return done(() => (editor.tool.value === null ? editor.turn(-1) : acts.turnHand(-1)));
    case 'Delete':
    case 'Backspace':
      return done(() => editor.remove());
    case 'Escape':
      return done(() => letGo(editor));
    default:
      return false;
  }
}

function commandKey(event: KeyboardEvent, editor: Editor): boolean {
  if (event.code === 'KeyZ') return done(() => (event.shiftKey ? editor.redo() : editor.undo()));
  if (event.code === 'KeyY') return done(() => editor.redo());
  if (event.code === 'KeyD') return done(() => editor.duplicate());
  return false;
}

function pick(editor: Editor, index: number): void {
  editor.tool.value = PIECE_KINDS[index] ?? null;
}

function letGo(editor: Editor): void {
  if (editor.tool.value === null) editor.selected.value = null;
  editor.tool.value = null;
}

function done(act: () => void): true {
  act();
  return true;
}
