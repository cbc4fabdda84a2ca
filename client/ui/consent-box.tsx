/** May machines learn from this person? Asked once after a hand-in, and to be changed at any time in the profile. */
import './consent-box.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import type { ConsentWord } from '#client/net/consent-word.ts';

interface ConsentProps {
  readonly consent: ConsentWord;
}

/** Comes with the first solution that holds, for whoever never answered, and goes with the card it stands on. */
export function ConsentQuestion({ consent }: ConsentProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (consent.said.value === undefined) void consent.learn();
  }, [consent]);
  const isDue = consent.isDue;
  useEffect(() => {
    if (isDue) setOpen(true);
  }, [isDue]);
  useEffect(() => (isOpen ? () => consent.leaveOpen() : undefined), [isOpen, consent]);
  if (!isOpen) return null;
  return (
    <section class="consent stack" aria-label={t('consent')} data-consent={String(consent.said.value)}>
      <p>
        <b>{t('consent.ask')}</b>
      </p>
      <p class="soft small">
        {t('consent.same')} {t('consent.later')}
      </p>
      <Answers consent={consent} />
    </section>
  );
}

/** Always there: what stands, and the way to change it. */
export function ConsentChoice({ consent }: ConsentProps) {
  useEffect(() => {
    void consent.learn();
  }, [consent]);
  const said = consent.said.value;
  return (
    <section class="consent stack" aria-label={t('consent')} data-consent={String(said)}>
      <p>{t(said === true ? 'consent.given' : said === false ? 'consent.refused' : 'consent.ask')}</p>
      <p class="soft small">{t('consent.same')}</p>
      <p class="soft small">{t('consent.taken-back')}</p>
      <Answers consent={consent} />
    </section>
  );
}

function Answers({ consent }: ConsentProps) {
  const said = consent.said.value;
  const answer = consent.answer.value;
  return (
    <>
      <div class="row wrap">
        <button type="button" aria-pressed={said === true} onClick={() => void consent.say(true)}>
          {t('consent.yes')}
        </button>
        <button type="button" aria-pressed={said === false} onClick={() => void consent.say(false)}>
          {t('consent.no')}
        </button>
      </div>
      <p class={answer?.ok === false ? 'bad small' : 'small'} role="status">
        {answer?.sentence}
      </p>
    </>
  );
}
