/** The play page's heart: it raises the picture, lets the visitor in, and turns frames into steps. */
import { t } from '#client/i18n/translate.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { CourseVisit } from './course-visit.ts';
import { Devices } from './devices.ts';
import { Gallery } from './gallery.ts';
import type { HudState, Panel } from './hud-state.ts';
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
  readonly scene: Promise<WorldScene>;
  /** The tier stands in the address: it stays. */
  readonly forced: boolean;
  /** The challenge of the link that was followed, whose card opens at once. */
  readonly gate: string | null;
}

/** The page's text beside the world changes at most this often, ms. */
const HUD_MS = 100;

/** One visit to one world. */
export class Game {
  readonly hud: HudState;
  readonly devices = new Devices(window);
  readonly news: NewsDesk;
  readonly #needs: GameNeeds;
  readonly #watch = new QualityWatch();
  #scene: WorldScene | null = null;
  #view: WorldView | null = null;
  #visit: Visit | null = null;
  #client: WorldClient | null = null;
  #course: CourseVisit | null = null;
  #opener: CourseOpener | null = null;
  #lastMs = 0;
  #hudMs = 0;
  #inGate: string | null = null;

  constructor(needs: GameNeeds) {
    this.#needs = needs;
    this.hud = needs.hud;
    this.news = new NewsDesk(needs.hud, (act, ms) => void setTimeout(act, ms));
  }

  get client(): WorldClient | null {
    return this.#client;
  }
  get visit(): Visit | null {
    return this.#visit;
  }
  get view(): WorldView | null {
    return this.#view;
  }
  get scene(): WorldScene | null {
    return this.#scene;
  }
  get course(): CourseVisit | null {
    return this.#course;
  }

