/** The page of one person: asks who that is, and says so; asks again when it is told to. */
import '#client/ui/theme.css';
import './people.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import { Api } from '#client/net/api.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { browserStorage } from '#client/play/storage.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { PersonPage, type PersonPhase } from './person-page.tsx';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';

const address = /^\/people\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
const page = signal<PersonPhase>({ kind: 'loading' });
effect(() => {
  document.body.dataset['state'] = page.value.kind;
});
render(<PersonPage page={page} onAgain={() => void ask()} />, app);
await ask();

async function ask(): Promise<void> {
  page.value = { kind: 'loading' };
  try {
    const person = await new Api('').profileOf(address.toLowerCase());
    page.value = { kind: 'ready', person };
    document.title = `${person.name} · ${t('person.title')}`;
  } catch (error) {
    page.value = { kind: 'failed', sentence: sentenceOf(error) };
  }
}
