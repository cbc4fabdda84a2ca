/** The play page's heart: it turns frames into steps, gates into courses, and what happens into words. */
import { t } from '#client/i18n/translate.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { hasWebAssembly } from './abilities.ts';
import { Devices } from './devices.ts';
import { Gallery } from './gallery.ts';
import { Gathering } from './gathering.ts';
import type { HudState, Panel } from './hud-state.ts';
import { NewsDesk } from './news-desk.ts';
import type { OnCourse } from './on-course.ts';
import { Outing } from './outing.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { sentenceOf } from './sentence-of.ts';
import { Steering } from './steering.ts';
import type { Visit } from './visit.ts';
import { whenWoken } from './wakeful.ts';
import { WorldView } from './world-view.ts';

/** What the page gives the game. */
export interface GameNeeds {
  readonly hud: HudState;
  readonly settings: RememberedSettings;
  readonly canvas: HTMLCanvasElement;
  readonly scene: WorldScene;
  readonly visit: Visit;
  readonly client: WorldClient;
  readonly storage: Storage | null;
  /** The tier stands in the address: it stays. */
  readonly forced: boolean;
}

/** The page's text beside the world changes at most this often, ms. */
const HUD_MS = 100;

/** One visit to one world. */
export class Game {
  readonly hud: HudState;
  readonly scene: WorldScene;
  readonly client: WorldClient;
  readonly visit: Visit;
  readonly view: WorldView;
  readonly devices = new Devices(window);
  readonly news: NewsDesk;
  readonly #settings: RememberedSettings;
  readonly #forced: boolean;
  readonly #watch = new QualityWatch();
  readonly outing: Outing;
  readonly #gathering: Gathering;
  #hudMs = 0;
  #inGate: string | null = null;
  /** Counts gates that were asked for: an answer that comes after the next question is not shown. */
  #asked = 0;

  constructor({ hud, settings, canvas, scene, visit, client, forced, storage }: GameNeeds) {
    this.hud = hud;
    this.scene = scene;
    this.client = client;
    this.visit = visit;
    this.#settings = settings;
    this.#forced = forced;
    this.view = new WorldView(scene, client);
    this.news = new NewsDesk(hud, (act, ms) => void setTimeout(act, ms));
    this.outing = new Outing(this, { canvas, settings, storage });
    this.#gathering = new Gathering(this);
    new Steering(this, canvas, settings);
    this.#listen();
  }

  /** Opens a panel and fetches what it shows. */
  async open(panel: Panel): Promise<void> {
    const { hud } = this;
    hud.panel.value = panel;
    const { api } = this.visit;
    try {
      if (panel === 'profile') hud.profile.value = await api.profile();
      if (panel === 'automata') hud.automata.value = await api.automata();
      if (panel === 'board') hud.board.value = this.view.board;
    } catch (error) {
      this.news.toast('problem', sentenceOf(error));
    }
  }