  /** Takes the picture over when it is there; from then on it is drawn with every frame. */
  begin(): void {
    const { scene: raised, canvas, settings } = this.#needs;
    void raised.then((scene) => {
      this.#scene = scene;
      new Steering(this, canvas, scene, settings);
      addEventListener('resize', () => scene.resize());
      requestAnimationFrame(this.#frame);
    });
  }

  /** Signs in and joins; the picture may still be rising meanwhile. */
  async walkIn(name: string): Promise<void> {
    const { hud, scene } = this.#needs;
    hud.problem.value = null;
    hud.phase.value = 'joining';
    try {
      const { signInAs, enterWorld } = await import('./visit.ts');
      const visit = await signInAs(name, (step) => {
        hud.step.value = t(`progress.${step}`);
      });
      this.#visit = visit;
      hud.step.value = t('progress.join');
      const [client, raised] = await Promise.all([enterWorld(visit), scene]);
      this.#settle(client, raised);
      if (!visit.key.kept) this.news.toast('problem', t('walk-in.no-storage'));
    } catch (error) {
      hud.problem.value = sentenceOf(error);
      hud.phase.value = 'ready';
    }
  }

  /** Opens a panel and fetches what it shows. */
  async open(panel: Panel): Promise<void> {
    const { hud } = this.#needs;
    hud.panel.value = panel;
    const api = this.#visit?.api;
    if (api === undefined) return;
    try {
      if (panel === 'profile') hud.profile.value = await api.profile();
      if (panel === 'automata') hud.automata.value = await api.automata();
      if (panel === 'board') hud.board.value = this.#view?.board ?? [];
    } catch (error) {
      this.news.toast('problem', sentenceOf(error));
    }
  }

  /** Shows what a gate holds. */
  async openGate(challenge: string): Promise<void> {
    const { hud } = this.#needs;
    hud.card.value = null;
    hud.cardProblem.value = null;
    hud.panel.value = 'gate';
    try {
      hud.card.value = (await this.#visit?.api.challenge(challenge)) ?? null;
    } catch (error) {
      hud.cardProblem.value = sentenceOf(error);
    }
  }

  /** Steps through the gate whose card is open. */
  async playCard(): Promise<void> {
    const { hud } = this.#needs;
    const card = hud.card.value;
    const scene = this.#scene;
    const client = this.#client;
    if (card === null || scene === null || client === null || this.#course !== null || card.hand !== 'tape') return;
    hud.panel.value = null;
    hud.run.value = null;
    hud.phase.value = 'course';
    try {
      const [{ CourseOpener }, { CourseVisit }, { SecondOpinion }] = await Promise.all([
        import('./open-course.ts'),
        import('./course-visit.ts'),
        import('./second-opinion.ts'),
      ]);
      this.#opener ??= new CourseOpener();
      const { rapier, scene: course, ghost } = await this.#opener.open(card);
      const hand = this.devices.hand(() => scene.view.yaw);
      const needs = { hud, scene, client, opinion: new SecondOpinion(), rapier, hand, visit: this.#visit };
      this.devices.release();
      this.#course = new CourseVisit(needs, card, course, ghost);
    } catch (error) {
      hud.phase.value = 'walking';
      this.news.toast('problem', sentenceOf(error));
    }
  }

  restart(): void {
    this.#course?.restart();
  }

  /** Back to the island. */
  leaveCourse(): void {
    if (this.#course === null) return;
    this.#course.leave();
    this.#course = null;
    this.devices.release();
    this.hud.phase.value = 'walking';
  }

  #settle(client: WorldClient, scene: WorldScene): void {
    const { hud } = this.#needs;
    const view = new WorldView(scene, client);
    this.#client = client;
    this.#view = view;
    client.onChange(() => view.refresh());
    client.onSaid((said) => this.news.said(said));
    client.onNews((news) => {
      this.news.news(news);
      if (news.kind === 'laurel' || news.kind === 'gate') scene.pulse(news.id);
      if (news.kind === 'minted') void this.#course?.checkLaurel();
    });
    client.onStatus((status) => {
      hud.connection.value = status;
      if (status.kind === 'lost') {
        this.leaveCourse();
        hud.phase.value = 'lost';
      }
    });
    view.refresh();
    const gallery = new Gallery(scene, client);
    client.onChange(() => void gallery.refresh());
    void gallery.refresh();
    hud.phase.value = 'walking';
    if (this.#needs.gate !== null) void this.openGate(this.#needs.gate);
  }

  readonly #frame = (nowMs: number): void => {
    requestAnimationFrame(this.#frame);
    const scene = this.#scene;
    if (scene === null) return;
    const seconds = Math.min(0.25, Math.max(0, (nowMs - this.#lastMs) / 1_000));
    if (this.#lastMs > 0) this.#watchSpeed(nowMs - this.#lastMs, scene);
    this.#lastMs = nowMs;
    const look = this.devices.look(seconds);
    scene.view.yaw += look.yaw;
    scene.view.pitch += look.pitch;
    if (this.#course === null) this.#walk(nowMs, scene);
    else this.#run(nowMs, seconds, this.#course);
    scene.render(nowMs / 1_000, seconds);
  };

  #walk(nowMs: number, scene: WorldScene): void {
    const client = this.#client;
    const view = this.#view;
    if (client === null || view === null) return;
    client.frame(nowMs, this.devices.byte(scene.view.yaw));
    const { self, others } = view.drawWalkers(nowMs);
    if (self === null) return;
    scene.follow(self.x, self.y, self.z);
    if (!this.#hudIsDue(nowMs)) return;
    this.hud.people.value = 1 + others.filter((other) => !other.machine).length;
    this.#meetGate(scene.gateAt(self.x, self.z), view);
  }

  #run(nowMs: number, seconds: number, course: CourseVisit): void {
    // The room keeps hearing that nobody walks, so that the body on the island stands still.
    this.#client?.frame(nowMs, 0);
    course.frame(seconds);
    this.#view?.drawRunner(course.pose);
    if (this.#hudIsDue(nowMs)) course.show();
  }

  #hudIsDue(nowMs: number): boolean {
    if (nowMs - this.#hudMs < HUD_MS) return false;
    this.#hudMs = nowMs;
    return true;
  }

  /** Walking into a gate opens its card once; walking away closes it. */
  #meetGate(id: string | null, view: WorldView): void {
    const { hud } = this.#needs;
    if (id === this.#inGate) return;
    if (id === null && hud.panel.value === 'gate') hud.panel.value = null;
    this.#inGate = id;
    const gate = view.gates.find((other) => other.id === id);
    hud.near.value = gate === undefined ? null : { challenge: gate.id, title: gate.title };
    if (gate !== undefined && hud.panel.value === null) void this.openGate(gate.id);
  }

  /** Steps down when pictures come too slowly; never up by itself. */
  #watchSpeed(milliseconds: number, scene: WorldScene): void {
    const { settings, forced } = this.#needs;
    if (forced || settings.now.value.quality !== 'auto' || this.#client === null) return;
    const lower = this.#watch.add(milliseconds, scene.quality);
    if (lower !== null) void scene.setQuality(lower);
  }
}

/** What to show for any error: our own sentence, or the plain message of the fault. */
export function sentenceOf(error: unknown): string {
  if (isDimensionError(error)) return error.message;
  return t('fault', { reason: error instanceof Error ? error.message : String(error) });
}
