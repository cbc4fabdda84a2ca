/** A worker that paints the map's land in bands, so that the page never waits for it. */
import { LAND_SIZE, paintRows } from './land-picture.ts';

/** A band of the picture; the last one ends at its height. */
export interface LandBand {
  readonly from: number;
  readonly to: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

const BAND = 37;

self.addEventListener('message', () => {
  for (let from = 0; from < LAND_SIZE.height; from += BAND) {
    const to = Math.min(LAND_SIZE.height, from + BAND);
    const band: LandBand = { from, to, pixels: paintRows(from, to) };
    self.postMessage(band, { transfer: [band.pixels.buffer] });
  }
});