  /** Shows what a gate holds. */
  async openGate(challenge: string): Promise<void> {
    const { hud } = this;
    const asked = ++this.#asked;
    hud.card.value = null;
    hud.cardProblem.value = null;
    hud.panel.value = 'gate';
    try {
      const card = await this.visit.api.challenge(challenge);
      if (asked === this.#asked) hud.card.value = card;
    } catch (error) {
      if (asked === this.#asked) hud.cardProblem.value = sentenceOf(error);
    }
  }

  /** Steps through the gate whose card is open. */
  async playCard(): Promise<void> {
    const card = this.hud.card.value;
    if (card !== null) await this.outing.begin(card);
  }

  /** The first thing that the open card offers; who waits already goes on waiting. */
  async enterGate(): Promise<void> {
    if (this.hud.waiting.value !== null) return;
    await ((this.hud.card.value?.starts ?? 1) > 1 ? this.gather() : this.playCard());
  }

  /** Waits at the gate whose card is open for others, or joins them. */
  async gather(): Promise<void> {
    const card = this.hud.card.value;
    if (card !== null) await this.#gathering.gather(card);
  }

  /** Begins with those who wait too. */
  setOff(): Promise<void> {
    return this.#gathering.setOff();
  }

  /** Waits no longer. */
  stopWaiting(): void {
    this.#gathering.stop();
  }

  /** One picture: what was done since the last one, then what it looks like. */
  frame(nowMs: number, seconds: number): void {
    const { scene, hud } = this;
    this.#watchSpeed(seconds * 1_000);
    hud.lineIsWeak.value = this.client.isLineWeak;
    hud.pictureIsLost.value = scene.isLost;
    const look = this.devices.look(seconds);
    scene.view.yaw += look.yaw;
    scene.view.pitch += look.pitch;
    const { course, bench } = this.outing;
    if (course !== null) this.#run(nowMs, course);
    else if (bench === null) this.#walk(nowMs);
    else {
      this.client.frame(nowMs, 0);
      bench.frame(seconds);
    }
    scene.render(nowMs / 1_000, seconds);
  }

  #listen(): void {
    const { hud, client, scene, view } = this;
    const gallery = new Gallery(scene, client);
    const refresh = () => {
      view.refresh();
      void gallery.refresh();
    };
    client.onChange(refresh);
    refresh();
    client.onSaid((said) => this.news.said(said));
    client.onNews((news) => {
      this.news.news(news);
      if (news.kind === 'laurel' || news.kind === 'gate' || news.kind === 'closed') scene.pulse(news.id);
      if (news.kind === 'minted') this.outing.minted();
    });
    // Who closes the page has left; only a line that breaks keeps a body waiting on the island.
    addEventListener('pagehide', ({ persisted }) => {
      if (!persisted) void client.leave();
    });
    client.onStatus((status) => {
      hud.connection.value = status;
      if (status.kind !== 'lost') return;
      this.outing.leave();
      hud.phase.value = 'lost';
    });
    whenWoken(window, () => client.look());
    if (!hasWebAssembly(window)) this.news.toast('problem', t('walk-in.no-wasm'));
    if (!this.visit.key.kept) this.news.toast('problem', t('walk-in.no-storage'));
  }

  #walk(nowMs: number): void {
    const { client, view, scene } = this;
    // Who waits for a course stands still: the keys they hold are meant for it.
    client.frame(nowMs, this.outing.isOpening ? 0 : this.devices.byte(scene.view.yaw));
    const { self, others } = view.drawWalkers(nowMs);
    if (self === null) return;
    if (this.hud.phase.value === 'joining') this.hud.phase.value = 'walking';
    scene.follow(self.x, self.y, self.z);
    if (this.outing.isOpening || !this.#hudIsDue(nowMs)) return;
    this.hud.people.value = 1 + others.filter((other) => !other.machine).length;
    this.#meetGate(scene.gateAt(self.x, self.z));
  }

  #run(nowMs: number, course: OnCourse): void {
    // The room keeps hearing that nobody walks, so that the body on the island stands still.
    this.client.frame(nowMs, 0);
    course.play(performance.now());
    course.draw();
    this.view.drawRunner(course.pose, course.companions);
    if (this.#hudIsDue(nowMs)) course.show();
  }

  #hudIsDue(nowMs: number): boolean {
    if (nowMs - this.#hudMs < HUD_MS) return false;
    this.#hudMs = nowMs;
    return true;
  }

  /** Walking into a gate opens its card once; walking away closes it. */
  #meetGate(id: string | null): void {
    const { hud } = this;
    if (id === this.#inGate) return;
    if (id === null && hud.panel.value === 'gate') hud.panel.value = null;
    this.#inGate = id;
    const gate = this.view.gates.find((other) => other.id === id);
    hud.near.value = gate === undefined ? null : { challenge: gate.id, title: gate.title };
    if (gate !== undefined && hud.panel.value === null) void this.openGate(gate.id);
  }

  /** Steps down when pictures come too slowly; never up by itself. */
  #watchSpeed(milliseconds: number): void {
    if (this.#forced || this.#settings.now.value.quality !== 'auto') return;
    const lower = this.#watch.add(milliseconds, this.scene.quality);
    if (lower !== null) void this.scene.setQuality(lower);
  }
}
