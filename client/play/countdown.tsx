/** The big number before a joint run: everybody starts in the same moment. */
import type { HudState } from './hud-state.ts';

/** Shown until the first tick; the words beside the clock say the same to those who do not see it. */
export function Countdown({ hud }: { readonly hud: HudState }) {
  const seconds = hud.run.value?.countdown ?? null;
  if (seconds === null) return null;
  return (
    <div class="countdown" aria-hidden="true" data-countdown={seconds}>
      {seconds}
    </div>
  );
}
