/** Who else is here, as the panel of people lists them, and whom of them the visitor hears. */
import type { WorldClient } from '#client/net/world-client.ts';
import { gestureNumber } from '#shared/protocol/gestures.ts';
import type { HudState, PersonView } from './hud-state.ts';
import type { Muted } from './muted.ts';

/** While it lies open it is read at most this often, ms. */
const LIST_MS = 1_000;
const AWAY = gestureNumber('away');

/** Writes the list into the page's signals. */
export class PeopleList {
  readonly #hud: HudState;
  readonly #client: WorldClient;
  readonly #muted: Muted;
  #listedMs = 0;

  constructor(hud: HudState, client: WorldClient, muted: Muted) {
    this.#hud = hud;
    this.#client = client;
    this.#muted = muted;
  }

  /** Reads who is here: people first, then by name. */
  list(): void {
    const persons: PersonView[] = [];
    for (const [session, { address, name, machine, emote }] of this.#client.state.avatars.entries())
      if (session !== this.#client.session)
        persons.push({ session, address, name, machine, away: emote === AWAY, muted: this.#muted.has(address) });
    this.#hud.persons.value = persons.sort(
      (a, b) => Number(a.machine) - Number(b.machine) || a.name.localeCompare(b.name),
    );
  }

  /** As often as one likes: keeps the open panel true. */
  show(nowMs: number): void {
    if (this.#hud.panel.value !== 'people' || nowMs - this.#listedMs <= LIST_MS) return;
    this.#listedMs = nowMs;
    this.list();
  }

  /** Hears an account no more, or again. */
  mute(account: string, muted: boolean): void {
    this.#muted.set(account, muted);
    this.list();
  }
}
