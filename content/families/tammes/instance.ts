/** A Tammes instance: how many beacons, and how much room each one needs. */
import { parseSphere } from '#content/families/sphere/instance.ts';

/** What the challenge id is hashed from. */
export interface TammesInstance {
  readonly n: number;
  /** One size a beacon, from the largest to the smallest; absent where all are 1. */
  readonly sizes?: readonly number[];
  readonly [key: string]: number | readonly number[] | undefined;
}

/** @throws DimensionError `instance.shape`, `instance.count`, `instance.weights` */
export function parseTammes(raw: unknown): TammesInstance {
  const { n, weights } = parseSphere(raw, 'sizes');
  return weights === null ? { n } : { n, sizes: weights };
}

/** One size a beacon. */
export function sizesOf({ n, sizes }: TammesInstance): Float64Array {
  return sizes === undefined ? new Float64Array(n).fill(1) : Float64Array.from(sizes);
}
