/** Where each hand plays: on a course, at a workbench, or nowhere yet. */
import type { Hand } from '#shared/records/payload.ts';

const PLACES: Readonly<Partial<Record<Hand, 'course' | 'bench'>>> = {
  tape: 'course',
  moves: 'bench',
  points: 'bench',
  vectors: 'bench',
};

/** Null for a hand that has no place here yet. */
export function placeOfHand(hand: string): 'course' | 'bench' | null {
  return Object.entries(PLACES).find(([name]) => name === hand)?.[1] ?? null;
}
