/** The graphics of a page from outside: how much of a picture there is, and a browser that takes it away. */
import type { Page } from '@playwright/test';

/** How many different colours a coarse look at the picture shows. */
export function colours(page: Page): Promise<number> {
  return page.evaluate(() => {
    const world = document.querySelector('canvas');
    const small = document.createElement('canvas');
    small.width = small.height = 16;
    const pen = small.getContext('2d');
    if (world === null || pen === null) return 0;
    pen.drawImage(world, 0, 0, 16, 16);
    const { data } = pen.getImageData(0, 0, 16, 16);
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]} ${data[at + 1]} ${data[at + 2]} ${data[at + 3]}`);
    return seen.size;
  });
}

/** The browser takes the picture away, as it does when the graphics card stops. */
export async function takePicture(page: Page): Promise<void> {
  await page.evaluate(() => {
    const lever = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Reflect.set(window, '__giveBack', () => lever?.restoreContext());
    lever?.loseContext();
  });
}

/** And gives it back. */
export async function givePictureBack(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, '__giveBack')());
}

/** Runs in the page before its first script: whatever the graphics card refuses becomes an error of the console. */
export function tellRefusedShaders(): void {
  const link = WebGL2RenderingContext.prototype.linkProgram;
  WebGL2RenderingContext.prototype.linkProgram = function linkAndAsk(program) {
    link.call(this, program);
    if (this.getProgramParameter(program, this.LINK_STATUS) === true || this.isContextLost()) return;
    const logs = (this.getAttachedShaders(program) ?? []).map((shader) => this.getShaderInfoLog(shader));
    console.error('refused shader', this.getProgramInfoLog(program), ...logs);
  };
}

/** How many different colours, of 4 bits a channel, a screenshot has. @param sheet any page, on which it is looked at */
export function colourCount(sheet: Page, png: Buffer): Promise<number> {
  return sheet.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const ink = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (ink === null) throw new Error('there is ink');
    ink.drawImage(picture, 0, 0);
    const { data } = ink.getImageData(0, 0, picture.width, picture.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4)
      seen.add((((data[at] ?? 0) >> 4) << 8) | (((data[at + 1] ?? 0) >> 4) << 4) | ((data[at + 2] ?? 0) >> 4));
    return seen.size;
  }, png.toString('base64'));
}
