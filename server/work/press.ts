/** What turns SVG into PNG: a renderer in WebAssembly and two fonts, loaded with the first picture of a thread. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FONTS = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'] as const;

/** What is loaded of it. */
interface Loaded {
  readonly Resvg: typeof import('@resvg/resvg-wasm').Resvg;
  readonly fonts: readonly Uint8Array[];
}

/** A handle on the renderer; a thread has one. */
export class Press {
  #loading: Promise<Loaded> | null = null;
  #isStarted = false;

  /** @param svg with text in the family "DejaVu Sans", and nothing that would have to be fetched */
  async print(svg: string): Promise<Uint8Array> {
    this.#loading ??= this.#warmUp().catch((error: unknown) => {
      // What could not be read once is read again with the next picture.
      this.#loading = null;
      throw error;
    });
    const { Resvg, fonts } = await this.#loading;
    const drawing = new Resvg(svg, { font: { fontBuffers: [...fonts], defaultFontFamily: 'DejaVu Sans' } });
    try {
      const image = drawing.render();
      try {
        return image.asPng();
      } finally {
        image.free();
      }
    } finally {
      drawing.free();
    }
  }

  async #warmUp(): Promise<Loaded> {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    const read = async (name: string) => new Uint8Array(await readFile(require.resolve(name)));
    const [engine, ...fonts] = await Promise.all(['@resvg/resvg-wasm/index_bg.wasm', ...FONTS].map(read));
    // The renderer itself starts once a thread, after everything else was there.
    if (engine !== undefined && !this.#isStarted) await initWasm(engine);
    this.#isStarted = true;
    return { Resvg, fonts };
  }
}
