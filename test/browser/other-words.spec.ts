/** The same pages for a visitor whose browser speaks German, and what every page says when it is not answered. */
import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;
let lanterns: string;

test.beforeAll(async () => {
  world = await openTestWorld('benches');
  const cards: readonly { id: string; title: string }[] = await (await fetch(`${world.url}/api/challenges`)).json();
  lanterns = cards.find(({ title }) => title === 'Lanterns apart')?.id ?? '';
});

test.afterAll(async () => {
  await world.close();
});

const GERMAN: BrowserContextOptions = { locale: 'de-DE' };

/** The page says that it is German, in its language and to everybody. */
async function isGerman(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  expect(await violations(page)).toEqual([]);
}

/** A door in the bar at the top. */
const door = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a German visitor comes in, reads a gate, solves, watches it again and reads the records in German', async ({
  browser,
}) => {
  const page = await (await browser.newContext(GERMAN)).newPage();
  await page.goto(`${world.url}/?q=test&test=1&gate=${lanterns}`, { waitUntil: 'commit' });
  await page.getByLabel('Dein Name hier').fill('Gerda');
  await isGerman(page);
  await page.getByRole('button', { name: 'Hineingehen' }).click();
  const gate = page.getByRole('dialog', { name: 'Lanterns apart' });
  const task = /^Setz so viele Laternen/;
  await expect(gate.getByText(task)).toBeVisible();
  await isGerman(page);
  // At the bench, to the record, and what it says of it where it is watched.
  await page.getByRole('button', { name: 'Spielen', exact: true }).click();
  await expect(page.locator('.bench-score')).toBeVisible();
  for (const key of ['Space', 'PageUp', 'ArrowRight', 'Space', 'PageUp', 'ArrowUp', 'Space'])
    await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Einreichen' }).click();
  const outcome = page.getByRole('region', { name: 'Was der Server sagt' });
  const watch = outcome.getByRole('link', { name: 'Ansehen, in einem neuen Tab' });
  const recording = `${world.url}${(await watch.getAttribute('href')) ?? ''}`;
  await isGerman(page);
  await outcome.getByRole('button', { name: 'Zurück zur Insel' }).click();
  await door(page, 'Du').click();
  const own = page.getByRole('dialog', { name: 'Du' });
  await own.getByText('Deine Versuche').click();
  await expect(own.getByRole('link', { name: /^„Lanterns apart“ vom .* ansehen/ })).toHaveAttribute(
    'href',
    recording.slice(world.url.length),
  );
  await isGerman(page);

  for (const [name, words] of [
    ['Automaten', 'Ihr Code gehört ihnen'],
    ['Die Tafel', 'Alle Rekorde'],
    ['Wer hier ist', 'Automat'],
  ] as const) {
    await (name === 'Wer hier ist' ? page.getByRole('button', { name: '1 Mensch hier' }) : door(page, name)).click();
    await expect(page.getByRole('dialog', { name })).toContainText(words);
    await isGerman(page);
  }

  await page.goto(`${recording}?q=test`, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="ready"]')).toBeAttached();
  await expect(page.getByText(task)).toBeVisible();
  await isGerman(page);
  await page.goto(`${world.url}/records`, { waitUntil: 'commit' });
  await expect(page.getByRole('cell', { name: 'keine drei auf einer Linie' })).toBeVisible();
  await expect(page.getByLabel('Art').getByRole('option', { name: 'gefaltete Ketten' })).toBeAttached();
  await isGerman(page);
  await page.context().close();
});

test('what could not be fetched is said in one sentence, and asked for again', async ({ browser }) => {
  const cards = '**/api/challenges/*';
  const page = await walkIn(browser, world.url, 'Ada', lanterns, {}, (at) => at.route(cards, (route) => route.abort()));
  const sentence = 'The world cannot be reached right now.';
  const again = page.getByRole('button', { name: 'Ask again' });
  await expect(page.getByRole('dialog', { name: 'Gate' }).getByRole('alert')).toHaveText(sentence);
  await page.unroute(cards);
  await again.click();
  await expect(page.getByRole('dialog', { name: 'Lanterns apart' })).toBeVisible();

  const silence = () => page.route('**/api/**', (route) => route.abort());
  const speak = () => page.unroute('**/api/**');
  for (const [name, words] of [
    ['You', 'Tries'],
    ['Automata', 'They own their code'],
    ['The board', 'The newest laurels'],
  ] as const) {
    await silence();
    await door(page, name).click();
    const panel = page.getByRole('dialog', { name });
    await expect(panel.getByRole('alert')).toHaveText(sentence);
    expect(await violations(page)).toEqual([]);
    await speak();
    await again.click();
    await expect(panel).toContainText(words);
    await expect(panel.getByRole('alert')).toHaveCount(0);
    await expect(panel).not.toContainText('One moment');
    if (name !== 'You') continue;
    await panel.getByText('Your tries').click();
    await expect(panel).toContainText('Nothing of yours has been judged yet.');
  }

  const { address } = await look(page);
  for (const [path, answer] of [
    [`/people/${address}`, page.getByRole('heading', { level: 1, name: 'Ada' })],
    [`/watch/${'0'.repeat(64)}`, page.getByText('There is no such attempt in this world')],
  ] as const) {
    await silence();
    await page.goto(world.url + path, { waitUntil: 'commit' });
    await expect(page.getByRole('alert')).toContainText(sentence);
    await speak();
    await again.click();
    await expect(answer).toBeVisible();
  }
  await page.context().close();
});
