/** How a run ends on the page: what this machine expects of it, what the server says, and whether the chain has it. */
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { Reply, RunResult } from '#shared/protocol/messages.ts';
import type { HudState, RunOutcome, Toast } from './hud-state.ts';
import type { SecondOpinion } from './second-opinion.ts';
import type { Visit } from './visit.ts';

/** What an ending needs of the page around it. */
export interface EndingNeeds {
  readonly hud: HudState;
  readonly scene: WorldScene;
  readonly opinion: SecondOpinion;
  readonly visit: Visit;
  /** Shows a sentence for a while. */
  readonly toast: (kind: Toast['kind'], sentence: string) => void;
}

/** A run that has ended. */
export interface EndedRun {
  readonly ended: 'goal' | 'time';
  readonly ticks: number;
  readonly scene: Scene;
  readonly tapes: readonly Uint8Array[];
  /** Everybody who played it; empty when it was played alone. */
  readonly party: readonly string[];
  /** Where it ended, m. */
  readonly at: { readonly x: number; readonly y: number; readonly z: number };
}

/** The end of a run stays before anybody's eyes for at least this long, ms. */
const READ_MS = 600;

/** The ends of the runs of one visit, one at a time. */
export class RunEnding {
  readonly #needs: EndingNeeds;
  /** Counts runs, so that a late answer to an earlier one is not shown on this one. */
  #run = 0;
  #endedMs: number | null = null;

  constructor(needs: EndingNeeds) {
    this.#needs = needs;
  }

  /** True while the end of a run is shown. */
  get isShown(): boolean {
    return this.#endedMs !== null;
  }

  /** True once it was shown long enough that a key is meant for it. */
  isRead(nowMs: number): boolean {
    return this.#endedMs !== null && nowMs - this.#endedMs >= READ_MS;
  }

  /** The next run begins, or the course is left. */
  pass(): void {
    this.#run++;
    this.#endedMs = null;
    this.#needs.hud.outcome.value = null;
  }

  /** Time is up: nothing is judged. */
  showTimeUp(run: EndedRun): void {
    this.#open(run);
    this.#update({ problem: t('outcome.not-handed-in') });
  }

  /** The goal is reached: shows what comes of it as it comes. */
  async show(run: EndedRun, judged: Promise<Reply<RunResult>>): Promise<void> {
    const { opinion, scene } = this.#needs;
    const count = this.#run;
    this.#open(run);
    void opinion.ask(run.scene, run.tapes).then((replay) => {
      if (count === this.#run && replay !== null)
        this.#update({ expected: { ticks: replay.ticks, digest: replay.digest } });
    });
    const reply = await judged;
    if (count !== this.#run) return this.#tellLate(reply);
    if (reply.ok) this.#update({ result: reply.value });
    else this.#update({ problem: refusalInWords(reply) });
    if (!reply.ok || reply.value.laurel === null) return;
    scene.elsewhere.celebrate(run.at.x, run.at.y, run.at.z);
    // The chain may have been quicker than the answer.
    void this.checkLaurel();
  }

  /** Asks whether the chain has the laurel of this run by now. */
  async checkLaurel(): Promise<void> {
    const laurel = this.#needs.hud.outcome.value?.result?.laurel ?? null;
    if (laurel === null) return;
    const { laurels } = await this.#needs.visit.api.profile();
    const found = laurels.find(({ tokenId }) => tokenId === laurel);
    if (found?.state === 'minted') this.#update({ minted: true });
  }

  #open({ ended, ticks, party }: EndedRun): void {
    const empty = { expected: null, result: null, problem: null, minted: false };
    this.#needs.hud.outcome.value = { ...empty, ended, ticks, party };
    this.#endedMs = performance.now();
  }

  /** The next run is under way, or the course was left: what came of this one is said in passing. */
  #tellLate(reply: Reply<RunResult>): void {
    const { toast } = this.#needs;
    if (!reply.ok) toast('problem', refusalInWords(reply));
    else if (!reply.value.holds) toast('problem', heardInWords(reply.value.reason ?? reply.value.sentence));
    else toast(reply.value.laurel === null ? 'gate' : 'laurel', heardInWords(reply.value.sentence));
  }

  #update(part: Partial<RunOutcome>): void {
    const { outcome } = this.#needs.hud;
    if (outcome.value !== null) outcome.value = { ...outcome.value, ...part };
  }
}
