/** The scheduler: each automaton takes turn after turn, all together within their share of a core. */
import { load, SKILLS } from '#content/catalog.ts';
import { loadCrafts } from '#content/skills/load-crafts.ts';
import type { Crafts, Errand, Skill } from '#content/skills/skill.ts';
import { GUIDE } from '#content/world/automata.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Door } from '#server/ports/door.ts';
import type { Pool } from '#server/ports/pool.ts';
import { DimensionError, isDimensionError, publicError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { AutomatonId, ChallengeId } from '#shared/base/ids.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Ruling } from '#shared/records/ruling.ts';
import type { AutomatonBodies } from './bodies.ts';
import { CpuMeter } from './cpu-meter.ts';
import { Ending } from './ending.ts';
import { runErrand } from './errands.ts';
import { type PlantingNeeds, plantAutomata } from './planting.ts';
import { automataSecret, turnRng } from './secret.ts';
import { takeTurn } from './turn.ts';
import { viewOf } from './view.ts';

/** What the automata need of the house. */
export interface AutomataNeeds extends PlantingNeeds {
  readonly door: Door;
  readonly pool: Pool;
  readonly counts: Counts;
  readonly bodies: AutomatonBodies;
  /** Share of one core that all of them together may use; with 0 they only stand there. */
  readonly cpuShare: number;
  /** Puts a run that an automaton made on its own into the challenge's log. */
  readonly keepRun: (challenge: ChallengeId, run: MachineRun) => Promise<void>;
}

/** Wall time between two turns, ms: shortest for the least patient, and in a world that is still bare. */
const PAUSE_MS = { least: 6_000, patience: 12_000 };
const BARE_WORKS = 12;
const BARE_SHARE = 0.2;
/** A review that waited long for a free worker did not compute all that time, s. */
const REVIEW_MOST_SECONDS = 3;
/** After an error it waits longer before it tries anything again, ms. */
const AFTER_ERROR_MS = 30_000;

/** Plants the first automata if there are none, and lets all of them live until `close`. */
export function startAutomata(needs: AutomataNeeds): { close(): Promise<void> } {
  const life = new Life(needs);
  const living = life.live();
  return {
    async close() {
      life.end();
      await living;
    },
  };
}

/** What every turn of this life is taken with. */
interface Gear {
  readonly secret: string;
  readonly crafts: Crafts;
  readonly skills: readonly Skill[];
}

class Life {
  readonly #needs: AutomataNeeds;
  readonly #meter: CpuMeter;
  readonly #ending = new Ending();
  /** Works that anybody saw when they last looked. */
  #works = 0;
  /** Only one of them computes at a time, so that the share is never spent twice. */
  #desk: Promise<unknown> = Promise.resolve();

  constructor(needs: AutomataNeeds) {
    this.#needs = needs;
    this.#meter = new CpuMeter(needs.cpuShare, needs.clock());
  }

  end(): void {
    this.#needs.bodies.close();
    this.#ending.end();
  }

  async live(): Promise<void> {
    try {
      const crafts = await loadCrafts();
      const skills = await Promise.all(Object.keys(SKILLS).map((id) => load(SKILLS, id)));
      const automata = await plantAutomata(this.#needs);
      const secret = await automataSecret(this.#needs.store);
      if (this.#ending.over) return;
      for (const automaton of automata) this.#needs.bodies.show(automaton);
      if (this.#needs.cpuShare <= 0) return;
      const makers = automata.filter(({ id }) => id !== GUIDE.id);
      await Promise.all(makers.map(({ id }, index) => this.#turns(id, index, { secret, crafts, skills })));
    } catch (error) {
      if (!this.#ending.over)
        this.#needs.counts.error('automata.start', `The automata did not start: ${String(error)}`);
    }
  }

  async #turns(id: AutomatonId, index: number, gear: Gear): Promise<void> {
    await this.#ending.pause(1_500 * (index + 1));
    while (!this.#ending.over) {
      const calm = await this.#turn(id, gear);
      const self = await this.#self(id);
      const patience = self?.personality.patience ?? 0.5;
      const full = Math.min(1, this.#works / BARE_WORKS);
      const share = BARE_SHARE + (1 - BARE_SHARE) * full;
      await this.#ending.pause(calm ? share * (PAUSE_MS.least + PAUSE_MS.patience * patience) : AFTER_ERROR_MS);
    }
  }

  /** One turn; whatever breaks is shown as the automaton's last error. @returns false after an error */
  async #turn(id: AutomatonId, { secret, crafts, skills }: Gear): Promise<boolean> {
    const { store, bodies, clock } = this.#needs;
    try {
      const self = await this.#self(id);
      if (self === null) return false;
      const turn = await this.#count(id);
      const view = await viewOf(self, turn, this.#meter.left(clock()), store);
      this.#works = view.works.length;
      const tell = (doing: Automaton['doing'], because: string) => this.#tell(id, { doing, because });
      const compute = (errand: Errand) => this.#compute(id, errand);
      const submit = (intent: Intent) => this.#submit(self, intent);
      const taken = takeTurn(self, view, turnRng(secret, id, turn), {
        store,
        bodies,
        crafts,
        skills,
        tell,
        compute,
        submit,
      });
      await this.#ending.before(taken);
      await this.#tell(id, { lastError: null });
      return true;
    } catch (error) {
      if (this.#ending.over) return false;
      const { code, sentence } = publicError(error);
      this.#needs.counts.error(`automaton.${code}`, `${id}: ${isDimensionError(error) ? sentence : String(error)}`);
      await this.#tell(id, { doing: 'resting', lastError: sentence }).catch(() => undefined);
      return false;
    }
  }

  /** One errand at a time: the others wait for the desk. */
  async #compute(id: AutomatonId, errand: Errand): Promise<CanonicalValue> {
    const turn = this.#desk.then(() => {
      if (this.#ending.over) throw new DimensionError('automata.over', 'The world closes.');
      return runErrand(errand, this.#needs.pool);
    });
    this.#desk = turn.catch(() => undefined);
    const { result, cpuSeconds, tried } = await turn;
    await this.#pay(id, cpuSeconds);
    if (tried !== undefined) await this.#needs.keepRun(tried.challenge, tried.run);
    return result;
  }

  async #submit({ id, account, name }: Automaton, intent: Intent): Promise<Ruling> {
    const startedAt = performance.now();
    const actor = { kind: 'automaton', address: account, automaton: id, name } as const;
    const ruling = await this.#needs.door.submitIntent(actor, intent);
    // Reviews run in the pool too; wall time is never less than their CPU time.
    const cpuSeconds = Math.min(REVIEW_MOST_SECONDS, (performance.now() - startedAt) / 1_000);
    await this.#pay(id, cpuSeconds);
    return ruling;
  }

  async #pay(id: AutomatonId, cpuSeconds: number): Promise<void> {
    this.#meter.spend(cpuSeconds);
    await this.#change(id, (self) => ({ ...self, cpuSecondsUsed: self.cpuSecondsUsed + cpuSeconds }));
  }

  async #self(id: AutomatonId): Promise<Automaton | null> {
    if (this.#ending.over) return null;
    return (await this.#needs.store.automata()).find((automaton) => automaton.id === id) ?? null;
  }

  async #count(id: AutomatonId): Promise<number> {
    const key = `turn:${id}`;
    return this.#needs.store.transact(async (tx) => {
      const turn = Number((await tx.fact(key)) ?? 0) + 1;
      await tx.setFact(key, String(turn));
      return turn;
    });
  }

  async #tell(id: AutomatonId, change: Partial<Pick<Automaton, 'doing' | 'because' | 'lastError'>>): Promise<void> {
    await this.#change(id, (automaton) => ({ ...automaton, ...change }));
  }

  async #change(id: AutomatonId, how: (automaton: Automaton) => Automaton): Promise<void> {
    if (this.#ending.over) return;
    const { store, bodies, clock } = this.#needs;
    const changed = await store.transact(async (tx) => {
      const self = (await tx.automata()).find((automaton) => automaton.id === id);
      if (self === undefined) return null;
      const next = { ...how(self), heartbeatAtMs: clock() };
      await tx.putAutomaton(next);
      return next;
    });
    if (changed !== null) bodies.show(changed);
  }
}
