/** A visitor on a course: it is played here tick by tick, streamed as it is played, replayed beside, judged there. */
import { refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { Refusal } from '#client/net/streamed-run.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { Attempt, type AttemptPhase, type Hand } from './attempt.ts';
import type { GhostRun, GhostWish } from './fetch-ghost.ts';
import type { OnCourse } from './on-course.ts';
import { type EndingNeeds, RunEnding } from './run-ending.ts';

/** What a course needs of the page around it. */
export interface CourseNeeds extends EndingNeeds {
  readonly client: WorldClient;
  readonly rapier: RapierModule;
  readonly hand: Hand;
}

/** One visit to one course; `leave` ends it. */
export class CourseVisit implements OnCourse {
  readonly card: ChallengeCard;
  readonly #needs: CourseNeeds;
  readonly #attempt: Attempt;
  readonly #ending: RunEnding;
  #ghost: GhostRun | null;
  readonly #wish: GhostWish;
  /** A better run of one's own, which goes along from the next start on. */
  #better: readonly Uint8Array[] | null = null;
  /** Counts restarts, so that a late answer to an earlier run is not taken for this one's. */
  #run = 0;
  #playedMs: number | null = null;
  #problem: string | null = null;
  readonly #deaf: () => void;

  constructor(needs: CourseNeeds, card: ChallengeCard, course: Scene, ghost: GhostRun | null, wish: GhostWish) {
    this.#needs = needs;
    this.#ghost = ghost;
    this.#wish = wish;
    this.#ending = new RunEnding(needs);
    this.card = card;
    this.#attempt = new Attempt(needs.rapier, course, ghost?.tapes ?? null, {
      began: () => void this.#begin(),
      ticked: (bytes) => {
        for (const byte of bytes) needs.client.push(byte);
      },
      ended: (phase) => this.#end(phase),
    });
    this.#deaf = needs.client.onRunTrouble((refusal) => this.#cannotCount(refusal));
    needs.scene.elsewhere.enterCourse(course);
    needs.scene.camera.view.yaw = ((course.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2;
    this.show();
  }

  get phase(): AttemptPhase {
    return this.#attempt.phase;
  }
  get pose() {
    return this.#attempt.pose();
  }

  /** Those that stand while another is moved. */
  get companions() {
    return this.#attempt.companions();
  }

  /**
   * Plays the time that went by since the last call. Called far more often than pictures come, so that a machine that
   * draws slowly still plays in real time.
   */
  play(nowMs: number): void {
    const seconds = (nowMs - (this.#playedMs ?? nowMs)) / 1_000;
    this.#playedMs = nowMs;
    this.#attempt.advance(seconds, this.#needs.hand);
  }

  /** True once the end of the run was shown long enough that a key is meant for it. */
  isRead(nowMs: number): boolean {
    return this.#ending.isRead(nowMs);
  }

  /** Sets the picture up. */
  draw(): void {
    const { scene } = this.#needs;
    const pose = this.#attempt.pose();
    scene.elsewhere.pose(this.#attempt.runner.run);
    scene.elsewhere.setGhosts(this.#attempt.ghosts().map((ghost) => ({ ...ghost, air: ghost.grounded ? 0 : 1 })));
    scene.camera.follow(pose.x, pose.y, pose.z);
  }

  /** Writes the clock and the checkpoints to the page; called at most ten times a second. */
  show(): void {
    const { run } = this.#attempt.runner;
    const phase = this.#attempt.phase;
    const ticks = run.goalTick >= 0 ? run.goalTick : run.tick;
    this.#needs.hud.run.value = {
      phase: phase === 'ready' || phase === 'running' ? phase : 'over',
      ticks,
      maxTicks: run.scene.maxTicks,
      checkpoint: run.checkpoint,
      checkpoints: run.scene.checkpoints.length,
      falls: run.falls,
      ghosts: this.#attempt.ghosts().length,
      ghost: this.#ghost,
      key: run.keys.holders.indexOf(this.#attempt.who),
      who: this.#attempt.who,
      own: run.scene.starts.length,
      others: [],
      countdown: null,
      awaited: [],
      problem: this.#problem ?? (this.#attempt.isLate ? t('run.late') : null),
    };
  }

  restart(): void {
    this.#run++;
    if (this.#better !== null) this.#attempt.runAgainst(this.#better);
    this.#better = null;
    this.#attempt.restart();
    this.#problem = null;
    this.#ending.pass();
    this.show();
  }

  /** The next character is moved from now on. */
  switchOver(): void {
    this.#attempt.switchOver();
    this.show();
  }

  leave(): void {
    this.#run++;
    this.#deaf();
    this.#needs.client.leaveRun();
    this.#needs.opinion.close();
    this.#needs.scene.elsewhere.leaveCourse();
    this.#needs.hud.run.value = null;
    this.#ending.pass();
    this.#attempt.free();
  }

  checkLaurel(): Promise<void> {
    return this.#ending.checkLaurel();
  }

  async #begin(): Promise<void> {
    const run = this.#run;
    const reply = await this.#needs.client.begin(this.card.id);
    if (reply.ok || run !== this.#run) return;
    // A line that broke on the way may have carried the beginning over: whether it did, the first ticks tell.
    if (reply.code === 'join.away') return;
    this.#problem = null;
    this.#cannotCount(reply);
  }

  #cannotCount({ code, sentence }: Refusal): void {
    if (code === 'run.lost' || code === 'run.none') this.#problem ??= t('run.line');
    else this.#problem ??= code === 'challenge.closed' ? t('gate.gone') : refusalInWords({ code, sentence });
    this.show();
  }

  /** Whoever races against themselves races against the best they did, also when they did it just now. */
  #keepBetter(tapes: readonly Uint8Array[]): void {
    const ticks = ({ tapes: [first] }: Pick<GhostRun, 'tapes'>) => first?.length ?? 0;
    if (this.#ghost !== null && ticks(this.#ghost) <= ticks({ tapes })) return;
    this.#ghost = { of: 'own', name: '', tapes };
    this.#better = tapes;
  }

  #end(ended: 'goal' | 'time'): void {
    const { client } = this.#needs;
    const { runner, scene, tapes } = this.#attempt;
    const ticks = ended === 'goal' ? runner.run.goalTick : runner.run.tick;
    const run = { ended, ticks, scene, tapes, party: [], at: this.#attempt.pose() };
    if (ended === 'goal' && this.#wish === 'own') this.#keepBetter(tapes);
    if (ended === 'time') client.leaveRun();
    if (ended === 'time') this.#ending.showTimeUp(run);
    else void this.#ending.show(run, client.finish());
    this.show();
  }
}
