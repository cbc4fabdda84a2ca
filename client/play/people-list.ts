/** Who else is here, as the panel of people lists them, and whom of them the visitor hears. */
import type { WorldClient } from '#client/net/world-client.ts';
import { gestureNumber } from '#shared/protocol/gestures.ts';
import type { HudState, PersonView } from './hud-state.ts';
import type { Muted } from './muted.ts';

/** While it lies open it is read at most this often, ms. */
const LIST_MS = 1_000;
const AWAY = gestureNumber('away');

type Page = Pick<HudState, 'persons' | 'pickedPerson' | 'panel'>;
type World = Pick<WorldClient, 'state' | 'session'>;

/** Writes the list into the page's signals. */
export class PeopleList {
  readonly #hud: Page;
  readonly #client: World;
  readonly #muted: Muted;
  #listedMs = 0;
  /** Whoever was asked for: they stay in the list when they have left. */
  #picked: { readonly address: string; readonly name: string } | null = null;

  constructor(hud: Page, client: World, muted: Muted) {
    this.#hud = hud;
    this.#client = client;
    this.#muted = muted;
  }

  /** Marks one of them; who has left is listed all the same. */
  pick(address: string, name: string): void {
    this.#picked = { address, name };
    this.#hud.pickedPerson.value = address;
  }

  /** Marks nobody: whoever has left is listed no more. */
  pickNobody(): void {
    this.#picked = null;
    this.#hud.pickedPerson.value = null;
  }

  /** Reads who is here: people first, then by name. */
  list(): void {
    const persons: PersonView[] = [];
    for (const [session, { address, name, machine, emote }] of this.#client.state.avatars.entries())
      if (session !== this.#client.session)
        persons.push({ session, address, name, machine, away: emote === AWAY, muted: this.#muted.has(address) });
    const gone = this.#picked;
    if (gone !== null && !persons.some(({ address }) => address === gone.address))
      persons.push({ session: null, ...gone, machine: false, away: false, muted: this.#muted.has(gone.address) });
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
