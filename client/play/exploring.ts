/** Ticks off what the visitor explores on the island, and asks again for offers after every outing. */
import { effect } from '@preact/signals';
import { seenIn } from '#client/wayfinding/explorer.ts';
import { gestureNumber } from '#shared/protocol/gestures.ts';
import type { Game } from './game.ts';

/** At most this often, ms. */
const LOOK_MS = 500;
const SIT = gestureNumber('sit');

/** Looks about for one visit. */
export class Exploring {
  readonly #game: Game;
  #lookedMs = Number.NEGATIVE_INFINITY;

  constructor(game: Game) {
    this.#game = game;
    const { phase, card } = game.hud;
    let was = phase.peek();
    effect(() => {
      const now = phase.value;
      const family = card.peek()?.file.family;
      if ((now === 'course' || now === 'bench') && family !== undefined) game.quests.played(family);
      // What was just done changes what is worth doing next.
      if (now === 'walking' && (was === 'course' || was === 'bench')) void game.quests.refresh();
      was = now;
    });
  }

  /** As often as one likes, on the island. */
  look(self: { readonly x: number; readonly z: number }, nowMs: number): void {
    if (nowMs - this.#lookedMs < LOOK_MS) return;
    this.#lookedMs = nowMs;
    const { client, quests } = this.#game;
    const { avatars, works } = client.state;
    const others = [...avatars.entries()].filter(([session]) => session !== client.session);
    const steps = seenIn({
      self,
      sits: avatars.get(client.session)?.emote === SIT,
      others: others.map(([, { x, z, emote }]) => ({ x, z, sits: emote === SIT })),
      works: works.values(),
    });
    for (const step of steps) quests.explored(step);
  }
}
