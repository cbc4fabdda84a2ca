/** What people say in a room: softened, kept from whom the host silenced, and remembered for a report. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '#server/ports/clock.ts';
import type { Store } from '#server/ports/store.ts';
import type { WordFilter } from '#server/ports/word-filter.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import type { MessageBody, ServerMessages } from '#shared/protocol/messages.ts';
import type { SaidLine } from '#shared/records/report.ts';
import type { Seat } from './seat.ts';

/** Of every person so many lines are remembered, and of so many people; all of it only as long as the room is open. */
const LINES = 12;
const SPEAKERS = 200;
/** A person may report the same other one again after this, ms. */
const AGAIN_MS = 10 * 60_000;
/** Reports that may wait for the host, of all and of one: what is there is never pushed out by what comes. */
const MOST_OPEN = 200;
const MOST_OF_ONE = 5;

/** What talking needs. */
export interface TalkNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly filter: WordFilter;
  /** Tells everybody in the room. */
  tell(said: ServerMessages['said']): void;
  /** The name under which an account is here, or was lately; null for one that was not. */
  nameOf(account: Address): string | null;
}

/** The talk of one room. */
export class Talk {
  readonly #needs: TalkNeeds;
  readonly #said = new Map<Address, SaidLine[]>();
  readonly #reported = new Map<string, number>();

  constructor(needs: TalkNeeds) {
    this.#needs = needs;
  }

  /** @throws DimensionError `chat.silenced` */
  async say({ session, person }: Seat, text: string): Promise<void> {
    const { store, clock, filter, tell } = this.#needs;
    const nowMs = clock();
    const silence = await store.silence(person.address);
    if (silence !== null && silence.untilMs > nowMs)
      throw new DimensionError('chat.silenced', 'The host has taken the word from you for a while.', {
        untilMs: silence.untilMs,
      });
    this.#remember(person.address, { atMs: nowMs, text });
    tell({ session, address: person.address, name: person.name, text: filter.soften(text) });
  }

  /** Tells the host of somebody. @throws DimensionError `report.unknown`, `report.self`, `report.again`, `report.many` */
  async report({ person }: Seat, { account, reason, words }: MessageBody<'report'>): Promise<void> {
    const { store, clock, nameOf } = this.#needs;
    const accused = parseAddress(account);
    if (accused === person.address) throw new DimensionError('report.self', 'You cannot report yourself.');
    const accusedName = nameOf(accused) ?? (await store.person(accused))?.name ?? null;
    if (accusedName === null) throw new DimensionError('report.unknown', 'Nobody of that account has been here.');
    const nowMs = clock();
    const key = `${person.address} ${accused}`;
    if (nowMs - (this.#reported.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS)
      throw new DimensionError('report.again', 'The host has your report and will read it.');
    const open = await store.reports(MOST_OPEN);
    if (open.length >= MOST_OPEN || open.filter(({ reporter }) => reporter === person.address).length >= MOST_OF_ONE)
      throw new DimensionError('report.many', 'The host has many reports to read first.');
    for (const [pair, atMs] of this.#reported) if (nowMs - atMs >= AGAIN_MS) this.#reported.delete(pair);
    this.#reported.set(key, nowMs);
    const report = {
      id: randomBytes(32).toString('hex'),
      accused,
      accusedName,
      reporter: person.address,
      reporterName: person.name,
      reason,
      words,
      lines: this.#said.get(accused) ?? [],
      atMs: nowMs,
    };
    await store.transact((tx) => tx.addReport(report));
  }

  #remember(account: Address, line: SaidLine): void {
    const lines = [...(this.#said.get(account) ?? []), line].slice(-LINES);
    // Taken out and put in again, so that the map stays in the order of speaking.
    this.#said.delete(account);
    this.#said.set(account, lines);
    const oldest = this.#said.keys().next().value;
    if (this.#said.size > SPEAKERS && oldest !== undefined) this.#said.delete(oldest);
  }
}
