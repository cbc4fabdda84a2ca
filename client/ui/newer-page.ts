/** Says so when a part of the page no longer exists on the server, as after an update while the page was open. */

/** In English here, because the dictionary may be the part that is missing. */
const SENTENCE = 'This page is out of date; reload it.';

/** Shows one line with a button over the page, once, when a part of its script does not arrive. */
export function watchForNewerPage(page: Window): void {
  page.addEventListener('vite:preloadError', () => show(page), { once: true });
}

function show({ document, location }: Window): void {
  const line = document.createElement('div');
  line.className = 'panel newer-page';
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Reload';
  button.addEventListener('click', () => location.reload());
  line.append(SENTENCE, button);
  document.body.append(line);
}
