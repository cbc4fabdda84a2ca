/** Map and suggestions: their code comes when they are first opened, the painted land stays for the visit. */
import type { ComponentChild } from 'preact';
import type { LandCanvas } from '#client/wayfinding/land-canvas.ts';
import type { WayActs } from '#client/wayfinding/way-buttons.tsx';
import type { HudState } from './hud-state.ts';

/** Answers with what a panel holds. */
export class WayPages {
  readonly #hud: HudState;
  #land: LandCanvas | null = null;

  constructor(hud: HudState) {
    this.#hud = hud;
  }

  /** The map with its list. */
  async map(acts: WayActs): Promise<() => ComponentChild> {
    const { MapBody, paintLand } = await import('#client/wayfinding/map-body.tsx');
    const known = this.#land;
    const land = known === null || known.state === 'broken' ? paintLand() : known;
    this.#land = land;
    return () => <MapBody way={this.#hud.way} acts={acts} land={land} />;
  }

  /** What to do next. */
  async quests(acts: WayActs & { askAgain(): void }): Promise<() => ComponentChild> {
    const { QuestBody } = await import('#client/wayfinding/quest-body.tsx');
    return () => <QuestBody quests={this.#hud.quests} way={this.#hud.way} acts={acts} />;
  }
}
