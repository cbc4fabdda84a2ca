/** The guest key: keep it as a file or a QR picture, bring one from a file, a picture or as text. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortAddress, t } from '#client/i18n/translate.ts';
import type { FormerKey } from '#client/net/guest-key.ts';
import type { HudActions } from './hud-actions.ts';
import { readQr } from './read-qr.ts';

/** Nothing leaves the browser: the file is made here, and so is the picture. */
export function KeyBox({ actions }: { readonly actions: HudActions }) {
  const [picture, setPicture] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly sentence: string; readonly bad: boolean } | null>(null);
  const [asked, setAsked] = useState<{ readonly key: string; readonly account: string } | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const bring = async (key: string, sure: boolean) => {
    const answer = await actions.bringKey(key.trim(), sure);
    setAsked(answer.kind === 'asks' ? { key, account: answer.account } : null);
    if (answer.kind === 'refused') setSaid({ sentence: answer.sentence, bad: true });
    else setSaid(answer.kind === 'taken' ? { sentence: t('key.brought'), bad: false } : null);
  };
  return (
    <div class="stack">
      <p class="soft small">{t('key.why')}</p>
      <div class="row wrap">
        <button type="button" onClick={() => saveFile(actions.keyText())}>
          {t('key.save')}
        </button>
        <button
          type="button"
          aria-pressed={picture !== null}
          onClick={() => void toggle(actions.keyText(), picture, setPicture)}
        >
          {t('key.qr')}
        </button>
      </div>
      {picture === null ? null : <img class="qr" src={picture} alt={t('key.qr-alt')} width={232} height={232} />}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void bring(text.current?.value ?? '', false);
        }}
      >
        <label class="stack small">
          {t('key.bring')}
          <textarea
            ref={text}
            class="mono"
            rows={3}
            autocomplete="off"
            spellcheck={false}
            placeholder={t('key.placeholder')}
          />
        </label>
        <div class="row wrap">
          <button type="submit">{t('key.use')}</button>
          <label class="button">
            {t('key.file')}
            <input
              class="seen-by-none"
              type="file"
              accept=".txt,.json,.key,image/*"
              onChange={async (event) => {
                const file = event.currentTarget.files?.[0];
                if (file === undefined) return;
                const found = file.type.startsWith('image/') ? await readQr(file) : (await file.text()).slice(0, 2_000);
                if (found === null) setSaid({ sentence: t('key.no-qr'), bad: true });
                else await bring(found, false);
              }}
            />
          </label>
        </div>
      </form>
      <FormerKeys actions={actions} onUse={(key) => void bring(key, false)} />
      {asked === null ? null : (
        <div class="stack" role="alert" data-asks-key={asked.account}>
          <p class="small">{t('key.other', { account: shortAddress(asked.account) })}</p>
          <div class="row wrap">
            <button type="button" onClick={() => void bring(asked.key, true)}>
              {t('key.become', { account: shortAddress(asked.account) })}
            </button>
            <button type="button" class="main" onClick={() => setAsked(null)}>
              {t('key.stay')}
            </button>
          </div>
        </div>
      )}
      <p role="status" class={said?.bad === true ? 'bad small' : 'small'}>
        {said?.sentence ?? ''}
      </p>
    </div>
  );
}

interface FormerKeysProps {
  readonly actions: Pick<HudActions, 'formerKeys'>;
  readonly onUse: (key: string) => void;
}

/** Keys that another one took the place of: each may be the only way to somebody's laurels. */
function FormerKeys({ actions, onUse }: FormerKeysProps) {
  const [keys, setKeys] = useState<readonly FormerKey[]>([]);
  useEffect(() => {
    void actions.formerKeys().then(setKeys);
  }, []);
  if (keys.length === 0) return null;
  return (
    <details>
      <summary>{t('key.former')}</summary>
      <ul class="former-keys">
        {keys.map(({ address, text }) => {
          const account = shortAddress(address);
          return (
            <li key={address} class="row wrap" data-former-key={address}>
              <span class="mono" title={address}>
                {account}
              </span>
              <button type="button" aria-label={t('key.save-whose', { account })} onClick={() => saveFile(text)}>
                {t('key.save')}
              </button>
              <button type="button" aria-label={t('key.use-whose', { account })} onClick={() => onUse(text)}>
                {t('key.use-again')}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

async function toggle(key: string, picture: string | null, show: (picture: string | null) => void): Promise<void> {
  if (picture !== null) return show(null);
  const { toDataURL } = await import('qrcode');
  show(await toDataURL(key, { margin: 2, width: 464, color: { dark: '#181236', light: '#ffffff' } }));
}

function saveFile(key: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${key.trimEnd()}\n`], { type: 'text/plain' }));
  link.download = 'dimension-key.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}
