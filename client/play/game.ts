/** The play page's heart: it builds a visit from its parts, and turns frames into steps. */
import { t } from '#client/i18n/translate.ts';
import type { AvatarPose } from '#client/net/avatar-pose.ts';
import { ConsentWord } from '#client/net/consent-word.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { Quests } from '#client/wayfinding/quests.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { hasWebAssembly } from './abilities.ts';
import { AtGate } from './at-gate.ts';
import { Autopilot } from './autopilot.ts';
import { Bodies } from './bodies.ts';
import { Devices } from './devices.ts';
import { Exploring } from './exploring.ts';
import { Gallery } from './gallery.ts';
import { Gathering } from './gathering.ts';
import { Hearing } from './hearing.ts';
import { Hints } from './hints.ts';
import type { HudState } from './hud-state.ts';
import { Muted } from './muted.ts';
import { NewsDesk } from './news-desk.ts';
import type { OnCourse } from './on-course.ts';
import { StudioOpener } from './open-studio.ts';
import { Outing } from './outing.ts';
import { PadMenu } from './pad-menu.ts';
import { Panels } from './panels.ts';
import { PeopleList } from './people-list.ts';
import { Photos } from './photos.ts';
import { isSmall } from './picture-settings.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { sentenceOf } from './sentence-of.ts';
import { Steering } from './steering.ts';
import { bringTidings } from './tidings.ts';
import { Tier } from './tier.ts';
import type { Visit } from './visit.ts';
import { whenWoken } from './wakeful.ts';
import { Wardrobe } from './wardrobe.ts';
import { WayPages } from './way-pages.tsx';
import { WorldView } from './world-view.ts';
import { WornWork } from './worn-work.ts';

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
  readonly consent: ConsentWord;
  readonly devices = new Devices(window);
  readonly view: WorldView;
  readonly bodies: Bodies;
  readonly news: NewsDesk;
  readonly people: PeopleList;
  readonly wardrobe: Wardrobe;
  readonly worn: WornWork;
  readonly hints: Hints;
  readonly quests: Quests;
  readonly pages: WayPages;
  readonly panels: Panels;
  readonly gate: AtGate;
  readonly gathering: Gathering;
  readonly outing: Outing;
  readonly photos: Photos;
  readonly autopilot: Autopilot;
  readonly #gallery: Gallery;
  readonly #exploring: Exploring;
  readonly #settings: RememberedSettings;
  readonly #hearing: Hearing;
  readonly #pad: PadMenu;
  readonly #tier: Tier;
  #hudMs = 0;

  constructor({ hud, settings, canvas, scene, visit, client, forced, storage }: GameNeeds) {
    this.hud = hud;
    this.scene = scene;
    this.client = client;
    this.visit = visit;
    this.consent = new ConsentWord(visit.api);
    this.view = new WorldView(scene, client);
    this.bodies = new Bodies(scene, client);
    const muted = new Muted(storage);
    this.news = new NewsDesk(
      hud,
      (account) => muted.has(account),
      (act, ms) => void setTimeout(act, ms),
    );
    this.people = new PeopleList(hud, client, muted);
    const studio = new StudioOpener();
    this.#gallery = new Gallery(scene.island, client, studio);
    this.wardrobe = new Wardrobe(scene.skins, client, studio);
    this.worn = new WornWork(client, storage);
    this.hints = new Hints(storage, (hint) => {
      hud.hint.value = hint;
    });
    this.quests = new Quests({ state: hud.quests, api: visit.api, storage, sentenceOf });
    this.pages = new WayPages(hud);
    this.panels = new Panels(this);
    this.gate = new AtGate(this);
    this.#settings = settings;
    this.outing = new Outing(this, { canvas, settings, storage });
    this.gathering = new Gathering(this);
    this.photos = new Photos(this);
    this.autopilot = new Autopilot(this);
    this.#exploring = new Exploring(this);
    this.#hearing = new Hearing({ hud, settings, scene, view: this.view, bodies: this.bodies });
    this.#pad = new PadMenu(this, document);
    this.#tier = new Tier(scene, settings, { forced, small: isSmall(window) });
    new Steering(this, canvas, settings);
    this.#listen();
  }

  /** The visitor finds their own way. */
  dismissHints(): void {
    this.hints.dismiss();
    this.hud.guide.value = null;
    void this.client.waveOff();
  }

  /** The view turns to where one's body looks. */
  lookAhead(): void {
    const body = this.outing.course?.pose ?? this.client.self();
    if (body === null || this.hud.photo.value !== null) return;
    // With less motion nothing swings round: it looks there at once.
    if (this.#settings.now.value.reducedMotion) this.scene.camera.view.yaw = body.yaw;
    else this.devices.turnTo(body.yaw);
  }

  /** One picture: what was done since the last one, then what it looks like. */
  frame(nowMs: number, seconds: number): void {
    const { scene, hud } = this;
    this.#tier.frame(seconds);
    this.#pad.act(this.devices.presses(nowMs));
    hud.lineIsWeak.value = this.client.isLineWeak;
    hud.pictureIsLost.value = scene.isLost;
    const { course, bench } = this.outing;
    // A bench has an eye and keys of its own.
    if (bench === null) this.devices.turn(scene.camera.view, seconds);
    if (course !== null) this.#run(nowMs, course);
    else if (bench === null) this.#walk(nowMs, seconds);
    else {
      this.client.frame(nowMs, 0);
      // Nothing that is pressed here moves or turns the body afterwards.
      this.devices.release();
      bench.frame(seconds);
    }
    this.#hearing.frame(course === null && bench === null, seconds);
    scene.render(nowMs / 1_000, seconds);
  }

  #walk(nowMs: number, seconds: number): void {
    const { hud, client, bodies, scene } = this;
    // Who waits for a course stands still: the keys they hold are meant for it. Who takes pictures does, too.
    const stands = this.photos.frame(seconds) || this.outing.isOpening;
    client.frame(nowMs, stands ? 0 : this.autopilot.byte(this.devices.byte(scene.camera.view.yaw), nowMs));
    const { self, others } = bodies.drawWalkers(nowMs);
    if (self === null) return;
    if (hud.phase.value === 'joining') hud.phase.value = 'walking';
    scene.camera.follow(self.x, self.y, self.z);
    if (!this.outing.isOpening && this.#hudIsDue(nowMs)) this.#showWalk(self, others, nowMs);
  }

  #showWalk(self: AvatarPose, others: readonly AvatarPose[], nowMs: number): void {
    const { hud } = this;
    hud.pad.value = this.devices.hasPad;
    this.autopilot.show(self, nowMs);
    this.#exploring.look(self, nowMs);
    hud.people.value = 1 + others.filter((other) => !other.machine).length;
    hud.pace.value = Math.min(1, self.speed / FEEL.runSpeed);
    this.people.show(nowMs);
    const gate = this.scene.island.gateAt(self.x, self.z);
    this.gate.meet(gate);
    this.hints.onIsland(self.x, self.z, gate !== null);
  }

  #run(nowMs: number, course: OnCourse): void {
    const { hud } = this;
    // The room keeps hearing that nobody walks, so that the body on the island stands still.
    this.client.frame(nowMs, 0);
    course.play(performance.now());
    course.draw();
    this.bodies.drawRunner(course.pose, course.companions);
    if (!this.#hudIsDue(nowMs)) return;
    hud.pace.value = Math.min(1, course.pose.speed / FEEL.runSpeed);
    course.show();
    this.hints.onCourse(hud.run.value?.phase !== 'ready' && hud.run.value?.phase !== 'opening');
  }

  #hudIsDue(nowMs: number): boolean {
    if (nowMs - this.#hudMs < HUD_MS) return false;
    this.#hudMs = nowMs;
    return true;
  }

  #listen(): void {
    const { hud, client, news } = this;
    client.onChange(() => this.#refresh());
    this.#refresh();
    bringTidings(this, this.#hearing);
    // Who closes the page has left; only a line that breaks keeps a body waiting on the island.
    addEventListener('pagehide', ({ persisted }) => {
      if (!persisted) void client.leave();
    });
    client.onStatus((status) => {
      hud.connection.value = status;
      if (status.kind === 'connected') this.#arrive();
      if (status.kind === 'lost') this.#lose();
    });
    this.#arrive();
    whenWoken(window, () => client.look());
    if (!hasWebAssembly(window)) news.toast('problem', t('walk-in.no-wasm'));
    if (!this.visit.key.kept) news.toast('problem', t('walk-in.no-storage'));
  }

  /** The room's state changed. */
  #refresh(): void {
    this.view.refresh();
    void this.#gallery.refresh();
    void this.wardrobe.refresh();
  }

  #arrive(): void {
    this.worn.dress();
    if (this.hints.off) void this.client.waveOff();
  }

  #lose(): void {
    this.photos.leave();
    this.outing.leave();
    this.hud.phase.value = 'lost';
  }
}
