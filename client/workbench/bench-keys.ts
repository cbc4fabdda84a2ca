/** The keys of the bench: everything that a pointer can do. */
import { isPressing, isSteering, isTyping } from '#client/input/keyboard.ts';
import type { KeyPress } from './hand.ts';

/** What keys may ask for. */
export interface KeyActs {
  undo(): void;
  redo(): void;
  /** Closes what lies over the bench, or leaves it. */
  back(): void;
  /** Radians. */
  turn(yaw: number, pitch: number): void;
  zoom(factor: number): void;
  frame(): void;
  settle(): void;
  shake(): void;
  /** True when the hand knows the key. */
  hand(press: KeyPress): boolean;
}

const TURN = 0.12;

/** Handles one key. True when it was one of ours. */
export function benchKey(event: KeyboardEvent, acts: KeyActs): boolean {
  if (isTyping(event.target) || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return commandKey(event, acts);
  if (isSteering(event.target, event.code)) return false;
  if (isPressing(event.target) && (event.code === 'Space' || event.key === 'Enter')) return false;
  const act = plainKey(event.code, acts);
  // A keyboard has two of them.
  const code = event.key === 'Enter' ? 'Enter' : event.code;
  if (act === null) return acts.hand({ code, shift: event.shiftKey });
  act();
  return true;
}

function commandKey(event: KeyboardEvent, acts: KeyActs): boolean {
  if (event.code === 'KeyZ' && !event.shiftKey) acts.undo();
  else if (event.code === 'KeyY' || event.code === 'KeyZ') acts.redo();
  else return false;
  return true;
}

function plainKey(code: string, acts: KeyActs): (() => void) | null {
  switch (code) {
    case 'Escape':
      return () => acts.back();
    case 'KeyA':
      return () => acts.turn(-TURN, 0);
    case 'KeyD':
      return () => acts.turn(TURN, 0);
    case 'KeyW':
      return () => acts.turn(0, -TURN);
    case 'KeyS':
      return () => acts.turn(0, TURN);
    case 'Equal':
    case 'NumpadAdd':
      return () => acts.zoom(1 / 1.15);
    case 'Minus':
    case 'NumpadSubtract':
      return () => acts.zoom(1.15);
    case 'KeyF':
      return () => acts.frame();
    case 'KeyL':
      return () => acts.settle();
    case 'KeyK':
      return () => acts.shake();
    default:
      return null;
  }
}
