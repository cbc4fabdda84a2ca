/** Pixels on their way from a painter to a texture. */

/** A picture: rows from the top, four bytes a pixel. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
};

/** Writes `picture` into `out` as `side`² texels, bilinear, first row lowest (as textures have it). */
export function scaledPicture(picture: Picture, side: number, out: Uint8Array): void {
  const { width, height, rgba } = picture;
  for (let row = 0; row < side; row++) {
    const v = Math.min(height - 1, Math.max(0, ((side - row - 0.5) / side) * height - 0.5));
    const top = Math.floor(v);
    const low = Math.min(height - 1, top + 1);
    for (let column = 0; column < side; column++) {
      const u = Math.min(width - 1, Math.max(0, ((column + 0.5) / side) * width - 0.5));
      const left = Math.floor(u);
      const right = Math.min(width - 1, left + 1);
      for (let k = 0; k < 4; k++) {
        const a = rgba[(top * width + left) * 4 + k] ?? 0;
        const b = rgba[(top * width + right) * 4 + k] ?? 0;
        const c = rgba[(low * width + left) * 4 + k] ?? 0;
        const d = rgba[(low * width + right) * 4 + k] ?? 0;
        const upper = a + (b - a) * (u - left);
        out[(row * side + column) * 4 + k] = Math.round(upper + (c + (d - c) * (u - left) - upper) * (v - top));
      }
    }
  }
}
