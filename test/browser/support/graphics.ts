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
