/** What a body can say without words: one table for the message, the room and the picture. */

/** By the number that travels. `away` is shown by the room alone: they are on a course or at a workbench. */
export const GESTURES = ['none', 'wave', 'cheer', 'away', 'dance', 'point', 'sit'] as const;
export type Gesture = (typeof GESTURES)[number];

/** Those a person may ask for, in the order in which they are offered. */
export const ASKABLE = ['wave', 'cheer', 'dance', 'point', 'sit'] as const satisfies readonly Gesture[];
export type AskableGesture = (typeof ASKABLE)[number];

/** How long a gesture lasts in ticks of the room; null until the body moves. */
export const GESTURE_TICKS: Readonly<Record<AskableGesture, number | null>> = {
  wave: 50,
  cheer: 50,
  point: 70,
  dance: null,
  sit: null,
};

/** The number that travels for a gesture. */
export function gestureNumber(gesture: Gesture): number {
  return GESTURES.indexOf(gesture);
}

/** The gesture of a number; `none` for one that this version does not know. */
export function gestureOf(number: number): Gesture {
  return GESTURES[number] ?? 'none';
}

/** True when a person may ask for the gesture of this number; 0 ends one. */
export function isAskable(number: number): boolean {
  const gesture = gestureOf(number);
  return number === 0 || ASKABLE.some((known) => known === gesture);
}
