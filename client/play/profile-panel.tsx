/** Who you are here: name, account, laurels, and the key that makes you the same person on another device. */
import { shortAddress, t } from '#client/i18n/translate.ts';
import { ConsentChoice } from '#client/ui/consent-box.tsx';
import { CopyButton } from '#client/ui/copy-button.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { Profile } from '#shared/protocol/routes.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';
import { KeyBox } from './key-box.tsx';
import { OwnTries } from './own-tries.tsx';
import { WearChoice } from './wear-choice.tsx';

interface ProfilePanelProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

/** Opens with what is known and fills in when the server answers. */
export function ProfilePanel({ hud, actions }: ProfilePanelProps) {
  const profile = hud.profile.value;
  return (
    <SidePanel title={t('panel.profile')} name="profile" onClose={actions.close}>
      {profile === null ? (
        <p role="status" class="soft">
          {t('loading')}
        </p>
      ) : (
        <div class="stack">
          <dl>
            <dt>{t('profile.name')}</dt>
            <dd>{profile.name}</dd>
            <dt>{t('profile.account')}</dt>
            <dd class="row">
              <span class="mono" title={profile.address}>
                {shortAddress(profile.address)}
              </span>
              <CopyButton text={profile.address} />
            </dd>
            <dt>{t('profile.attempts')}</dt>
            <dd>{profile.attempts}</dd>
          </dl>
          <p>
            <a href={`/people/${profile.address}`} target="_blank" rel="noopener">
              {t('profile.page')}
            </a>
          </p>
          <h3>{t('profile.laurels')}</h3>
          <Laurels profile={profile} />
          <OwnTries actions={actions} />
          <h3>{t('wear')}</h3>
          <WearChoice actions={actions} />
          <h3>{t('consent')}</h3>
          <ConsentChoice consent={actions.consent} />
          <h3>{t('key')}</h3>
          <KeyBox actions={actions} />
        </div>
      )}
    </SidePanel>
  );
}

function Laurels({ profile }: { readonly profile: Profile }) {
  if (profile.laurels.length === 0) return <p class="soft">{t('profile.no-laurels')}</p>;
  return (
    <ul class="laurels">
      {profile.laurels.map((laurel) => (
        <li key={laurel.tokenId} data-laurel={laurel.tokenId} data-laurel-state={laurel.state}>
          <span
            class={laurel.state === 'minted' ? 'dot pink' : laurel.state === 'invalidated' ? 'dot bad' : 'dot gold'}
          />
          <span>
            <b>{laurel.challengeTitle}</b> · {laurel.value}
            <br />
            <span class="soft small">{t(`laurel.${laurel.state}`)}</span>
            {laurel.attempt === null ? null : (
              <>
                {' '}
                <a
                  class="small"
                  href={`/watch/${laurel.attempt}`}
                  target="_blank"
                  rel="noopener"
                  aria-label={t('profile.watch', { title: laurel.challengeTitle })}
                >
                  {t('gate.watch')}
                </a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
