/** What the panels may ask of the game. */
import type { Panel } from './hud-state.ts';

/** Every act of the visitor that is not a motion. Acts that can fail answer with the sentence to show, or null. */
export interface HudActions {
  open(panel: Panel): void;
  close(): void;
  say(text: string): Promise<string | null>;
  emote(emote: number): void;
  openGate(challenge: string): void;
  playCard(): void;
  restart(): void;
  leaveCourse(): void;
  /** The guest key as text to keep. */
  keyText(): string;
  /** Takes another key and signs in with it. */
  bringKey(text: string): Promise<string | null>;
  /** Gives the keyboard to the chat line, or back to the world. */
  chat(open: boolean): void;
  stick(right: number, forward: number): void;
  hold(button: 'jump' | 'use', down: boolean): void;
}
