/** A visitor on a course together with others: round after round, each of them on a machine of their own. */
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { PartyNews } from '#shared/protocol/messages.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { AttemptPhase } from './attempt.ts';
import type { CourseNeeds } from './course-visit.ts';
import type { GhostRun } from './fetch-ghost.ts';
import { JointAttempt } from './joint-attempt.ts';
import type { Companion, OnCourse } from './on-course.ts';
import { RunEnding } from './run-ending.ts';
import type { RunnerPose } from './runner.ts';
import { sentenceOf } from './sentence-of.ts';

/** What a joint course needs of the page around it. */
export interface JointNeeds extends CourseNeeds {
  /** The party is no more, and nothing is left to look at here. */
  readonly over: (sentence: string) => void;
}

/** What the party is told, and when it was heard (`performance.now()`). */
export interface HeardNews extends PartyNews {
  readonly heardMs: number;
}

/** One visit with one party; `leave` leaves the party too. */
export class JointVisit implements OnCourse {
  readonly card: ChallengeCard;
  readonly #needs: JointNeeds;
  readonly #course: Scene;
  readonly #ghost: GhostRun | null;
  readonly #ending: RunEnding;
  #news: PartyNews;
  #attempt: JointAttempt;
  #playedMs: number | null = null;
  /** Why there is no party any more. */
  #apart: string | null = null;
  #isLeft = false;

  constructor(needs: JointNeeds, card: ChallengeCard, course: Scene, ghost: GhostRun | null, news: HeardNews) {
    this.#needs = needs;
    this.#ending = new RunEnding(needs);
    this.#course = course;
    this.#ghost = ghost;
    this.card = card;
    this.#news = news;
    this.#attempt = this.#attemptOf(news);
    needs.scene.elsewhere.enterCourse(course);
    this.#lookAhead();
    this.show();
  }

  get phase(): AttemptPhase {
    return this.#attempt.phase;
  }
  get pose(): RunnerPose {
    return this.#attempt.poseOf(this.#attempt.start);
  }

  /** The others under their names, and those of one's own that stand meanwhile. */
  get companions(): readonly Companion[] {
    const { state, session } = this.#needs.client;
    return this.#news.members.flatMap((member) =>
      member.lanes
        .filter((lane) => lane !== this.#attempt.start)
        .map((lane) => {
          const pose = this.#attempt.poseOf(lane);
          if (member.session === session) return pose;
          return { ...pose, name: member.name, look: state.avatars.get(member.session)?.colour ?? 0 };
        }),
    );
  }

  /** The party was told something: another round, a verdict, or that it is no more. */
  hear(news: HeardNews): void {
    if (news.phase === 'ended') this.#partWays(heardInWords(news.sentence));
    else this.#goOn(news);
  }

