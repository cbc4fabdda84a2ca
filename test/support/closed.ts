/** Says whether a surface is closed and faces outwards, with vertices at the same place taken as one. */

/** Flat arrays of a surface. */
interface Surface {
  readonly positions: ArrayLike<number>;
  readonly indices: ArrayLike<number>;
}

/** How many edges are not walked as often in one direction as in the other. */
export function openEdges({ positions, indices }: Surface): number {
  const places = new Map<string, number>();
  const welded = Array.from({ length: positions.length / 3 }, (_, vertex) => {
    const key = [0, 1, 2].map((axis) => Math.round((positions[vertex * 3 + axis] ?? 0) * 1e7)).join(' ');
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  });
  const balance = new Map<number, number>();
  for (let face = 0; face < indices.length; face += 3)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const from = welded[indices[face + a] ?? 0] ?? 0;
      const to = welded[indices[face + b] ?? 0] ?? 0;
      if (from === to) continue;
      const key = Math.min(from, to) * 1e6 + Math.max(from, to);
      balance.set(key, (balance.get(key) ?? 0) + (from < to ? 1 : -1));
    }
  return [...balance.values()].filter((value) => value !== 0).length;
}

/** The enclosed volume by the divergence theorem, cubic metres; negative for a surface that faces inwards. */
export function volumeOf({ positions, indices }: Surface): number {
  const at = (corner: number, axis: number) => positions[(indices[corner] ?? 0) * 3 + axis] ?? 0;
  let six = 0;
  for (let f = 0; f < indices.length; f += 3)
    six +=
      at(f, 0) * (at(f + 1, 1) * at(f + 2, 2) - at(f + 1, 2) * at(f + 2, 1)) +
      at(f, 1) * (at(f + 1, 2) * at(f + 2, 0) - at(f + 1, 0) * at(f + 2, 2)) +
      at(f, 2) * (at(f + 1, 0) * at(f + 2, 1) - at(f + 1, 1) * at(f + 2, 0));
  return six / 6;
}
