/** The play page's heart: it turns frames into steps, gates into courses, and what happens into words. */
import { refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import { ConsentWord } from '#client/net/consent-word.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { Quests } from '#client/wayfinding/quests.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { gestureNumber } from '#shared/protocol/gestures.ts';
import { hasWebAssembly } from './abilities.ts';
import { Autopilot } from './autopilot.ts';
import { Devices } from './devices.ts';
import { Exploring } from './exploring.ts';
import { Gallery } from './gallery.ts';
import { Gathering } from './gathering.ts';
import { guideWords } from './guide-words.ts';
import { Hearing } from './hearing.ts';
import { Hints } from './hints.ts';
import type { HudState, Panel, PersonView } from './hud-state.ts';
import { Muted } from './muted.ts';
import { NewsDesk } from './news-desk.ts';
import type { OnCourse } from './on-course.ts';
import { StudioOpener } from './open-studio.ts';
import { Outing } from './outing.ts';
import { PadMenu } from './pad-menu.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { sentenceOf } from './sentence-of.ts';
import { Steering } from './steering.ts';
import type { Visit } from './visit.ts';
import { whenWoken } from './wakeful.ts';
import { Wardrobe } from './wardrobe.ts';
import { WayPages } from './way-pages.tsx';
import { WorldView } from './world-view.ts';
import { rememberedWear, rememberWear } from './worn-work.ts';

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
/** The list of people at most this often, ms. */
const LIST_MS = 1_000;
const AWAY = gestureNumber('away');

/** One visit to one world. */
export class Game {
  readonly hud: HudState;
  readonly scene: WorldScene;
  readonly client: WorldClient;
  readonly visit: Visit;
  readonly view: WorldView;
  readonly consent: ConsentWord;
  readonly devices = new Devices(window);
  readonly news: NewsDesk;
  readonly #studio = new StudioOpener();
  readonly wardrobe: Wardrobe;
  readonly hints: Hints;
  readonly #storage: Storage | null;
  #worn: string | null;
  readonly #muted: Muted;
  readonly autopilot: Autopilot;
  readonly quests: Quests;
  readonly pages: WayPages;
  readonly #exploring: Exploring;
  readonly #settings: RememberedSettings;
  readonly #forced: boolean;
  readonly #watch = new QualityWatch();
  readonly outing: Outing;
  readonly #gathering: Gathering;
  readonly #hearing: Hearing;
  readonly #pad: PadMenu;
  #hudMs = 0;
  #listedMs = 0;
  #inGate: string | null = null;
  /** Counts gates that were asked for: an answer that comes after the next question is not shown. */
  #asked = 0;

  constructor({ hud, settings, canvas, scene, visit, client, forced, storage }: GameNeeds) {
    this.hud = hud;
    this.scene = scene;
    this.client = client;
    this.visit = visit;
    this.consent = new ConsentWord(visit.api);
    this.#settings = settings;
    this.#forced = forced;
    this.#storage = storage;
    this.#worn = rememberedWear(storage);
    this.wardrobe = new Wardrobe(scene.skins, client, this.#studio);
    this.hints = new Hints(storage, (hint) => {
      hud.hint.value = hint;
    });
    this.view = new WorldView(scene, client);
    this.#muted = new Muted(storage);
    this.news = new NewsDesk(
      hud,
      (account) => this.#muted.has(account),
      (act, ms) => void setTimeout(act, ms),
    );
    this.outing = new Outing(this, { canvas, settings, storage });
    this.quests = new Quests({ state: hud.quests, api: visit.api, storage, sentenceOf });
    this.pages = new WayPages(hud);
    this.#exploring = new Exploring(this);
    this.autopilot = new Autopilot(this);
    this.#gathering = new Gathering(this);
    this.#hearing = new Hearing({ hud, settings, scene, view: this.view });
    this.#pad = new PadMenu(this, document);
    new Steering(this, canvas, settings);
    this.#listen();
  }

  /** The eye leaves the body to take pictures; what it takes is loaded when it is first wanted. */
  async takePhotos(): Promise<void> {
    const { PhotoMode } = await import('./photo-mode.ts');
    if (this.hud.phase.value !== 'walking' || this.hud.photo.value !== null) return;
    this.hud.panel.value = null;
    this.hud.photo.value = new PhotoMode(this.scene);
  }

  leavePhoto(): void {
    this.hud.photo.value?.leave();
    this.hud.photo.value = null;
  }

  /** The work that is worn, or null. */
  get worn(): string | null {
    return this.#worn;
  }

  /** Wears a work and keeps the choice; answers with the sentence to show when that is refused, or null. */
  async wear(work: string | null): Promise<string | null> {
    const reply = await this.client.wear(work);
    if (!reply.ok) return refusalInWords(reply);
    this.#worn = work;
    rememberWear(this.#storage, work);
    return null;
  }

  /** The visitor finds their own way. */
  dismissHints(): void {
    this.hints.dismiss();
    this.hud.guide.value = null;
    void this.client.waveOff();
  }

  /** Hears an account no more, or again. */
  mute(account: string, muted: boolean): void {
    this.#muted.set(account, muted);
    this.#listPeople();
  }

  /** Opens the list of people at one of them. */
  openPerson(session: string): void {
    this.hud.pickedPerson.value = session;
    void this.open('people');
  }

  /** Opens a panel and fetches what it shows. */
  async open(panel: Panel): Promise<void> {
    const { hud } = this;
    hud.panel.value = panel;
    this.autopilot.list();
    const { api } = this.visit;
    try {
      if (panel === 'profile') hud.profile.value = await api.profile();
      if (panel === 'automata') hud.automata.value = await api.automata();
      if (panel === 'board') {
        hud.board.value = this.view.board;
        hud.sky.value = this.view.mood;
        hud.days.value = await api.news();
      }
      if (panel === 'people') this.#listPeople();
      if (panel === 'quests') await this.quests.refresh();
    } catch (error) {
      this.news.toast('problem', sentenceOf(error));
    }
  }

  /** Opens a panel, or closes it where it lies open. */
  toggle(panel: Panel): void {
    if (this.hud.panel.value === panel) this.hud.panel.value = null;
    else void this.open(panel);
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

  /** Steps through the gate whose card is open, to run against a record. */
  async race(attempt: string): Promise<void> {
    const card = this.hud.card.value;
    if (card !== null) await this.outing.race(card, attempt);
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
    this.#pad.act(this.devices.presses());
    hud.lineIsWeak.value = this.client.isLineWeak;
    hud.pictureIsLost.value = scene.isLost;
    const look = this.devices.look(seconds);
    scene.camera.view.yaw += look.yaw;
    scene.camera.view.pitch += look.pitch;
    const { course, bench } = this.outing;
    if (course !== null) this.#run(nowMs, course);
    else if (bench === null) this.#walk(nowMs, seconds);
    else {
      this.client.frame(nowMs, 0);
      bench.frame(seconds);
    }
    this.#hearing.frame(course === null && bench === null, seconds);
    scene.render(nowMs / 1_000, seconds);
  }

  #listen(): void {
    const { hud, client, scene, view } = this;
    const gallery = new Gallery(scene.island, client, this.#studio);
    const refresh = () => {
      view.refresh();
      void gallery.refresh();
      void this.wardrobe.refresh();
    };
    client.onChange(refresh);
    refresh();
    client.onSaid((said) => {
      if (!this.news.said(said)) return;
      scene.say(said.session, said.text);
      this.#hearing.cue('said', view.drawn.find(({ id }) => id === said.session) ?? null);
    });
    client.onTold((told) => {
      const { text, bubble } = guideWords(told);
      hud.guide.value = told.line === 'later' || told.line === 'well-done' ? null : told.name;
      this.news.told(told.name, text);
      scene.say(told.session, bubble);
      this.#hearing.cue('said', view.drawn.find(({ id }) => id === told.session) ?? null);
    });
    client.onNews((news) => {
      this.news.news(news);
      this.#hearing.cue(news.kind);
      if (news.kind !== 'work' && news.kind !== 'minted') scene.island.pulse(news.id);
      if (news.kind === 'minted') this.outing.minted();
    });
    // Who closes the page has left; only a line that breaks keeps a body waiting on the island.
    addEventListener('pagehide', ({ persisted }) => {
      if (!persisted) void client.leave();
    });
    client.onStatus((status) => {
      hud.connection.value = status;
      if (status.kind === 'connected') this.#arrive();
      if (status.kind !== 'lost') return;
      this.leavePhoto();
      this.outing.leave();
      hud.phase.value = 'lost';
    });
    this.#arrive();
    whenWoken(window, () => client.look());
    if (!hasWebAssembly(window)) this.news.toast('problem', t('walk-in.no-wasm'));
    if (!this.visit.key.kept) this.news.toast('problem', t('walk-in.no-storage'));
  }

  #arrive(): void {
    this.#dress();
    if (this.hints.off) void this.client.waveOff();
  }

  /** Puts on what was worn last; a work that stands here no more is left in the wardrobe. */
  #dress(): void {
    if (this.worn !== null) void this.client.wear(this.worn);
  }

  #walk(nowMs: number, seconds: number): void {
    const { client, view, scene } = this;
    // Who waits for a course stands still: the keys they hold are meant for it.
    const photo = this.hud.photo.value;
    if (photo !== null) {
      const { fast, ...flight } = this.devices.flight();
      photo.fly(flight, fast);
      photo.frame(seconds);
    }
    client.frame(
      nowMs,
      this.outing.isOpening || photo !== null
        ? 0
        : this.autopilot.byte(this.devices.byte(scene.camera.view.yaw), nowMs),
    );
    const { self, others } = view.drawWalkers(nowMs);
    if (self === null) return;
    if (this.hud.phase.value === 'joining') this.hud.phase.value = 'walking';
    scene.camera.follow(self.x, self.y, self.z);
    if (this.outing.isOpening || !this.#hudIsDue(nowMs)) return;
    this.hud.pad.value = this.devices.hasPad;
    this.autopilot.show(self, nowMs);
    this.#exploring.look(self, nowMs);
    this.hud.people.value = 1 + others.filter((other) => !other.machine).length;
    this.hud.pace.value = Math.min(1, self.speed / FEEL.runSpeed);
    if (this.hud.panel.value === 'people' && nowMs - this.#listedMs > LIST_MS) {
      this.#listedMs = nowMs;
      this.#listPeople();
    }
    const gate = scene.island.gateAt(self.x, self.z);
    this.#meetGate(gate);
    this.hints.onIsland(self.x, self.z, gate !== null);
  }

  #listPeople(): void {
    const persons: PersonView[] = [];
    for (const [session, { address, name, machine, emote }] of this.client.state.avatars.entries())
      if (session !== this.client.session)
        persons.push({ session, address, name, machine, away: emote === AWAY, muted: this.#muted.has(address) });
    this.hud.persons.value = persons.sort(
      (a, b) => Number(a.machine) - Number(b.machine) || a.name.localeCompare(b.name),
    );
  }

  #run(nowMs: number, course: OnCourse): void {
    // The room keeps hearing that nobody walks, so that the body on the island stands still.
    this.client.frame(nowMs, 0);
    course.play(performance.now());
    course.draw();
    this.view.drawRunner(course.pose, course.companions);
    if (!this.#hudIsDue(nowMs)) return;
    this.hud.pace.value = Math.min(1, course.pose.speed / FEEL.runSpeed);
    course.show();
    this.hints.onCourse(this.hud.run.value?.phase !== 'ready' && this.hud.run.value?.phase !== 'opening');
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
    if (lower !== 'low' && lower !== 'medium') return;
    this.#settings.change({ measured: lower });
    void this.scene.setQuality(lower);
  }
}
