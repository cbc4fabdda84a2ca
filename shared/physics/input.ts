/** The one byte a tick that moves a character: heading, gait and jump, quantised before anything uses it. */
import { HEADINGS } from './turns.ts';

/** What the legs do; `use` stands still and presses what is in reach. */
export const GAITS = ['idle', 'walk', 'run', 'use'] as const;
export type Gait = (typeof GAITS)[number];

/** One tick of input. */
export interface Input {
  /** 0 … 31 in 1/32 turn: 0 is −Z, 8 is −X. Without meaning while idle or using. */
  readonly heading: number;
  readonly gait: Gait;
  readonly jump: boolean;
}

const GAIT_BITS = 5;
const JUMP_BIT = 128;

/** The byte of nobody doing anything. */
export const IDLE = 0;

/** Bits 0–4 heading, 5–6 gait, 7 jump. */
export function encodeInput({ heading, gait, jump }: Input): number {
  return (heading & (HEADINGS - 1)) | (GAITS.indexOf(gait) << GAIT_BITS) | (jump ? JUMP_BIT : 0);
}

/** Reads a byte; every byte is an input. */
export function decodeInput(byte: number): Input {
  return {
    heading: byte & (HEADINGS - 1),
    gait: GAITS[(byte >> GAIT_BITS) & 3] ?? 'idle',
    jump: (byte & JUMP_BIT) !== 0,
  };
}

/** The same input without what has no effect: the heading of someone who does not walk. */
export function essentialInput(byte: number): number {
  const gait = (byte >> GAIT_BITS) & 3;
  return gait === 0 || gait === 3 ? byte & ~(HEADINGS - 1) : byte;
}
