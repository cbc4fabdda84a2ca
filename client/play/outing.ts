/** Where a visitor is while not on the island: on a course or at a workbench, or on the way there. */
import type { BenchVisit } from '#client/workbench/bench-visit.ts';
import type { OpenBench } from '#client/workbench/open-bench.tsx';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { GhostWish } from './fetch-ghost.ts';
import type { Game } from './game.ts';
import { OPENING } from './hud-state.ts';
import type { HeardNews, JointVisit } from './joint-visit.ts';
import type { NewsDesk } from './news-desk.ts';
import type { OnCourse } from './on-course.ts';
import type { CourseOpener } from './open-course.ts';
import { placeOfHand } from './place-of-hand.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { sentenceOf } from './sentence-of.ts';

/** What an outing needs beside the game. */
export interface OutingNeeds {
  readonly canvas: HTMLCanvasElement;
  readonly settings: RememberedSettings;
  /** Where unfinished work is kept, or null where nothing is. */
  readonly storage: Storage | null;
}

/** A course is played on at least this often, however seldom pictures come, ms. */
const CLOCK_MS = 8;

/** One outing at a time; leaving comes back to where one stood. */
export class Outing {
  readonly #game: Game;
  readonly #needs: OutingNeeds;
  #course: OnCourse | null = null;
  #joint: JointVisit | null = null;
  #bench: OpenBench | null = null;
  #opener: CourseOpener | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;
  /** What is being fetched; null when nothing is, or when it was left meanwhile. */
  #opening: symbol | null = null;

  constructor(game: Game, needs: OutingNeeds) {
    this.#game = game;
    this.#needs = needs;
  }

  get course(): OnCourse | null {
    return this.#course;
  }
  /** The course, when it is played with others. */
  get joint(): JointVisit | null {
    return this.#joint;
  }
  get bench(): BenchVisit | null {
    return this.#bench?.visit ?? null;
  }
  /** True on the way there, when the island is still in view. */
  get isOpening(): boolean {
    return this.#opening !== null;
  }

  /** Goes where the hand of a challenge plays it. */
  begin(card: ChallengeCard): Promise<void> {
    return this.#begin(card, null, this.#needs.settings.now.value.ghost);
  }

  /** Onto a course against the run of an attempt. */
  race(card: ChallengeCard, attempt: string): Promise<void> {
    return this.#begin(card, null, { attempt });
  }

  /** Goes onto a course with the others of the party: its countdown runs. */
  beginJoint(card: ChallengeCard, news: HeardNews): Promise<void> {
    return this.#begin(card, news, this.#needs.settings.now.value.ghost);
  }

  /** Fetches what courses need, so that one opens at once. */
  async warmUp(): Promise<void> {
    const { opener } = await this.#courseParts();
    await opener.warmUp();
  }

  async #begin(card: ChallengeCard, news: HeardNews | null, wish: GhostWish): Promise<void> {
    const place = placeOfHand(card.hand);
    const { hud } = this.#game;
    if (place === null || this.#isAway || hud.phase.value === 'lost') return;
    hud.panel.value = null;
    this.#game.photos.leave();
    hud.phase.value = place;
    void this.#game.client.attend(card.id);
    const opening = Symbol(card.id);
    this.#opening = opening;
    try {
      if (place === 'course') await this.#openCourse(card, opening, news, wish);
      else await this.#openBench(card, opening);
    } catch (error) {
      if (this.#opening !== opening) return;
      this.leave();
      this.#game.news.toast('problem', sentenceOf(error));
    }
  }

  restart(): void {
    this.#course?.restart();
  }

  /** On a course for several: moves the next of them. */
  switchOver(): void {
    this.#course?.switchOver();
  }

  /** Back to the island, also from what is still being fetched. */
  leave(): void {
    if (!this.#isAway) return;
    const { hud, devices } = this.#game;
    clearInterval(this.#clock);
    this.#opening = null;
    void this.#game.client.attend(null);
    this.#course?.leave();
    this.#course = null;
    this.#joint = null;
    hud.bench.value = null;
    this.#bench?.visit.leave();
    this.#bench = null;
    hud.run.value = null;
    devices.release();
    hud.phase.value = 'walking';
  }

  /** The chain has something: perhaps what was won here. */
  minted(): void {
    void this.#course?.checkLaurel();
    void this.#bench?.handIn.checkLaurel();
  }

  get #isAway(): boolean {
    return this.#course !== null || this.#bench !== null || this.#opening !== null;
  }

  async #courseParts() {
    const [{ CourseOpener }, { CourseVisit }, { JointVisit }, { SecondOpinion }] = await Promise.all([
      import('./open-course.ts'),
      import('./course-visit.ts'),
      import('./joint-visit.ts'),
      import('./second-opinion.ts'),
    ]);
    this.#opener ??= new CourseOpener();
    return { opener: this.#opener, CourseVisit, JointVisit, SecondOpinion };
  }

  async #openCourse(card: ChallengeCard, opening: symbol, joint: HeardNews | null, wish: GhostWish): Promise<void> {
    const { hud, scene, client, visit, news, devices } = this.#game;
    hud.run.value = OPENING;
    const { opener, CourseVisit, JointVisit, SecondOpinion } = await this.#courseParts();
    const { rapier, scene: course, ghost } = await opener.open(card, wish, visit.api);
    // Left, or the line was lost, while it was fetched.
    if (this.#opening !== opening) return;
    const hand = devices.hand(() => scene.camera.view.yaw);
    const toast: NewsDesk['toast'] = (kind, sentence) => news.toast(kind, sentence);
    const needs = { hud, scene, client, opinion: new SecondOpinion(), rapier, hand, visit, toast };
    devices.release();
    const over = (sentence: string) => {
      this.leave();
      toast('problem', sentence);
      // Back at the gate: one press gathers again.
      void this.#game.gate.open(card.id);
    };
    this.#joint = joint === null ? null : new JointVisit({ ...needs, over }, card, course, ghost, joint);
    const visited = this.#joint ?? new CourseVisit(needs, card, course, ghost, wish);
    this.#course = visited;
    this.#opening = null;
    this.#clock = setInterval(() => visited.play(performance.now()), CLOCK_MS);
  }

  async #openBench(card: ChallengeCard, opening: symbol): Promise<void> {
    const { hud, scene, bodies, visit, devices } = this.#game;
    const { canvas, storage, settings } = this.#needs;
    hud.bench.value = 'opening';
    const { openBench } = await import('#client/workbench/open-bench.tsx');
    const bench = await openBench(card, {
      scene,
      bodies,
      canvas,
      api: visit.api,
      consent: this.#game.consent,
      shelf: storage,
      still: () => settings.now.value.reducedMotion,
      onLeave: () => this.leave(),
      wanted: () => this.#opening === opening,
    });
    if (bench === null) return;
    devices.release();
    this.#bench = bench;
    this.#opening = null;
    hud.bench.value = bench.page;
  }
}
