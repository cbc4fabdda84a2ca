/** The play page's heart: it turns frames into steps, gates into courses, and what happens into words. */
import { t } from '#client/i18n/translate.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { CourseVisit } from './course-visit.ts';
import { Devices } from './devices.ts';
import { Gallery } from './gallery.ts';
import { type HudState, OPENING, type Panel } from './hud-state.ts';
import { NewsDesk } from './news-desk.ts';
import type { CourseOpener } from './open-course.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { Steering } from './steering.ts';
import type { Visit } from './visit.ts';
import { WorldView } from './world-view.ts';

/** What the page gives the game. */
export interface GameNeeds {
  readonly hud: HudState;
  readonly settings: RememberedSettings;
  readonly canvas: HTMLCanvasElement;
  readonly scene: WorldScene;
  readonly visit: Visit;
  readonly client: WorldClient;
  /** The tier stands in the address: it stays. */
  readonly forced: boolean;
}

/** The page's text beside the world changes at most this often, ms. */
const HUD_MS = 100;
/** A course is played on at least this often, however seldom pictures come, ms. */
const CLOCK_MS = 8;

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
  #course: CourseVisit | null = null;
  #opener: CourseOpener | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;
  #hudMs = 0;
  #inGate: string | null = null;
  /** Counts gates that were asked for: an answer that comes after the next question is not shown. */
  #asked = 0;
  /** The course that is being fetched; null when none is, or when it was left meanwhile. */
  #opening: symbol | null = null;

  constructor({ hud, settings, canvas, scene, visit, client, forced }: GameNeeds) {
    this.hud = hud;
    this.scene = scene;
    this.client = client;
    this.visit = visit;
    this.#settings = settings;
    this.#forced = forced;
    this.view = new WorldView(scene, client);
    this.news = new NewsDesk(hud, (act, ms) => void setTimeout(act, ms));
    new Steering(this, canvas, settings);
    this.#listen();
  }

  get course(): CourseVisit | null {
    return this.#course;
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
    const { hud } = this;
    const card = hud.card.value;
    if (card === null || this.#course !== null || this.#opening !== null || card.hand !== 'tape') return;
    if (hud.phase.value === 'lost') return;
    const { scene, client, visit } = this;
    hud.panel.value = null;
    hud.run.value = OPENING;
    hud.phase.value = 'course';
    const opening = Symbol(card.id);
    this.#opening = opening;
    try {
      const [{ CourseOpener }, { CourseVisit }, { SecondOpinion }] = await Promise.all([
        import('./open-course.ts'),
        import('./course-visit.ts'),
        import('./second-opinion.ts'),
      ]);
      this.#opener ??= new CourseOpener();
      const { rapier, scene: course, ghost } = await this.#opener.open(card);
      // Left, or the line was lost, while it was fetched.
      if (this.#opening !== opening) return;
      const hand = this.devices.hand(() => scene.view.yaw);
      const toast: NewsDesk['toast'] = (kind, sentence) => this.news.toast(kind, sentence);
      const needs = { hud, scene, client, opinion: new SecondOpinion(), rapier, hand, visit, toast };
      this.devices.release();
      const visited = new CourseVisit(needs, card, course, ghost);
      this.#course = visited;
      this.#opening = null;
      this.#clock = setInterval(() => visited.play(performance.now()), CLOCK_MS);
    } catch (error) {
      if (this.#opening !== opening) return;
      this.leaveCourse();
      this.news.toast('problem', sentenceOf(error));
    }
  }

  restart(): void {
    this.#course?.restart();
  }

  /** On a course for several: moves the next of them. */
  switchOver(): void {
    this.#course?.switchOver();
  }

  /** Back to the island, also from a course that is still being fetched. */
  leaveCourse(): void {
    if (this.#course === null && this.#opening === null) return;
    clearInterval(this.#clock);
    this.#opening = null;
    this.#course?.leave();
    this.#course = null;
    this.hud.run.value = null;
    this.devices.release();
    this.hud.phase.value = 'walking';
  }

  /** One picture: what was done since the last one, then what it looks like. */
  frame(nowMs: number, seconds: number): void {
    const { scene } = this;
    this.#watchSpeed(seconds * 1_000);
    const look = this.devices.look(seconds);
    scene.view.yaw += look.yaw;
    scene.view.pitch += look.pitch;
    if (this.#course === null) this.#walk(nowMs);
    else this.#run(nowMs, this.#course);
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
      if (news.kind === 'laurel' || news.kind === 'gate') scene.pulse(news.id);
      if (news.kind === 'minted') void this.#course?.checkLaurel();
    });
    // Who closes the page has left; only a line that breaks keeps a body waiting on the island.
    addEventListener('pagehide', ({ persisted }) => {
      if (!persisted) void client.leave();
    });
    client.onStatus((status) => {
      hud.connection.value = status;
      if (status.kind !== 'lost') return;
      this.leaveCourse();
      hud.phase.value = 'lost';
    });
    if (!this.visit.key.kept) this.news.toast('problem', t('walk-in.no-storage'));
  }

  #walk(nowMs: number): void {
    const { client, view, scene } = this;
    // Who waits for a course stands still: the keys they hold are meant for it.
    client.frame(nowMs, this.#opening === null ? this.devices.byte(scene.view.yaw) : 0);
    const { self, others } = view.drawWalkers(nowMs);
    if (self === null) return;
    if (this.hud.phase.value === 'joining') this.hud.phase.value = 'walking';
    scene.follow(self.x, self.y, self.z);
    if (this.#opening !== null || !this.#hudIsDue(nowMs)) return;
    this.hud.people.value = 1 + others.filter((other) => !other.machine).length;
    this.#meetGate(scene.gateAt(self.x, self.z));
  }

  #run(nowMs: number, course: CourseVisit): void {
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

/** What to show for any error: our own sentence, or the plain message of the fault. */
export function sentenceOf(error: unknown): string {
  if (isDimensionError(error)) return error.message;
  return t('fault', { reason: error instanceof Error ? error.message : String(error) });
}
