/** The law is the same in the browser as in Node: a scene of each form with every piece, one tape, one digest. */
import { expect, test } from '@playwright/test';
import golden from '#test/golden/replay-digest.json' with { type: 'json' };
import { openSourcePage, replayDigests, type SourcePage } from './support/source-page.ts';

let source: SourcePage;

test.beforeAll(async () => {
  source = await openSourcePage('digest');
});

test.afterAll(async () => {
  await source.close();
});

test('a replay ends in the same digest in Chromium as the committed one', async ({ page }) => {
  await page.goto(source.url);
  expect(await page.evaluate(replayDigests)).toEqual(golden);
});
