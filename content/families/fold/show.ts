/** A fold as a drawing: beads, the chain between them, light where H beads touch, red light where two beads collide. */
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { type Chain, chainOf, type Place, placeKey } from '#shared/maths/lattice.ts';
import { contactsOf } from './contacts.ts';
import type { FoldInstance } from './instance.ts';

/** Metres from one place of the lattice to the next. */
const SPACING = 0.5;
const BEAD = { H: { radius: 0.17, colour: '#ff9d3c' }, P: { radius: 0.12, colour: '#d9e4ec' } } as const;
const LINK = '#8fa3ad';
const CONTACT = '#ffe9a8';
const BROKEN = '#ff4a4a';

/** The chain that `moves` draw, centred over the ground; without moves it lies coiled in rows. */
export function showFold({ sequence }: FoldInstance, moves: string | null): Drawing {
  const chain = moves === null ? coil(sequence.length) : chainOf(moves);
  const metres = placing(chain);
  const crowds = new Map<number, number>();
  for (const place of chain) crowds.set(placeKey(place), (crowds.get(placeKey(place)) ?? 0) + 1);
  const isCrowded = (place: Place) => (crowds.get(placeKey(place)) ?? 0) > 1;
  const pairs = chain.slice(1).map((to, at) => ({ from: chain[at] ?? to, to }));
  return {
    points: chain.map((place, bead) => {
      const { radius, colour } = BEAD[sequence[bead] === 'H' ? 'H' : 'P'];
      return { at: metres(place), radius, colour: isCrowded(place) ? BROKEN : colour };
    }),
    links: pairs.map(({ from, to }) => ({ from: metres(from), to: metres(to), colour: LINK })),
    boxes: [],
    beams: [
      ...contactsOf(sequence, chain).map(([one, other]) => ({
        from: metres(chain[one] ?? [0, 0, 0]),
        to: metres(chain[other] ?? [0, 0, 0]),
        colour: CONTACT,
      })),
      ...pairs
        .filter(({ from, to }) => isCrowded(from) || isCrowded(to))
        .map(({ from, to }) => ({ from: metres(from), to: metres(to), colour: BROKEN })),
    ],
    labels: [{ at: metres(chain[0] ?? [0, 0, 0]), text: 'first' }],
  };
}

/** From the lattice to metres: the middle of the chain over the origin, its lowest bead above the ground. */
function placing(chain: Chain): (place: Place) => Vec3 {
  const lows = [0, 1, 2].map((axis) => Math.min(...chain.map((place) => place[axis] ?? 0)));
  const highs = [0, 1, 2].map((axis) => Math.max(...chain.map((place) => place[axis] ?? 0)));
  const middle = (axis: number) => ((lows[axis] ?? 0) + (highs[axis] ?? 0)) / 2;
  return ([x, y, z]) => [
    (x - middle(0)) * SPACING,
    (y - (lows[1] ?? 0)) * SPACING + SPACING / 2,
    (z - middle(2)) * SPACING,
  ];
}

/** A chain in rows to and fro, about as high as wide: it holds, and it can be taken in at one look. */
export function coil(beads: number): Chain {
  const wide = Math.ceil(Math.sqrt(beads));
  return Array.from({ length: beads }, (_, bead): Place => {
    const row = Math.floor(bead / wide);
    const along = bead % wide;
    return [row % 2 === 0 ? along : wide - 1 - along, row, 0];
  });
}
