/** What holds a jammed arrangement: the contacts among beacons that are held from three sides or more. */
import { gapsBelow, tightest } from './room.ts';

/** Pairs whose room is this near the least touch. */
const TOUCH = 1e-8;
/** A beacon with fewer contacts can move: it rattles, and where it lies says nothing. */
const HELD = 3;

/** How many beacons have how many contacts, without the rattlers: "3×4 8×5" for three with four and eight with five. */
export function coreText(points: Float64Array, sizes: Float64Array): string {
  const { room } = tightest(points, sizes);
  let contacts = gapsBelow(points, sizes, room + TOUCH);
  for (;;) {
    const held = countContacts(contacts, sizes.length);
    const kept = contacts.filter(({ i, j }) => (held[i] ?? 0) >= HELD && (held[j] ?? 0) >= HELD);
    if (kept.length === contacts.length) return histogram(held);
    contacts = kept;
  }
}

function countContacts(contacts: readonly { readonly i: number; readonly j: number }[], count: number): Uint16Array {
  const held = new Uint16Array(count);
  for (const { i, j } of contacts) {
    held[i] = (held[i] ?? 0) + 1;
    held[j] = (held[j] ?? 0) + 1;
  }
  return held;
}

function histogram(held: Uint16Array): string {
  const counts = new Map<number, number>();
  for (const contacts of held) if (contacts > 0) counts.set(contacts, (counts.get(contacts) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([contacts, beacons]) => `${beacons}×${contacts}`)
    .join(' ');
}
