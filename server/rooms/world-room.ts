/** The room `world`: everybody walks here together at 20 Hz, sees what stands, talks, and plays runs. */
import { type Client, CloseCode, matchMaker, Room } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { SPAWN_SPOTS } from '#content/world/island.ts';
import type { Clock, Stopwatch } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Door, Sessions } from '#server/ports/door.ts';
import type { Guiding } from '#server/ports/guiding.ts';
import type { Bodies, Playing } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import type { WordFilter } from '#server/ports/word-filter.ts';
import type { Address } from '#shared/base/ids.ts';
import { placeStroller, STROLL_HZ, type Stroller } from '#shared/physics/stroll.ts';
import { CLIENT_MESSAGES, type ClientMessage, joinSchema, type ServerMessages } from '#shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { MoveInput, WorldState } from '#shared/protocol/world-state.ts';
import type { Person } from '#shared/records/actor.ts';
import type { RoomAnnouncer } from './announcer.ts';
import { watchFrames } from './frames.ts';
import { showCrowds } from './gate-crowds.ts';
import { Landmarks } from './landmarks.ts';
import type { LiveRoom, LiveRoomList } from './live-rooms.ts';
import { openParties } from './party-desk.ts';
import { Places } from './places.ts';
import { AUTH_FAILED, makeWay, refused, VERSION_DIFFERS } from './refusals.ts';
import { Replies } from './replies.ts';
import { Seat } from './seat.ts';
import { showBodies } from './show-bodies.ts';
import { cutOff, isBehind } from './slow-client.ts';
import { Talk } from './talk.ts';
import { TickTimes } from './tick-times.ts';

/** What the room needs of the house. */
export interface RoomPorts {
  readonly sessions: Sessions;
  readonly door: Door;
  readonly store: Store;
  readonly announcer: RoomAnnouncer;
  readonly bodies: Bodies;
  readonly guide: Guiding;
  readonly live: LiveRoomList;
  readonly counts: Counts;
  readonly stopwatch: Stopwatch;
  readonly clock: Clock;
  readonly filter: WordFilter;
}

/** The client as the room knows it. */
type WorldSeatClient = Client<{ auth: Person; messages: ServerMessages }>;
/** The type of the room, as `typeof server` shows it to clients. */
export type WorldRoom = Room<{ state: WorldState; input: MoveInput; client: WorldSeatClient }>;

const MOST_PEOPLE = 50;
/** A connection that was lost may come back within this many seconds. */
const COME_BACK_SECONDS = 60;
/** Frames a second above which a client floods the room: inputs are 20, the rest is far below. */
const MOST_FRAMES = 240;
/** A server that is killed puts people back where they were at most this long ago. */
const KEEP_PLACES_TICKS = 3 * STROLL_HZ;
const STATE_BYTES = 256 * 1024;
const CLOSE_ANOTHER_WINDOW = 4101;

