/** The painted land as a canvas that fills from north to south; painted once a visit. */
import { LAND_SIZE } from './land-picture.ts';
import type { LandBand } from './land-worker.ts';

/** Begins at once; `onChange` is told of every band, and when no more will come. */
export class LandCanvas {
  readonly canvas = document.createElement('canvas');
  #isDone = false;
  #isBroken = false;
  onChange: () => void = () => undefined;

  constructor() {
    this.canvas.width = LAND_SIZE.width;
    this.canvas.height = LAND_SIZE.height;
    const worker = new Worker(new URL('./land-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LandBand>) => {
      this.canvas.getContext('2d')?.putImageData(new ImageData(data.pixels, LAND_SIZE.width), 0, data.from);
      if (data.to === LAND_SIZE.height) {
        this.#isDone = true;
        worker.terminate();
      }
      this.onChange();
    });
    worker.addEventListener('error', () => {
      this.#isBroken = true;
      worker.terminate();
      this.onChange();
    });
    worker.postMessage(null);
  }

  /** Where the painting stands. */
  get state(): 'painting' | 'done' | 'broken' {
    if (this.#isBroken) return 'broken';
    return this.#isDone ? 'done' : 'painting';
  }
}
