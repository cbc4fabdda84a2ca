/** What a first visit is told, one line at a time: each goes by itself when it was done, and is not said again. */

/** In the order in which a newcomer needs them. */
export const HINTS = ['walk', 'follow', 'enter', 'clock'] as const;
export type Hint = (typeof HINTS)[number];

/** Where it is kept which hints were done; `off`: no more of them. */
const KEY = 'dimension.hints.1';
const OFF = 'off';
/** Who has walked this far knows how, m. */
const WALKED = 4;

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** Told by the game what the visitor does; tells the page what to say. */
export class Hints {
  readonly #memory: Memory | null;
  readonly #show: (hint: Hint | null) => void;
  #done: ReadonlySet<Hint>;
  #off: boolean;
  #last: { readonly x: number; readonly z: number } | null = null;
  #walked = 0;

  constructor(memory: Memory | null, show: (hint: Hint | null) => void) {
    this.#memory = memory;
    this.#show = show;
    const kept = memory?.getItem(KEY) ?? '';
    this.#off = kept === OFF;
    this.#done = new Set(HINTS.filter((hint) => kept.split(' ').includes(hint)));
  }

  /** The visitor wants none. */
  get off(): boolean {
    return this.#off;
  }

  /** They are on the island, and perhaps in a gate. */
  onIsland(x: number, z: number, atGate: boolean): void {
    if (this.#last !== null) this.#walked += Math.hypot(x - this.#last.x, z - this.#last.z);
    this.#last = { x, z };
    if (this.#walked > WALKED || atGate) this.#finish('walk');
    if (atGate) this.#finish('follow');
    this.#say(['walk', 'follow', 'enter']);
  }

  /** They are on a course, and perhaps under way. */
  onCourse(running: boolean): void {
    this.#last = null;
    for (const hint of ['walk', 'follow', 'enter'] as const) this.#finish(hint);
    if (running) this.#finish('clock');
    this.#say(['clock']);
  }

  /** No more of them. */
  dismiss(): void {
    this.#off = true;
    this.#keep();
    this.#show(null);
  }

  /** All of them again. */
  again(): void {
    this.#off = false;
    this.#done = new Set();
    this.#walked = 0;
    this.#keep();
  }

  #say(among: readonly Hint[]): void {
    this.#show(this.#off ? null : (among.find((hint) => !this.#done.has(hint)) ?? null));
  }

  #finish(hint: Hint): void {
    if (this.#done.has(hint)) return;
    this.#done = new Set([...this.#done, hint]);
    this.#keep();
  }

  #keep(): void {
    try {
      this.#memory?.setItem(KEY, this.#off ? OFF : [...this.#done].join(' '));
    } catch {
      // Private windows refuse: the hints then come again at the next visit.
      return;
    }
  }
}
