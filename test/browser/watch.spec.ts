/** An attempt is watched from its recording: sought, slowed, set beside another, shared; and raced against at its gate. */
import { expect, type Page, test } from '@playwright/test';
import { Api } from '#client/net/api.ts';
import { openGuestKey } from '#client/net/guest-key.ts';
import { memoryKeyStore } from '#client/net/key-store.ts';
import { signIn } from '#client/net/sign-in.ts';
import { violations } from './support/accessibility.ts';
import { colours, givePictureBack, takePicture } from './support/graphics.ts';
import { playStraightCourse } from './support/live-run.ts';
import { walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

interface Kept {
  readonly id: string;
  readonly verdict: { readonly ok: boolean; readonly value: number; readonly digest: string };
}

let world: WorldProcess;
/** Of two people who played the course live: the second a little sooner at the goal. */
let slow: Kept;
let quick: Kept;

test.beforeAll(async () => {
  world = await openTestWorld();
  await playStraightCourse(world.url, 'Dora', 40);
  await playStraightCourse(world.url, 'Ema');
  const [first, second] = await keptRecords();
  if (first === undefined || second === undefined) throw new Error('two people set a record each');
  [slow, quick] = [first, second];
});

test.afterAll(async () => {
  await world.close();
});

/** The attempts behind the records of the one challenge, in the order of the records. */
async function keptRecords(): Promise<readonly Kept[]> {
  const read = async <T>(path: string) => (await (await fetch(world.url + path)).json()) as T;
  const [{ id }] = await read<readonly [{ id: string }]>('/api/challenges');
  const { records } = await read<{ records: readonly { attempt: string }[] }>(`/api/challenges/${id}`);
  return Promise.all(records.map(({ attempt }) => read<Kept>(`/api/attempts/${attempt}`)));
}

async function watch(page: Page, id: string): Promise<void> {
  await page.goto(`${world.url}/watch/${id}?q=test`, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="ready"]')).toBeAttached();
}

const tick = (page: Page) => page.locator('.clock[data-tick]').getAttribute('data-tick').then(Number);

test('a recorded run is computed again, sought, stepped and slowed by mouse and keyboard', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await watch(page, slow.id);
  await expect(page.getByRole('heading', { level: 1, name: 'One gap' })).toBeVisible();
  // What this machine makes of the recording is what the server made of it.
  await expect(page.locator('[data-check="same"]')).toHaveAttribute('data-digest', slow.verdict.digest);
  await expect(page.locator('.clock[data-length]')).toHaveAttribute('data-length', String(slow.verdict.value));
  // It plays by itself, and stops where one wants.
  await expect.poll(() => tick(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('slider', { name: 'Timeline' }).fill('100');
  await expect.poll(() => tick(page)).toBe(100);
  await page.locator('h1').click();
  await page.keyboard.press('Period');
  await page.keyboard.press('Period');
  await page.keyboard.press('Comma');
  await expect.poll(() => tick(page)).toBe(101);
  await page.getByRole('button', { name: /^Goal, at/ }).click();
  await expect.poll(() => tick(page)).toBe(slow.verdict.value);
  // Four times as fast and a quarter as fast, from the same place.
  await page.getByRole('button', { name: 'Speed ¼×' }).click();
  await page.keyboard.press('KeyR');
  await expect.poll(() => tick(page)).toBeGreaterThan(3);
  await page.keyboard.press('Space');
  expect(await tick(page)).toBeLessThan(slow.verdict.value);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a picture that the browser takes away is told, the player goes on, and the picture comes back by itself', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await watch(page, slow.id);
  await expect.poll(() => colours(page)).toBeGreaterThan(20);
  await takePicture(page);
  await expect(page.getByRole('alert')).toContainText(
    'The graphics of this device stopped for a moment; the recording',
  );
  await expect(page.getByRole('button', { name: 'Draw it again now' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Speed ¼×' }).click();
  await page.keyboard.press('KeyR');
  await expect.poll(() => tick(page)).toBeGreaterThan(10);
  await page.keyboard.press('Space');
  expect(await tick(page)).toBeLessThan(slow.verdict.value);
  await givePictureBack(page);
  await expect(page.locator('[data-picture="lost"]')).toHaveCount(0);
  await expect.poll(() => colours(page)).toBeGreaterThan(20);
  await page.context().close();
});

test('another record stands beside it, in one picture and in two, on a wide page and on a phone', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await watch(page, slow.id);
  await expect(page.getByText('It was passed since: Ema holds the record')).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Beside it' })
    .selectOption({ label: `Ema: ${(quick.verdict.value / 60).toFixed(2)} s` });
  await expect(page.locator(`[data-beside="${quick.id}"]`)).toHaveAttribute('data-split', 'false');
  await page.keyboard.press('KeyC');
  await expect(page.getByRole('button', { name: 'Fly freely' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Ahead' }).press('Enter');
  await page.getByRole('button', { name: 'Two pictures' }).click();
  await expect(page.locator('[data-split="true"]')).toBeAttached();
  await expect(page.locator('.halves-names')).toContainText('Ema');
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a shared link says what it shows, with a picture; one that leads nowhere says so and leads back', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await watch(page, quick.id);
  const seen = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  expect(await seen('og:title')).toBe(`One gap: ${(quick.verdict.value / 60).toFixed(2)} s by Ema`);
  const picture = await page.request.get((await seen('og:image')) ?? '');
  expect(picture.headers()['content-type']).toBe('image/png');
  const png = await picture.body();
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1_200, 630]);

  await page.goto(`${world.url}/watch/${'0'.repeat(64)}`, { waitUntil: 'commit' });
  await expect(page.getByRole('alert')).toContainText('There is no such attempt in this world');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'All records' }).click();
  await expect(page.locator('[data-entry="1"]')).toContainText('Dora');
  // And from there to the recording again.
  await page.getByRole('link', { name: 'Watch Dora on One gap' }).click();
  await expect(page.locator('[data-check="same"]')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/watch/${slow.id}`);
  await page.context().close();
});

test('at a gate one chooses who runs beside one, and races against a record', async ({ browser }) => {
  const [{ id }] = (await (await fetch(`${world.url}/api/challenges`)).json()) as readonly [{ id: string }];
  const page = await walkIn(browser, world.url, 'Flo', id);
  expect(await page.getByRole('link', { name: /^Watch .* by Dora/ }).getAttribute('href')).toBe(`/watch/${slow.id}`);
  await page.getByLabel('Who runs beside you').selectOption('The record holder');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByText('The pale robot is the record run of Ema')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${world.url}/?q=test&test=1&gate=${id}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.getByLabel('Who runs beside you')).toHaveValue('record');
  await page.getByRole('button', { name: /^Race against it: .* by Dora/ }).click();
  await expect(page.getByText('The pale robot is the record run of Dora')).toBeVisible();
  await page.context().close();
});

test('a solution that no feet ran is put together piece by piece, beside the machine’s', async ({ browser }) => {
  const benches = await openTestWorld('benches');
  const api = new Api(benches.url);
  const key = await openGuestKey(memoryKeyStore());
  const session = await signIn({ api, key, name: 'Gus', origin: benches.url });
  const lanterns = (await api.challenges()).find(({ title }) => title === 'Lanterns apart');
  const points = [
    [0, 0, 0],
    [1, 2, 3],
    [3, 1, 0],
  ];
  const intent = { kind: 'attempt', challenge: lanterns?.id ?? '', payload: { kind: 'points', points } } as const;
  const ruling = await new Api(benches.url, () => session.token).intent(intent);
  if (!ruling.accepted) throw new Error(ruling.sentence);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${benches.url}/watch/${ruling.id}?q=test`, { waitUntil: 'commit' });
  await expect(page.locator('[data-check="same"]')).toBeVisible();
  await expect(page.locator('.clock')).toHaveText('3 of 3 pieces');
  await page.getByRole('button', { name: 'One piece back' }).press('Enter');
  await expect(page.locator('.clock')).toHaveText('2 of 3 pieces');
  await page.getByRole('combobox', { name: 'Beside it' }).selectOption({ index: 1 });
  await expect(page.locator('.halves-names')).toContainText('tabu-lines');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
  await benches.close();
});
