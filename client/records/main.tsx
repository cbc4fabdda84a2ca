/** The records page: what was found, where the frontier stands, and how to take it all along. */
import '#client/ui/theme.css';
import './records.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { Api } from '#client/net/api.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { browserStorage } from '#client/play/storage.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { RecordsPage } from './records-page.tsx';
import { RecordsState } from './records-state.ts';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';

const state = new RecordsState(new Api(''), (act, ms) => void setTimeout(act, ms));
effect(() => {
  document.body.dataset['state'] = state.phase.value;
});
render(<RecordsPage state={state} />, app);
state.watch();
