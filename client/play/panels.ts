/** The panels beside the world: which of them lies open, and what is fetched for it. */
import type { Game } from './game.ts';
import type { Panel } from './hud-state.ts';
import { sentenceOf } from './sentence-of.ts';

type Needs = Pick<Game, 'hud' | 'visit' | 'view' | 'autopilot' | 'people' | 'quests' | 'news'>;

/** Opens them; whatever closes one only empties the signal. */
export class Panels {
  readonly #game: Needs;
  /** Counts openings: an answer that comes after the next one is no longer waited for. */
  #opened = 0;

  constructor(game: Needs) {
    this.#game = game;
  }

  /** Opens a panel and fetches what it shows. */
  open(panel: Panel): Promise<void> {
    if (panel === 'people') this.#game.people.pickNobody();
    return this.#open(panel);
  }

  async #open(panel: Panel): Promise<void> {
    const { hud, visit, view, autopilot, people, quests, news } = this.#game;
    const opened = ++this.#opened;
    hud.panel.value = panel;
    hud.panelProblem.value = null;
    autopilot.list();
    const { api } = visit;
    try {
      if (panel === 'profile') hud.profile.value = await api.profile();
      if (panel === 'automata') hud.automata.value = await api.automata();
      if (panel === 'board') {
        hud.board.value = view.board;
        hud.sky.value = view.mood;
        hud.days.value = await api.news();
      }
      if (panel === 'people') people.list();
      if (panel === 'quests') await quests.refresh();
    } catch (error) {
      if (opened !== this.#opened) return;
      hud.panelProblem.value = sentenceOf(error);
      // What was fetched before stays readable, and is not taken for what is so now.
      if ((panel === 'profile' || panel === 'automata') && hud[panel].value !== null)
        news.toast('problem', sentenceOf(error));
    }
  }

  /** Opens a panel, or closes it where it lies open. */
  toggle(panel: Panel): void {
    const { hud } = this.#game;
    if (hud.panel.value === panel) hud.panel.value = null;
    else void this.open(panel);
  }

  /** Opens the list of people at one of them, also when they have left. */
  openPerson(address: string, name: string): void {
    this.#game.people.pick(address, name);
    void this.#open('people');
  }
}
