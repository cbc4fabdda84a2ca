/** The parties of one room, with their ways to the people in it, to the judge and to the gates. */
import type { Stopwatch } from '#server/ports/clock.ts';
import type { Door } from '#server/ports/door.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import { Parties } from './parties.ts';

/** What the desk needs of the room. */
export interface PartyDeskNeeds {
  readonly door: Door;
  readonly stopwatch: Stopwatch;
  /** To the line of one session, when it stands. */
  send<T extends 'party' | 'played'>(session: string, type: T, news: ServerMessages[T]): void;
  /** To everybody. */
  announce(news: ServerMessages['news']): void;
  /** Who waits where has changed. */
  changed(): void;
}

/** Somebody who waits is announced to everybody at most this often. */
const ANNOUNCED = { perSecond: 1 / 60, burst: 2 };

/** Opens the parties of a room. */
export function openParties({ door, stopwatch, send, announce, changed }: PartyDeskNeeds): Parties {
  return new Parties({
    stopwatch,
    tellParty: (seat, news) => send(seat.session, 'party', news),
    tellPlayed: (seat, news) => send(seat.session, 'played', news),
    async judge({ course, players }, run) {
      const [actor] = players;
      const { payload, wallMs } = run.finish();
      if (actor === undefined) throw new DimensionError('party.none', 'Nobody plays this run.');
      const handedIn = { actor, challenge: course.challenge, payload, class: 'live', wallMs } as const;
      return door.attempt({ ...handedIn, party: players });
    },
    waits(seat, party) {
      if (!seat.buckets.take('waiting', ANNOUNCED, stopwatch())) return;
      const { name, address } = seat.person;
      const sentence = `${name} waits for ${more(party.wanted)} at "${party.course.title}".`;
      const parts = { says: 'waits', title: party.course.title, names: [name], count: party.wanted } as const;
      announce({ kind: 'gate', id: party.course.challenge, who: address, sentence, parts });
    },
    changed,
  });
}

function more(wanted: number): string {
  return wanted === 1 ? 'one more' : wanted === 2 ? 'two more' : 'three more';
}