/** The class of the room for one server; Colyseus makes one instance a room. */
export function makeWorldRoom(ports: RoomPorts): new () => WorldRoom {
  // Rooms open when somebody comes; nobody may open one beside an empty one as often as they like.
  matchMaker.controller.exposedMethods = ['joinOrCreate', 'reconnect'];
  Encoder.BUFFER_SIZE = Math.max(Encoder.BUFFER_SIZE, STATE_BYTES);

  return class World
    extends Room<{ state: WorldState; input: MoveInput; client: WorldSeatClient }>
    implements LiveRoom
  {
    override state = new WorldState();
    override maxClients = MOST_PEOPLE;
    override maxMessagesPerSecond = MOST_FRAMES;
    // Always: a room without input hands shared buffers to slow sockets, which later patches then overwrite.
    override readonly inputs = this.defineInput(MoveInput, { bufferMaxSize: 32 });
    readonly ticks = new TickTimes();
    readonly #seats = new Map<string, Seat>();
    readonly #landmarks = new Landmarks(this.state, ports.store, ports.clock);
    readonly #places = new Places(ports.store, ISLAND_GROUND);
    readonly #parties = openParties({
      ...ports,
      send: (session, type, news) => this.clients.get(session)?.send(type, news),
      announce: (news) => this.broadcast('news', news),
      changed: () => this.#showCrowds(),
    });
    readonly #replies = new Replies({
      ...ports,
      parties: this.#parties,
      talk: new Talk({
        ...ports,
        tell: (said) => this.broadcast('said', said),
        nameOf: (account) =>
          [...this.#seats.values()].find((seat) => seat.person.address === account)?.person.name ?? null,
      }),
      isPlaced: (work) => this.state.works.has(work),
      runsChanged: () => this.#showCrowds(),
    });
    #deaf: () => void = () => undefined;
    #tick = 0;

    get id(): string {
      return this.roomId;
    }

    static override async onAuth(_token: string, options: unknown): Promise<Person> {
      const asked = joinSchema.safeParse(options);
      if (!asked.success) throw refused(ports.counts, AUTH_FAILED, 'sign-in.missing', 'Sign in before you join.');
      if (asked.data.protocol !== PROTOCOL_VERSION)
        throw refused(ports.counts, VERSION_DIFFERS, 'protocol.version', 'This page is out of date; reload it.');
      const person = await ports.sessions.person(asked.data.token);
      if (person === null) throw refused(ports.counts, AUTH_FAILED, 'sign-in.expired', 'Your sign-in has ended.');
      return person;
    }

    override async onCreate(): Promise<void> {
      this.setFixedTimestep(() => this.#step(), STROLL_HZ);
      // Only now: without a timestep, a null rate starts a second timer that steals this one's time.
      this.patchRate = null;
      for (const type of messageTypes())
        this.onMessage(type, (client, raw: unknown) =>
          this.#replies.answer(type, this.#seats.get(client.sessionId), raw),
        );
      this.#deaf = ports.announcer.subscribe({
        news: (news) => this.broadcast('news', news),
        challengeChanged: (challenge) => this.#background(this.#landmarks.challengeChanged(challenge)),
        workChanged: (work) => this.#background(this.#landmarks.workChanged(work)),
      });
      ports.live.add(this);
      await this.#landmarks.load();
      showBodies(ports.bodies, this.state);
    }

    override async onJoin(client: WorldSeatClient, options?: unknown): Promise<void> {
      const person = client.auth;
      if (person === undefined) throw refused(ports.counts, AUTH_FAILED, 'sign-in.missing', 'Sign in before you join.');
      makeWay(ports.live, ports.counts, person.address, options);
      const at = (await this.#places.find(person.address)) ?? this.#spawn();
      // Once more: another session of theirs may have come in while we looked for the place.
      makeWay(ports.live, ports.counts, person.address, options);
      const seat = new Seat(client.sessionId, person, at);
      this.#seats.set(client.sessionId, seat);
      this.state.avatars.set(client.sessionId, seat.avatar);
      watchFrames(client, ports.counts);
      this.#showAround(seat);
    }

    override onDrop(client: WorldSeatClient, code: number): void {
      const seat = this.#seats.get(client.sessionId);
      if (seat === undefined) return;
      seat.avatar.connected = false;
      // Nobody waits for whom a line may never bring back; in a run the others' patience decides.
      if (seat.party?.phase === 'gathering') this.#parties.part(seat);
      this.#places.note(seat.person.address, seat.stroller);
      if (code === CloseCode.SERVER_SHUTDOWN) return;
      const back = this.allowReconnection(client, COME_BACK_SECONDS);
      back.catch(() => undefined);
      seat.giveUp = () => back.reject(false);
    }

    override onReconnect(client: WorldSeatClient): void {
      const seat = this.#seats.get(client.sessionId);
      if (seat === undefined) return;
      seat.giveUp = null;
      seat.avatar.connected = true;
      watchFrames(client, ports.counts);
    }

    override onLeave(client: WorldSeatClient): void {
      const seat = this.#seats.get(client.sessionId);
      if (seat === undefined) return;
      this.#replies.attend(seat, null);
      this.#forget(seat);
      this.state.avatars.delete(client.sessionId);
      this.#places.note(seat.person.address, seat.stroller);
      this.#background(this.#places.flush());
      this.#showCrowds();
    }

    override async onDispose(): Promise<void> {
      this.#deaf();
      ports.live.remove(this.roomId);
      await this.#places.flush();
    }

    override onUncaughtException(error: Error, method: string): void {
      ports.counts.error('room.fault', `The world's ${method} broke: ${error.message}`);
    }

    players(): number {
      return this.#seats.size;
    }

    playing(): readonly Playing[] {
      const playing: Playing[] = [];
      for (const { challenge, person } of this.#seats.values())
        if (challenge !== null) playing.push({ challenge, address: person.address, name: person.name });
      return playing;
    }

    stepAside(account: Address): void {
      for (const seat of [...this.#seats.values()]) {
        if (seat.person.address !== account) continue;
        this.#places.note(account, seat.stroller);
        if (seat.giveUp !== null) seat.giveUp();
        else this.clients.get(seat.session)?.leave(CLOSE_ANOTHER_WINDOW);
        this.#forget(seat);
        this.state.avatars.delete(seat.session);
      }
    }

    /** Their seat is given up: whoever plays with them hears it. */
    #forget(seat: Seat): void {
      seat.isGone = true;
      ports.guide.wentAway(seat.session);
      this.#parties.part(seat);
      this.#seats.delete(seat.session);
    }

    #showAround(seat: Seat): void {
      const { session, person, stroller } = seat;
      ports.guide.cameIn({
        session,
        account: person.address,
        name: person.name,
        at: stroller,
        isBusy: () => seat.challenge !== null,
        tell: (told) => this.clients.get(session)?.send('told', told),
      });
    }

    isElsewhere(account: Address, session: string): boolean {
      return [...this.#seats.values()].some(
        (seat) => seat.person.address === account && seat.session !== session && seat.avatar.connected,
      );
    }

    #step(): void {
      const startedAt = performance.now();
      this.#parties.tick();
      for (const [session, seat] of this.#seats)
        if (seat.tick(this.inputs.get(session), ISLAND_GROUND)) ports.counts.count('motion.too-fast');
      showBodies(ports.bodies, this.state);
      this.broadcastPatch();
      this.#guard();
      if (++this.#tick % KEEP_PLACES_TICKS === 0) this.#keepPlaces();
      this.ticks.add(performance.now() - startedAt);
    }

    /** Whoever reads too slowly is cut off before their queue eats the memory; they come back to a fresh state. */
    #guard(): void {
      for (const client of this.clients) {
        if (!isBehind(client)) continue;
        ports.counts.count('client.slow');
        cutOff(client);
      }
    }

    #showCrowds(): void {
      showCrowds(this.#seats.values(), this.#parties.gathering(), this.state);
    }

    #keepPlaces(): void {
      this.#landmarks.age(ports.clock());
      for (const { person, stroller } of this.#seats.values()) this.#places.note(person.address, stroller);
      this.#background(this.#places.flush());
    }

    #spawn(): Stroller {
      const spot = SPAWN_SPOTS[this.#seats.size % SPAWN_SPOTS.length];
      return placeStroller(spot?.x ?? 0, spot?.z ?? 10, spot?.yaw ?? 0, ISLAND_GROUND);
    }

    #background(work: Promise<unknown>): void {
      work.catch((error: unknown) =>
        ports.counts.error('room.fault', `Keeping the world's state broke: ${String(error)}`),
      );
    }
  };
}

function messageTypes(): ClientMessage[] {
  return Object.keys(CLIENT_MESSAGES).filter((type): type is ClientMessage => Object.hasOwn(CLIENT_MESSAGES, type));
}
