/** Waiting at a gate for others: what the page shows of it, and the way onto the course when all are there. */

import { effect } from '@preact/signals';
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import type { PartyNews } from '#shared/protocol/messages.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { PATIENCE_MS } from '#shared/protocol/wire.ts';
import type { WorldState } from '#shared/protocol/world-state.ts';
import type { Game } from './game.ts';

/** Follows the news of the own party for as long as the page lives. */
export class Gathering {
  readonly #game: Game;
  #card: ChallengeCard | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isPatient = false;

  constructor(game: Game) {
    this.#game = game;
    game.client.party.onNews((news) => this.#hear(news));
    game.client.onChange((state) => this.#look(state));
    // Who turns away from the gate waits no longer.
    effect(() => {
      if (game.hud.panel.value !== 'gate' && game.hud.waiting.peek() !== null) this.stop();
    });
  }

  /** Waits at the gate whose card is open, or joins who waits there. */
  async gather(card: ChallengeCard): Promise<void> {
    const { client, news, outing } = this.#game;
    this.#card = card;
    // What the course needs is fetched while one waits.
    outing.warmUp();
    const reply = await client.party.gather(card.id);
    if (!reply.ok) news.toast('problem', refusalInWords(reply));
  }

  /** Begins with those who are there. */
  async setOff(): Promise<void> {
    const reply = await this.#game.client.party.setOff();
    if (!reply.ok) this.#game.news.toast('problem', refusalInWords(reply));
  }

  /** Waits no longer. */
  stop(): void {
    this.#game.hud.waiting.value = null;
    this.#game.client.party.part();
  }

  /** Who waits where: written to the page only when it changes. */
  #look({ gates }: WorldState): void {
    const { waitingAt } = this.#game.hud;
    const now = [...gates.entries()].flatMap(([id, { waiting }]) => (waiting === '' ? [] : [[id, waiting] as const]));
    const before = waitingAt.value;
    if (now.length === before.size && now.every(([id, names]) => before.get(id) === names)) return;
    waitingAt.value = new Map(now);
  }

  /** Who has waited for long may begin as well: the server counts alike. */
  #beginWaiting(): void {
    clearTimeout(this.#patience);
    this.#isPatient = false;
    this.#patience = setTimeout(() => {
      this.#isPatient = true;
      const { waiting } = this.#game.hud;
      if (waiting.value !== null) waiting.value = { ...waiting.value, mayBegin: true };
    }, PATIENCE_MS);
  }

  #hear(news: PartyNews): void {
    const { hud, outing, client } = this.#game;
    const isGathering = news.phase === 'gathering';
    const isFirst = news.members[0]?.session === client.session;
    if (isGathering && hud.waiting.peek()?.challenge !== news.challenge) this.#beginWaiting();
    hud.waiting.value = isGathering
      ? {
          challenge: news.challenge,
          names: news.members.map(({ name }) => name),
          starts: news.starts,
          isFirst,
          mayBegin: isFirst || this.#isPatient,
        }
      : null;
    if (isGathering) return;
    const heard = { ...news, heardMs: performance.now() };
    if (outing.joint !== null) outing.joint.hear(heard);
    else if (news.phase === 'running' && this.#card?.id === news.challenge) void outing.beginJoint(this.#card, heard);
    else if (news.phase === 'ended') {
      outing.leave();
      this.#game.news.toast('problem', heardInWords(news.sentence));
    }
  }
}
