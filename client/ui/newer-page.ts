/** Says so when a part of the page does not arrive, as after an update of the server while the page was open. */
import { chosenLanguage, type Language, pickLanguage } from '#client/i18n/languages.ts';
import { browserStorage } from '#client/play/storage.ts';

/** Here and not in the dictionaries, because the dictionary may be the part that is missing. */
const WORDS: Readonly<Record<Language, { readonly what: string; readonly reload: string }>> = {
  en: { what: 'A part of this page did not arrive, or there is a newer one; reload it.', reload: 'Reload' },
  es: { what: 'Falta una parte de esta página, o hay una más nueva; vuelve a cargarla.', reload: 'Volver a cargar' },
  de: { what: 'Ein Teil dieser Seite kam nicht an, oder es gibt eine neuere; lade sie neu.', reload: 'Neu laden' },
};

/** Shows one line with a button over the page, once, when a part of its script does not arrive. */
export function watchForNewerPage(page: Window): void {
  page.addEventListener('vite:preloadError', () => show(page), { once: true });
}

function show({ document, location, navigator }: Window): void {
  const language = pickLanguage(chosenLanguage(browserStorage()), navigator.languages);
  const line = document.createElement('div');
  line.className = 'panel newer-page';
  line.lang = language;
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = WORDS[language].reload;
  button.addEventListener('click', () => location.reload());
  line.append(WORDS[language].what, button);
  document.body.append(line);
}