  play(nowMs: number): void {
    const seconds = (nowMs - (this.#playedMs ?? nowMs)) / 1_000;
    this.#playedMs = nowMs;
    if (this.#ending.isShown) return;
    if (this.#learns()) this.#attempt.advance(seconds, this.#needs.hand);
  }

  isRead(nowMs: number): boolean {
    return this.#ending.isRead(nowMs);
  }

  draw(): void {
    const { scene } = this.#needs;
    const { x, y, z } = this.pose;
    scene.elsewhere.pose(this.#attempt.runner.run);
    scene.elsewhere.setGhosts(this.#attempt.ghosts().map((ghost) => ({ ...ghost, air: ghost.grounded ? 0 : 1 })));
    scene.camera.follow(x, y, z);
  }

  show(): void {
    // What ends a party may end the visit too: then there is nothing to show.
    if (this.#isLeft) return;
    const { run } = this.#attempt.runner;
    const { phase, countdown, isWaiting } = this.#attempt;
    const { members } = this.#news;
    const others = members.filter(({ session }) => session !== this.#needs.client.session);
    this.#needs.hud.run.value = {
      phase: phase === 'ready' || phase === 'running' ? phase : 'over',
      ticks: run.goalTick >= 0 ? run.goalTick : run.tick,
      maxTicks: run.scene.maxTicks,
      checkpoint: run.checkpoint,
      checkpoints: run.scene.checkpoints.length,
      falls: run.falls,
      ghosts: this.#attempt.ghosts().length,
      ghost: this.#ghost,
      key: run.keys.holders.indexOf(this.#attempt.start),
      who: this.#attempt.who,
      own: this.#attempt.own,
      others: others.map(({ name }) => name),
      countdown: phase === 'ready' ? Math.ceil(countdown) : null,
      awaited: isWaiting ? this.#attempt.awaited.map((place) => members[place]?.name ?? '') : [],
      problem: this.#apart,
    };
  }

  /** Asks everybody to begin again; without a party there is nobody to begin with. */
  restart(): void {
    if (this.#apart === null) void this.#askAgain();
    else this.#needs.over(this.#apart);
  }

  switchOver(): void {
    this.#attempt.switchOver();
    this.show();
  }

  leave(): void {
    const { client, opinion, scene, hud } = this.#needs;
    this.#isLeft = true;
    if (this.#apart === null) client.party.part();
    opinion.close();
    scene.elsewhere.leaveCourse();
    hud.run.value = null;
    this.#ending.pass();
    this.#attempt.free();
  }

  checkLaurel(): Promise<void> {
    return this.#ending.checkLaurel();
  }

  #goOn(news: HeardNews): void {
    const isNext = news.round !== this.#news.round;
    this.#news = news;
    if (isNext) this.#beginAgain(news);
    else if (news.judged && !this.#ending.isShown) this.#conclude();
    this.show();
  }

  /** False when what the room tells does not fit together: then there is nothing to go on with. */
  #learns(): boolean {
    const { client, over } = this.#needs;
    try {
      this.#attempt.learn(client.party.drain(this.#news.round));
      return true;
    } catch (error) {
      if (!isDimensionError(error)) throw error;
      over(sentenceOf(error));
      return false;
    }
  }

  #attemptOf({ members, inMs, round, heardMs }: HeardNews): JointAttempt {
    const { client, rapier } = this.#needs;
    const part = {
      lanes: members.map(({ lanes }) => lanes),
      self: members.findIndex(({ session }) => session === client.session),
      inSeconds: (inMs - (performance.now() - heardMs)) / 1_000,
      ghost: this.#ghost?.tapes ?? null,
    };
    return new JointAttempt(rapier, this.#course, part, {
      ticked: (bytes) => client.party.push(round, bytes),
      ended: (phase) => this.#end(phase),
    });
  }

  /** Somebody else was sure of the goal first, or says so: everybody asks for the verdict. */
  #conclude(): void {
    if (!this.#learns()) return;
    this.#attempt.conclude();
    if (!this.#ending.isShown) this.#end('goal');
  }

  async #askAgain(): Promise<void> {
    const { client, toast } = this.#needs;
    const reply = await client.party.setOff();
    if (!reply.ok) toast('problem', refusalInWords(reply));
  }

  #beginAgain(news: HeardNews): void {
    this.#attempt.free();
    this.#attempt = this.#attemptOf(news);
    this.#ending.pass();
    this.#playedMs = null;
    this.#lookAhead();
  }

  #lookAhead(): void {
    const { yaw = 0 } = this.#course.starts[this.#attempt.start] ?? {};
    this.#needs.scene.camera.view.yaw = (yaw / 24) * Math.PI * 2;
  }

  /** A verdict that is being read stays; a run that is under way does not. */
  #partWays(sentence: string): void {
    this.#apart = sentence;
    if (this.#ending.isShown) this.#needs.toast('problem', sentence);
    else this.#needs.over(sentence);
    this.show();
  }

  #end(ended: 'goal' | 'time'): void {
    const { client } = this.#needs;
    const { runner, scene, tapes } = this.#attempt;
    const ticks = ended === 'goal' && runner.run.goalTick >= 0 ? runner.run.goalTick : runner.run.tick;
    const party = this.#news.members.map(({ name }) => name);
    const run = { ended, ticks, scene, tapes, party, at: this.pose };
    client.party.flush();
    if (ended === 'time') this.#ending.showTimeUp(run);
    else void this.#ending.show(run, client.party.arrived(this.#news.round));
    this.show();
  }
}
