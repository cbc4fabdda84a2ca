/** A Thomson instance: how many beacons, and which of them are heavy. */
import { parseSphere } from '#content/families/sphere/instance.ts';

/** What the challenge id is hashed from. */
export interface ThomsonInstance {
  readonly n: number;
  /** One charge a beacon, from the heaviest to the lightest; absent where all are 1. */
  readonly charges?: readonly number[];
  readonly [key: string]: number | readonly number[] | undefined;
}

/** @throws DimensionError `instance.shape`, `instance.count`, `instance.weights` */
export function parseThomson(raw: unknown): ThomsonInstance {
  const { n, weights } = parseSphere(raw, 'charges');
  return weights === null ? { n } : { n, charges: weights };
}

/** One charge a beacon. */
export function chargesOf({ n, charges }: ThomsonInstance): Float64Array {
  return charges === undefined ? new Float64Array(n).fill(1) : Float64Array.from(charges);
}
