/** The editor's keys: everything the mouse can do. */
import { isPressing, isTyping } from '#client/input/keyboard.ts';
import type { Editor } from './editor.ts';
import type { Orbit, ViewStep } from './orbit.ts';
import { PIECE_KINDS, type PieceKind, UNITS } from './piece.ts';
import type { Placing } from './placing.ts';

/** What the keys lead. */
export interface KeyNeeds {
  readonly editor: Editor;
  readonly orbit: Orbit;
  readonly placing: Placing;
  readonly play: () => void;
  /** Takes a kind in hand; the keys then belong to the building view. */
  readonly take: (kind: PieceKind | null) => void;
}

/** How far Shift and an arrow slide the view, as a pointer would in pixels. */
const SLIDE = 40;

/** Handles one key while building. True when it was one of ours. */
export function buildingKey(event: KeyboardEvent, needs: KeyNeeds): boolean {
  if (event.code === 'F5') return done(() => event.repeat || needs.play());
  if (isTyping(event.target) || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return commandKey(event, needs.editor);
  if (isPressing(event.target) && (event.code === 'Space' || event.key === 'Enter')) return false;
  // By place, before what is written: on some keyboards a digit is a minus without Shift.
  const digit = event.shiftKey ? undefined : /^Digit(\d)$/.exec(event.code)?.[1];
  const way = digit === undefined ? viewStep(event) : null;
  if (way !== null) return done(() => needs.orbit.step(way));
  if (digit !== undefined) return done(() => needs.take(PIECE_KINDS[(Number(digit) + 9) % 10] ?? null));
  if (event.shiftKey && event.code.startsWith('Arrow')) return done(() => slide(event.code, needs.orbit));
  return pieceKey(event, needs);
}

/** Keys that turn the view or bring it closer; by what is written on them, which is not in the same place everywhere. */
function viewStep({ key, code, shiftKey }: KeyboardEvent): ViewStep | null {
  if (shiftKey && code === 'PageUp') return 'up';
  if (shiftKey && code === 'PageDown') return 'down';
  switch (key) {
    case ',':
      return 'left';
    case '.':
      return 'right';
    case '+':
    case '=':
      return 'nearer';
    case '-':
      return 'farther';
    default:
      return null;
  }
}

function slide(code: string, orbit: Orbit): void {
  if (code === 'ArrowRight') orbit.slide(-SLIDE, 0);
  else if (code === 'ArrowLeft') orbit.slide(SLIDE, 0);
  else orbit.slide(0, code === 'ArrowUp' ? SLIDE : -SLIDE);
}

/** Keys for the piece in hand, else for the selected one. */
function pieceKey(event: KeyboardEvent, { editor, orbit, placing, take }: KeyNeeds): boolean {
  const inHand = editor.tool.value !== null;
  const { x, z } = orbit.gridRight();
  switch (event.key === 'Enter' ? 'Enter' : event.code) {
    case 'Enter':
      return inHand && done(() => event.repeat || placing.setDown(event.shiftKey));
    case 'ArrowRight':
      return done(() => lead(x, 0, z));
    case 'ArrowLeft':
      return done(() => lead(-x, 0, -z));
    case 'ArrowUp':
      return done(() => lead(z, 0, -x));
    case 'ArrowDown':
      return done(() => lead(-z, 0, x));
    case 'PageUp':
      return done(() => lead(0, 1, 0));
    case 'PageDown':
      return done(() => lead(0, -1, 0));
    case 'BracketLeft':
    case 'KeyQ':
      return done(() => (inHand ? placing.turn(1) : editor.turn(1)));
    case 'BracketRight':
    case 'KeyE':
      return done(() => (inHand ? placing.turn(-1) : editor.turn(-1)));
    case 'Delete':
    case 'Backspace':
      return done(() => editor.remove());
    case 'Escape':
      return done(() => (inHand ? take(null) : letGo(editor)));
    default:
      return false;
  }

  function lead(right: number, up: number, ahead: number): void {
    if (!inHand) {
      editor.nudge(right, up, ahead);
      const at = editor.piece.value?.at;
      if (at !== undefined) orbit.follow({ x: at[0] / UNITS, y: at[1] / UNITS, z: at[2] / UNITS });
    } else if (up === 0) placing.move(right, ahead);
    else placing.raise(up);
  }
}

function commandKey(event: KeyboardEvent, editor: Editor): boolean {
  if (event.code === 'KeyZ') return done(() => (event.shiftKey ? editor.redo() : editor.undo()));
  if (event.code === 'KeyY') return done(() => editor.redo());
  if (event.code === 'KeyD') return done(() => editor.duplicate());
  return false;
}

function letGo(editor: Editor): void {
  editor.selected.value = null;
}

function done(act: () => void): true {
  act();
  return true;
}
