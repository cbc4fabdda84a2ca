/** The works that robots wear: one texture array, a layer a skin; who is not worn any more makes room. */
import { Color, DataArrayTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three';
import type { Skin } from './flock.ts';
import { type Picture, scaledPicture } from './picture.ts';

const TEXELS = 64;
const BYTES = TEXELS * TEXELS * 4;
/** Different skins in view at once; half a megabyte. */
const LAYERS = 32;

type Worn = { readonly skin: Skin; usedAt: number };

/** All skins of a scene; survives a rebuilt stage. */
export class Skins {
  readonly texture: DataArrayTexture;
  readonly #data = new Uint8Array(BYTES * LAYERS);
  readonly #worn = new Map<string, Worn>();
  #use = 0;

  constructor() {
    this.texture = new DataArrayTexture(this.#data, TEXELS, TEXELS, LAYERS);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.minFilter = LinearMipmapLinearFilter;
    this.texture.magFilter = LinearFilter;
    this.texture.generateMipmaps = true;
    this.texture.needsUpdate = true;
  }

  /** The skin of a work; null before its picture was set. */
  of(work: string): Skin | null {
    const worn = this.#worn.get(work);
    if (worn === undefined) return null;
    worn.usedAt = ++this.#use;
    return worn.skin;
  }

  /** Cuts a skin from a picture; the longest unused one goes when there is no layer left. */
  set(work: string, picture: Picture): void {
    if (this.#worn.has(work)) return;
    const layer = this.#worn.size < LAYERS ? this.#worn.size : this.#free();
    const texels = this.#data.subarray(layer * BYTES, (layer + 1) * BYTES);
    scaledPicture(picture, TEXELS, texels);
    this.#worn.set(work, { skin: { layer, detail: accentOf(texels) }, usedAt: ++this.#use });
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }

  #free(): number {
    const [work, worn] = [...this.#worn].reduce((a, b) => (b[1].usedAt < a[1].usedAt ? b : a));
    this.#worn.delete(work);
    return worn.skin.layer;
  }
}

/** The colour of hands and feet: a vivid, bright one that stands out from the mean of the picture. */
export function accentOf(rgba: Uint8Array): Color {
  let [red, green, blue] = [0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    red += rgba[at] ?? 0;
    green += rgba[at + 1] ?? 0;
    blue += rgba[at + 2] ?? 0;
  }
  const count = rgba.length / 4;
  let best = 0;
  let most = -1;
  for (let at = 0; at < rgba.length; at += 16) {
    const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
    const apart = Math.abs(r - red / count) + Math.abs(g - green / count) + Math.abs(b - blue / count);
    const bright = Math.max(r, g, b);
    const score = 2 * (bright - Math.min(r, g, b)) + 0.8 * bright + 0.5 * apart;
    if (score <= most) continue;
    most = score;
    best = at;
  }
  const colour = new Color();
  colour.setRGB((rgba[best] ?? 0) / 255, (rgba[best + 1] ?? 0) / 255, (rgba[best + 2] ?? 0) / 255, SRGBColorSpace);
  return colour.lerp(WHITE, 0.12);
}

const WHITE = new Color(1, 1, 1);
