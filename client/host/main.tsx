/** The host page: the one-time link signs in, then the world's figures are shown and kept fresh. */
import { sentenceOf } from '#client/play/sentence-of.ts';
import '#client/ui/theme.css';
import './host.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { rememberedName } from '#client/play/name.ts';
import { browserStorage } from '#client/play/storage.ts';
import { signInAs } from '#client/play/visit.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { HostPage } from './host-page.tsx';
import { HostState } from './host-state.ts';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';

const state = new HostState((act, ms) => void setTimeout(act, ms));
// The word stands behind the # so that it is never sent as part of an address; it goes in once and is taken away here.
const word = new URLSearchParams(location.hash.slice(1)).get('word')?.trim() ?? '';
if (word !== '') history.replaceState(null, '', location.pathname + location.search);

effect(() => {
  document.body.dataset['state'] = state.phase.value;
});
render(<HostPage state={state} />, app);

signInAs(rememberedName(browserStorage()), () => undefined, word === '' ? undefined : word)
  .then((visit) => {
    if (visit.session().host) state.watch(visit.api);
    else {
      state.sentence.value = word === '' ? t('host.no-word') : t('host.used-word');
      state.phase.value = 'not-host';
    }
  })
  .catch((error: unknown) => {
    state.sentence.value = sentenceOf(error);
    state.phase.value = 'not-host';
  });
