/** Every act with its key: press the button, then the key that shall do it; a key that is taken changes places. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { keyLabel } from '#client/i18n/key-words.ts';
import { t } from '#client/i18n/translate.ts';
import { ACTS, type Act, FIRST_KEYS, isChoosable, type Keys, withKey } from '#client/input/key-map.ts';

interface KeySettingsProps {
  readonly keys: Keys;
  readonly onChange: (keys: Keys) => void;
}

/** Esc leaves a key as it was. */
export function KeySettings({ keys, onChange }: KeySettingsProps) {
  const [asked, setAsked] = useState<Act | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Before the next picture: the key may follow at once.
  useLayoutEffect(() => {
    if (asked === null) return;
    const choose = (event: KeyboardEvent) => {
      // Nobody else may act on this key: it is an answer.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.code === 'Escape') setAsked(null);
      else if (!isChoosable(event.code)) setProblem(t('keys.refused'));
      else {
        onChange(withKey(keys, asked, event.code));
        setAsked(null);
        setProblem(null);
      }
    };
    window.addEventListener('keydown', choose, { capture: true });
    return () => window.removeEventListener('keydown', choose, { capture: true });
  }, [asked, keys, onChange]);
  return (
    <div class="stack">
      <p class="soft small">{t('keys.how')}</p>
      <ul class="key-list">
        {ACTS.map((act) => (
          <li key={act} class="row spread small">
            <span id={`act-${act}`}>{t(`act.${act}`)}</span>
            <button
              type="button"
              data-act={act}
              aria-labelledby={`act-${act} key-${act}`}
              aria-pressed={asked === act}
              onClick={() => setAsked(asked === act ? null : act)}
              onBlur={() => setAsked(null)}
            >
              <span id={`key-${act}`}>{asked === act ? t('keys.press') : keyLabel(keys[act])}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="bad small" role="alert">
        {problem}
      </p>
      <button type="button" class="quiet" onClick={() => onChange(FIRST_KEYS)}>
        {t('keys.reset')}
      </button>
    </div>
  );
}
