/** Firefox: the law and the works are the same as in Node and Chromium, and one walks, plays and wins there. */
import { expect, test } from '@playwright/test';
import { decodeTape } from '#shared/physics/tape.ts';
import golden from '#test/golden/replay-digest.json' with { type: 'json' };
import works from '#test/golden/works.json' with { type: 'json' };
import { type Firefox, openFirefox } from './support/firefox.ts';
import { throwAtForbidden } from './support/policy.ts';
import { openSourcePage, replayDigests, type SourcePage, workDigests } from './support/source-page.ts';
import { straightTape } from './support/straight-course.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const LONGEST = 3_600;
/** The first run on a machine installs Firefox. */
const INSTALL_MS = 600_000;
/** Everything here is drawn by the CPU. */
const PLAY_MS = 300_000;
const WAIT_MS = 60_000;

let firefox: Firefox;
let source: SourcePage;
let world: WorldProcess;
/** Ends what was opened, also where the next did not open. */
const endings: (() => Promise<void>)[] = [];

test.describe('in Firefox', { tag: '@long' }, () => {
  test.beforeAll(async () => {
    test.setTimeout(INSTALL_MS);
    world = await openTestWorld();
    endings.push(() => world.close());
    source = await openSourcePage('firefox');
    endings.push(() => source.close());
    firefox = await openFirefox();
    endings.push(() => firefox.close());
  });

  test.afterAll(async () => {
    await Promise.all(endings.map((end) => end()));
  });

  test('a replay ends in the committed digest', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(source.url);
    expect(await page.evaluate(replayDigests)).toEqual(golden);
    await page.close();
  });

  test('every generator grows the golden digests', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(source.url);
    expect(await page.evaluate(workDigests)).toEqual(works);
    await page.close();
  });

  test('a stranger walks, opens every panel, wins what machines could not, and nothing on the page breaks', async () => {
    test.setTimeout(PLAY_MS);
    const page = await firefox.browser.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(String(error)));
    await page.evaluateOnNewDocument(throwAtForbidden);
    const [card] = await (await fetch(`${world.url}/api/challenges`)).json();
    await page.goto(`${world.url}/?q=test&test=1`);
    await page.locator('input').fill('Fox');
    await page.locator('::-p-aria([name="Walk in"][role="button"])').click();
    await page.waitForSelector('body[data-state="walking"]');
    const at = () => page.evaluate(() => window.__game.snapshot().self?.z ?? 0);
    const before = await at();
    await page.keyboard.down('KeyW');
    await expect.poll(at).toBeLessThan(before - 1);
    await page.keyboard.up('KeyW');
    const doors = await page.$$eval('.doors button[aria-label]', (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-label') ?? ''),
    );
    expect(doors).toContain('Map');
    for (const door of doors.filter((name) => name !== 'Take pictures')) {
      await page.locator(`.doors button[aria-label="${door}"]`).click();
      await page.waitForSelector('[role="dialog"] h2');
      await page.keyboard.press('Escape');
      await page.waitForSelector('[role="dialog"]', { hidden: true });
    }

    await page.goto(`${world.url}/?q=test&test=1&gate=${card.id}`);
    await page.locator('::-p-aria([name="Walk in"][role="button"])').click();
    await page.waitForSelector('[data-panel="gate"] button.main:not(:disabled)');
    await page.keyboard.press('Enter');
    await page.waitForSelector('body[data-run="ready"]');
    const payload = straightTape();
    if (payload.kind !== 'tape') throw new Error('it is played by running');
    await page.evaluate((bytes) => window.__game.feed(bytes), [...decodeTape(payload.bytes, LONGEST)]);
    await page.waitForSelector('body[data-run="judged"]');
    await page.waitForSelector('::-p-text(A laurel for you)');
    const [record] = await (await fetch(`${world.url}/api/records`)).json();
    expect(record).toMatchObject({ challenge: card.id, holderName: 'Fox', laurel: true });
    expect(broken).toEqual([]);
    await page.close();
  });
});
