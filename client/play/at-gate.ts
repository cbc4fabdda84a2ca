/** A visitor at a gate: which one they stand in, the card of what it holds, and what they begin from there. */
import type { Game } from './game.ts';
import { sentenceOf } from './sentence-of.ts';

type Needs = Pick<Game, 'hud' | 'visit' | 'view' | 'outing' | 'gathering'>;

/** One card at a time. */
export class AtGate {
  readonly #game: Needs;
  #inside: string | null = null;
  /** Counts gates that were asked for: an answer that comes after the next question is not shown. */
  #asked = 0;

  constructor(game: Needs) {
    this.#game = game;
  }

  /** Walking into a gate opens its card once; walking away closes it. @param id of the gate one stands in, or null */
  meet(id: string | null): void {
    const { hud, view } = this.#game;
    if (id === this.#inside) return;
    if (id === null && hud.panel.value === 'gate') hud.panel.value = null;
    this.#inside = id;
    const gate = view.gates.find((other) => other.id === id);
    hud.near.value = gate === undefined ? null : { challenge: gate.id, title: gate.title };
    if (gate !== undefined && hud.panel.value === null) void this.open(gate.id);
  }

  /** Shows what a gate holds. */
  async open(challenge: string): Promise<void> {
    const { hud, visit } = this.#game;
    const asked = ++this.#asked;
    hud.card.value = null;
    hud.cardProblem.value = null;
    hud.panel.value = 'gate';
    try {
      const card = await visit.api.challenge(challenge);
      if (asked === this.#asked) hud.card.value = card;
    } catch (error) {
      if (asked === this.#asked) hud.cardProblem.value = { challenge, sentence: sentenceOf(error) };
    }
  }

  /** The first thing that the open card offers; who waits already goes on waiting. */
  async enter(): Promise<void> {
    const { hud } = this.#game;
    if (hud.waiting.value !== null) return;
    await ((hud.card.value?.starts ?? 1) > 1 ? this.gather() : this.play());
  }

  /** Steps through the gate whose card is open. */
  async play(): Promise<void> {
    const { hud, outing } = this.#game;
    if (hud.card.value !== null) await outing.begin(hud.card.value);
  }

  /** Steps through it to run against a record. */
  async race(attempt: string): Promise<void> {
    const { hud, outing } = this.#game;
    if (hud.card.value !== null) await outing.race(hud.card.value, attempt);
  }

  /** Waits at it for others, or joins them. */
  async gather(): Promise<void> {
    const { hud, gathering } = this.#game;
    if (hud.card.value !== null) await gathering.gather(hud.card.value);
  }
}
