/** Devices that lack something, lose something or lie: one sentence, and whatever still works goes on. */
import { expect, type Page, test } from '@playwright/test';
import { colours, givePictureBack, takePicture } from './support/graphics.ts';
import { look, walkIn } from './support/visitor.ts';
import { comeInWithoutPage } from './support/without-page.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

test('a picture that the browser takes away is told, the visit goes on, and the picture comes back by itself', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Ada');
  await expect.poll(() => colours(page)).toBeGreaterThan(20);
  await takePicture(page);
  await expect(page.getByText('The graphics of this device stopped for a moment.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Draw it again now' })).toBeVisible();
  const from = (await look(page)).self;
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyW');
  await expect.poll(async () => Math.abs(((await look(page)).self?.z ?? 0) - (from?.z ?? 0))).toBeGreaterThan(1);
  await page.keyboard.up('KeyW');
  await givePictureBack(page);
  await expect(page.locator('[data-picture="lost"]')).toHaveCount(0);
  await expect.poll(() => colours(page)).toBeGreaterThan(20);
  await page.context().close();
});

test('a browser without WebGL 2 says so at once and leads to what can be read without it', async ({ browser }) => {
  for (const without of ['class', 'context'] as const) {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript((what) => {
      if (what === 'class') Reflect.deleteProperty(window, 'WebGL2RenderingContext');
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    }, without);
    await page.goto(`${world.url}/?q=test`, { waitUntil: 'commit' });
    await expect(page.locator('body[data-state="failed"]')).toBeAttached();
    await expect(page.getByRole('alert')).toContainText('This browser cannot draw the world: it has no WebGL 2');
    await page.getByRole('link', { name: /records/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.context().close();
  }
});

test('a browser without WebAssembly walks, and is told that courses cannot be played', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Bo', undefined, {}, (fresh) =>
    fresh.addInitScript(() => void Reflect.deleteProperty(window, 'WebAssembly')),
  );
  await expect(page.getByText('This browser has no WebAssembly: you can walk, look and talk')).toBeVisible();
  await page.context().close();
});

test('a browser that runs no script of this age says why nothing begins', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  // As where the script does not parse: it arrives and does nothing.
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`${world.url}/?q=test`);
  await expect(page.getByText('this browser is too old for the world')).toBeHidden();
  // The page waits some seconds by an animation of its style, which here runs faster.
  const control = await page.context().newCDPSession(page);
  await control.send('Animation.enable');
  await control.send('Animation.setPlaybackRate', { playbackRate: 20 });
  await expect(page.getByText('this browser is too old for the world')).toBeVisible();
  await page.context().close();
});

/** As where cookies and site data are blocked. */
function keepNothing(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
}

test('every other page opens in a browser that keeps nothing', async ({ browser }) => {
  const nobody = `0x${'1'.repeat(40)}`;
  for (const [path, words] of [
    ['/create', 'Publish'],
    ['/records', 'Records'],
    ['/host', 'host'],
    [`/people/${nobody}`, 'Nobody here goes by this account.'],
    [`/watch/${'a'.repeat(64)}`, 'records'],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(`${path}: ${error}`));
    await keepNothing(page);
    await page.goto(`${world.url}${path}`, { waitUntil: 'commit' });
    await expect(page.locator('body')).toContainText(words);
    expect(broken).toEqual([]);
    await page.context().close();
  }
});

test('a browser that keeps nothing lets one in with a key in memory, and says so', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Cleo', undefined, {}, keepNothing);
  await expect(page.getByText('This browser does not keep anything: save your key in your profile')).toBeVisible();
  expect((await look(page)).address).toMatch(/^0x[0-9a-f]{40}$/);
  await page.context().close();
});

for (const [years, name] of [
  [-3, 'Dot'],
  [2, 'Eve'],
] as const)
  test(`a clock that is ${years} years off keeps nobody out`, async ({ browser }) => {
    const page = await walkIn(browser, world.url, name, undefined, {}, (fresh) =>
      fresh.addInitScript((off) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + off * 365 * 86_400_000;
      }, years),
    );
    expect((await look(page)).address).toMatch(/^0x[0-9a-f]{40}$/);
    await page.context().close();
  });

test('a page that sends every step four times walks no faster for others, and the host sees it counted @long', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Hare', undefined, {}, (fresh) =>
    fresh.addInitScript(() => {
      const INPUT = 19;
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (this: WebSocket, data: ArrayBuffer) {
        const first = ArrayBuffer.isView(data)
          ? new Uint8Array(data.buffer, data.byteOffset)[0]
          : new Uint8Array(data)[0];
        for (let count = first === INPUT ? 4 : 1; count > 0; count--) Reflect.apply(send, this, [data]);
      } as typeof send;
    }),
  );
  const watcher = await walkIn(browser, world.url, 'Watcher');
  const seen = async () => {
    const hare = (await look(watcher)).others.find(({ name }) => name === 'Hare');
    return hare === undefined ? null : { x: hare.x, z: hare.z, ms: await watcher.evaluate(() => performance.now()) };
  };
  await expect.poll(seen).not.toBeNull();
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyW');
  const from = await seen();
  let fastest = 0;
  await expect
    .poll(async () => {
      const to = await seen();
      if (from === null || to === null) return 0;
      const seconds = (to.ms - from.ms) / 1_000;
      if (seconds > 3) fastest = Math.max(fastest, Math.hypot(to.x - from.x, to.z - from.z) / (seconds + 1));
      return seconds;
    })
    .toBeGreaterThan(8);
  await page.keyboard.up('KeyW');
  // Four times as fast would be 24 m/s.
  expect(fastest).toBeLessThan(9);
  const host = await (await browser.newContext()).newPage();
  await host.goto(world.hostLink, { waitUntil: 'commit' });
  await expect(host.getByText('motion.too-fast')).toBeVisible();
  for (const one of [page, watcher, host]) await one.context().close();
});

test('whoever floods the chat or writes too long is told, and others read on', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Loud');
  const other = await comeInWithoutPage(world.url, 'Calm');
  const heard: string[] = [];
  other.onSaid(({ text }) => heard.push(text));
  const write = async (text: string) => {
    await page.keyboard.press('KeyT');
    const field = page.getByPlaceholder('Say something');
    // The page itself takes no more than a line: what reads it may have been changed.
    await field.evaluate((input) => input.removeAttribute('maxlength'));
    await field.fill(text);
  };
  await write('x'.repeat(1_000));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The message "chat" is not as it should be at text')).toBeVisible();
  await page.locator('.chat-form').evaluate((form) => {
    for (let count = 0; count < 8; count++) (form as HTMLFormElement).requestSubmit();
  });
  await expect(page.getByText('Too many "chat" messages at once; wait a moment.')).toBeVisible();
  await other.chat('Good morning.');
  await expect(page.locator('.chat-lines')).toContainText('Good morning.');
  await expect.poll(() => heard).toContain('Good morning.');
  expect(heard.filter((text) => text.includes('xxx'))).toEqual([]);
  await other.leave();
  await page.context().close();
});
