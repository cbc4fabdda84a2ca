/** A visitor on a course: it is played here tick by tick, streamed as it is played, replayed beside, judged there. */
import { t } from '#client/i18n/translate.ts';
import type { Refusal } from '#client/net/streamed-run.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { Reply, RunResult } from '#shared/protocol/messages.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { Attempt, type AttemptPhase, type Hand } from './attempt.ts';
import type { HudState, RunOutcome, Toast } from './hud-state.ts';
import type { SecondOpinion } from './second-opinion.ts';
import type { Visit } from './visit.ts';

/** What a course needs of the page around it. */
export interface CourseNeeds {
  readonly hud: HudState;
  readonly scene: WorldScene;
  readonly client: WorldClient;
  readonly opinion: SecondOpinion;
  readonly rapier: RapierModule;
  readonly hand: Hand;
  readonly visit: Visit;
  /** Shows a sentence for a while. */
  readonly toast: (kind: Toast['kind'], sentence: string) => void;
}

/** The end of a run stays before anybody's eyes for at least this long, ms. */
const READ_MS = 600;

/** One visit to one course; `leave` ends it. */
export class CourseVisit {
  readonly card: ChallengeCard;
  readonly #needs: CourseNeeds;
  readonly #attempt: Attempt;
  /** Counts restarts, so that a late answer to an earlier run is not shown on this one. */
  #run = 0;
  #playedMs: number | null = null;
  #endedMs: number | null = null;
  #problem: string | null = null;
  readonly #deaf: () => void;

  constructor(needs: CourseNeeds, card: ChallengeCard, course: Scene, ghost: Uint8Array | null) {
    this.#needs = needs;
    this.card = card;
    this.#attempt = new Attempt(needs.rapier, course, ghost, {
      began: () => void this.#begin(),
      ticked: (bytes) => {
        for (const byte of bytes) needs.client.push(byte);
      },
      ended: (phase) => void this.#end(phase),
    });
    this.#deaf = needs.client.onRunTrouble((refusal) => this.#cannotCount(refusal));
    needs.scene.enterCourse(course);
    needs.scene.view.yaw = ((course.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2;
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
    return this.#endedMs !== null && nowMs - this.#endedMs >= READ_MS;
  }

  /** Sets the picture up. */
  draw(): void {
    const { scene } = this.#needs;
    const pose = this.#attempt.pose();
    scene.setCoursePoses(this.#attempt.runner.run);
    const ghost = this.#attempt.ghostPose();
    scene.setGhost(ghost === null ? null : { ...ghost, air: ghost.grounded ? 0 : 1 });
    scene.follow(pose.x, pose.y, pose.z);
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
      ghost: this.#attempt.ghostPose() !== null,
      key: run.keys.holders.indexOf(this.#attempt.who),
      who: this.#attempt.who,
      starts: run.scene.starts.length,
      problem: this.#problem,
    };
  }

  restart(): void {
    this.#run++;
    this.#attempt.restart();
    this.#problem = null;
    this.#endedMs = null;
    this.#needs.hud.outcome.value = null;
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
    this.#needs.scene.setGhost(null);
    this.#needs.scene.leaveCourse();
    this.#needs.hud.run.value = null;
    this.#needs.hud.outcome.value = null;
    this.#attempt.free();
  }

  /** Asks whether the chain has the laurel of this run by now. */
  async checkLaurel(): Promise<void> {
    const laurel = this.#needs.hud.outcome.value?.result?.laurel ?? null;
    if (laurel === null) return;
    const { laurels } = await this.#needs.visit.api.profile();
    const found = laurels.find(({ tokenId }) => tokenId === laurel);
    if (found?.state === 'minted') this.#update({ minted: true });
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
    else this.#problem ??= code === 'challenge.closed' ? t('gate.gone') : sentence;
    this.show();
  }

  async #end(ended: 'goal' | 'time'): Promise<void> {
    const { hud, client, opinion } = this.#needs;
    const run = this.#run;
    const { runner, scene, tapes } = this.#attempt;
    const ticks = ended === 'goal' ? runner.run.goalTick : runner.run.tick;
    const empty = { expected: null, result: null, problem: null, minted: false };
    hud.outcome.value = { ...empty, ended, ticks };
    this.#endedMs = performance.now();
    this.show();
    if (ended === 'time') {
      client.leaveRun();
      this.#update({ problem: t('outcome.not-handed-in') });
      return;
    }
    void opinion.ask(scene, tapes).then((replay) => {
      if (run === this.#run && replay !== null)
        this.#update({ expected: { ticks: replay.ticks, digest: replay.digest } });
    });
    const reply = await client.finish();
    if (run !== this.#run) return this.#tellLate(reply);
    if (reply.ok) this.#update({ result: reply.value });
    else this.#update({ problem: reply.sentence });
    const { x, y, z } = this.#attempt.pose();
    if (!reply.ok || reply.value.laurel === null) return;
    this.#needs.scene.celebrate(x, y, z);
    // The chain may have been quicker than the answer.
    void this.checkLaurel();
  }

  /** The next run is under way, or the course was left: what came of this one is said in passing. */
  #tellLate(reply: Reply<RunResult>): void {
    const { toast } = this.#needs;
    if (!reply.ok) toast('problem', reply.sentence);
    else if (!reply.value.holds) toast('problem', reply.value.reason ?? reply.value.sentence);
    else toast(reply.value.laurel === null ? 'gate' : 'laurel', reply.value.sentence);
  }

  #update(part: Partial<RunOutcome>): void {
    const { outcome } = this.#needs.hud;
    if (outcome.value !== null) outcome.value = { ...outcome.value, ...part };
  }
}
