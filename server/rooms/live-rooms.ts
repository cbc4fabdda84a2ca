/** The rooms that are open in this process: what the host sees, and one avatar an account across all of them. */
import type { Playing } from '#server/ports/presence.ts';
import type { Address } from '#shared/base/ids.ts';
import type { HostStatus } from '#shared/protocol/routes.ts';
import type { TickTimes } from './tick-times.ts';

/** What a room lets others see and ask. */
export interface LiveRoom {
  readonly id: string;
  readonly ticks: TickTimes;
  players(): number;
  playing(): readonly Playing[];
  /** Sends whoever plays as `account` away; the newcomer takes over. */
  stepAside(account: Address): void;
  /** True when `account` is connected here by another session than `session`. */
  isElsewhere(account: Address, session: string): boolean;
}

/** Rooms enter when they open and leave when they close. */
export class LiveRoomList {
  readonly #rooms = new Map<string, LiveRoom>();

  add(room: LiveRoom): void {
    this.#rooms.set(room.id, room);
  }

  remove(id: string): void {
    this.#rooms.delete(id);
  }

  /** Everywhere in this process, whoever plays as `account` makes way for the newest session. */
  stepAside(account: Address): void {
    for (const room of this.#rooms.values()) room.stepAside(account);
  }

  /** True when `account` is connected to any room of this process by another session than `session`. */
  isElsewhere(account: Address, session: string): boolean {
    return [...this.#rooms.values()].some((room) => room.isElsewhere(account, session));
  }

  /** Who is on which challenge, in all rooms of this process. */
  playing(): readonly Playing[] {
    return [...this.#rooms.values()].flatMap((room) => room.playing());
  }

  /** For the host's page. */
  all(): HostStatus['rooms'] {
    return [...this.#rooms.values()].map((room) => ({
      id: room.id,
      players: room.players(),
      tickP50Ms: room.ticks.quantile(0.5),
      tickP99Ms: room.ticks.quantile(0.99),
    }));
  }
}
