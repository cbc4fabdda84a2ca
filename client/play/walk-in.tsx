/** The one thing to do on the welcome card: a name, and in. */
import { useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';

interface WalkInProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

/** Works at once: who clicks before the world is there walks in as soon as it is. */
export function WalkIn({ hud, actions }: WalkInProps) {
  const [name, setName] = useState(hud.name.value);
  const problem = hud.problem.value;
  const busy = hud.phase.value === 'joining';
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        actions.walkIn(name);
      }}
    >
      <label class="stack small">
        {t('walk-in.name')}
        <input
          value={name}
          maxLength={24}
          required
          autocomplete="nickname"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={busy}>
        {busy ? t('walk-in.coming') : t('walk-in')}
      </button>
      {problem === null ? null : (
        <p class="bad small" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
