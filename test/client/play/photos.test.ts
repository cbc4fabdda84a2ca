/** The way into photo mode: what it takes comes late, and may not come. */
import { expect, test } from 'vitest';
import type { Game } from '#client/play/game.ts';
import { createHudState } from '#client/play/hud-state.ts';
import { NewsDesk } from '#client/play/news-desk.ts';
import type { PhotoMode } from '#client/play/photo-mode.ts';
import { Photos } from '#client/play/photos.ts';

/** Takes no pictures, but is there. */
class Standing {
  leave(): void {}
}

const CODE = { PhotoMode: Standing as unknown as typeof PhotoMode };

/** On the island, with a panel open; each time the code comes, or does not, as told. */
function walking(...loads: (() => Promise<typeof CODE>)[]) {
  const hud = createHudState();
  hud.phase.value = 'walking';
  hud.panel.value = 'board';
  const news = new NewsDesk(
    hud,
    () => false,
    () => undefined,
  );
  const game = { hud, news } as unknown as Game;
  const none = () => Promise.reject(new Error('nothing more is loaded'));
  return { hud, photos: new Photos(game, () => (loads.shift() ?? none)()) };
}

const broken = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/a.js'));

test('where the code of photo mode does not come one sentence says so, and a press after it came begins', async () => {
  const { hud, photos } = walking(broken, async () => CODE);
  await photos.begin();
  expect(hud.toasts.value.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ['problem', 'A part of this page did not arrive. Reload the page.'],
  ]);
  expect(hud.photo.value).toBeNull();
  expect(hud.panel.value).toBe('board');
  await photos.begin();
  expect(hud.photo.value).toBeInstanceOf(Standing);
  expect(hud.panel.value).toBeNull();
  expect(hud.toasts.value).toHaveLength(1);
});

test('whoever has gone into a course by the time it comes takes no pictures there', async () => {
  const { hud, photos } = walking(async () => {
    hud.phase.value = 'course';
    return CODE;
  });
  await photos.begin();
  expect(hud.photo.value).toBeNull();
  expect(hud.toasts.value).toEqual([]);
});
