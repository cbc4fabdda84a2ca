/** The world as this browser lives in it: joins, predicts the own avatar, shows the others, talks, and streams runs. */
import type { InputHandle } from '@colyseus/sdk';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { InputClock } from '#shared/motion/input-clock.ts';
import type { Pose } from '#shared/motion/pose.ts';
import { Prediction } from '#shared/motion/prediction.ts';
import { type AskableGesture, gestureNumber } from '#shared/protocol/gestures.ts';
import type {
  AnswerTo,
  ClientMessage,
  MessageBody,
  PartyNews,
  PlayedNews,
  Reply,
  ServerMessages,
} from '#shared/protocol/messages.ts';
import type { Avatar, MoveInput, WorldState } from '#shared/protocol/world-state.ts';
import type { ReportReason } from '#shared/records/report.ts';
import { type AvatarPose, avatarPose, strollerOf } from './avatar-pose.ts';
import { Connection, type Status, type WorldRoom } from './connection.ts';
import { reasonOf } from './joining.ts';
import { LineQuality } from './line-quality.ts';
import { Others } from './others.ts';
import { PartyLine } from './party-line.ts';
import { readReply } from './read-reply.ts';
import { RunStream } from './run-stream.ts';
import { Listeners } from './signal.ts';
import type { Refusal } from './streamed-run.ts';

/** What joining takes. */
export interface JoinWorld {
  /** Origin of the server, http or https. */
  readonly url: string;
  /** The bearer token; asked again with `fresh` when the server no longer knows the last one. */
  readonly token: (fresh: boolean) => Promise<string>;
  /** The device itself says that it has no network. */
  readonly isOffline?: () => boolean;
}

/** Lines of the guide that wait for the page. */
const MOST_EARLY = 8;
/** Frames farther apart than this are a page that stood still, ms. */
const STOOD_STILL_MS = 1_000;

/** Joins the room `world`. @throws DimensionError `join.*`, `sign-in.*`, `protocol.version` */
export async function joinWorld(needs: JoinWorld): Promise<WorldClient> {
  const client = new WorldClient(needs);
  await client.open();
  return client;
}

/** One life in the world, across all its connections. */
export class WorldClient {
  readonly #connection: Connection;
  readonly #runs: RunStream;
  /** Those one gathers and plays with. */
  readonly party = new PartyLine((type, body) => this.#ask(type, body));
  readonly #clock = new InputClock();
  readonly #others = new Others();
  readonly #changes = new Listeners<WorldState>();
  readonly #said = new Listeners<ServerMessages['said']>();
  readonly #news = new Listeners<ServerMessages['news']>();
  readonly #told = new Listeners<ServerMessages['told']>();
  /** What the guide said while the page was still being built; null once somebody listens. */
  #early: ServerMessages['told'][] | null = [];
  readonly #trouble = new Listeners<Refusal>();
  #room: WorldRoom | null = null;
  #input: InputHandle<MoveInput> | null = null;
  #prediction: Prediction | null = null;
  #shown: Pose | null = null;
  readonly #line = new LineQuality();
  #isWeak = false;
  #frameMs = 0;

  constructor(needs: JoinWorld) {
    this.#connection = new Connection({
      ...needs,
      needsSeat: () => this.#runs.isUnderWay || this.party.isUnderWay,
      onRoom: (room, returned) => this.#enter(room, returned),
    });
    this.#runs = new RunStream({
      ask: (type, body) => this.#send(type, body),
      isOpen: () => this.#connection.room !== null,
      trouble: (refusal) => this.#trouble.tell(refusal),
    });
  }

  /** Joins; called once by `joinWorld`. */
  open(): Promise<void> {
    return this.#connection.open();
  }

  /** The own session; another one after a restart of the server. */
  get session(): string {
    return this.#room?.sessionId ?? '';
  }
  /** Everything the room shows, to read only. */
  get state(): WorldState {
    if (this.#room === null) throw new DimensionError('join.first', 'The world was not joined yet.');
    return this.#room.state;
  }
  /** The line is weak just now: others are shown late. */
  get isLineWeak(): boolean {
    return this.#isWeak;
  }
  /** How often the server corrected the own avatar. */
  get corrections(): number {
    return this.#prediction?.corrections ?? 0;
  }

  status(): Status {
    return this.#connection.status;
  }
  onStatus(listener: (status: Status) => void): () => void {
    return this.#connection.onStatus(listener);
  }
  /** After every patch of the state. */
  onChange(listener: (state: WorldState) => void): () => void {
    return this.#changes.on(listener);
  }
  onSaid(listener: (said: ServerMessages['said']) => void): () => void {
    return this.#said.on(listener);
  }
  onNews(listener: (news: ServerMessages['news']) => void): () => void {
    return this.#news.on(listener);
  }
  /** The guide said something to this visitor alone. */
  onTold(listener: (told: ServerMessages['told']) => void): () => void {
    for (const told of this.#early ?? []) listener(told);
    this.#early = null;
    return this.#told.on(listener);
  }
  /** The run under way cannot count any more, and why. */
  onRunTrouble(listener: (refusal: Refusal) => void): () => void {
    return this.#trouble.on(listener);
  }

  /** Once a frame, with `performance.now()` and the tape byte of the keys that are down. */
  frame(nowMs: number, keys: number): void {
    this.#connection.watch(nowMs);
    this.#watchLine(nowMs);
    const { inputs, fraction } = this.#clock.frame(nowMs, keys, this.#prediction?.resting ?? true);
    const input = this.#connection.room === null ? null : this.#input;
    if (input !== null && this.#prediction !== null)
      for (const byte of inputs) {
        input.data.keys = byte;
        input.send();
        this.#prediction.step(input.sentCount, byte);
        this.#line.sent(input.sentCount, performance.now());
      }
    this.#shown = this.#prediction?.pose(fraction, nowMs) ?? null;
  }

  /** The own avatar as of the last frame; null before the first. */
  self(): AvatarPose | null {
    const avatar = this.#room?.state.avatars.get(this.session);
    return avatar === undefined || this.#shown === null ? null : avatarPose(this.session, avatar, this.#shown);
  }

  /** Everybody else, people and automata, as they were a moment ago. */
  others(nowMs: number): AvatarPose[] {
    return this.#room === null ? [] : this.#others.shown(this.#room.state.avatars, this.session, nowMs);
  }

  chat(text: string): Promise<Reply<AnswerTo<'chat'>>> {
    return this.#ask('chat', { text });
  }
  /** Tells the host of somebody. */
  report(account: string, reason: ReportReason, words: string): Promise<Reply<AnswerTo<'report'>>> {
    return this.#ask('report', { account, reason, words });
  }
  /** Shows a gesture. */
  gesture(gesture: AskableGesture | 'none'): Promise<Reply<AnswerTo<'emote'>>> {
    return this.#ask('emote', { emote: gestureNumber(gesture) });
  }
  /** Wears a work that stands in the world, or none. */
  wear(work: string | null): Promise<Reply<AnswerTo<'wear'>>> {
    return this.#ask('wear', { work });
  }
  /** Be led by the guide no more. */
  waveOff(): Promise<Reply<AnswerTo<'wave-off'>>> {
    return this.#ask('wave-off', {});
  }
  /** Sits down at a challenge, or gets up from it (null). */
  attend(challenge: string | null): Promise<Reply<AnswerTo<'attend'>>> {
    return this.#ask('attend', { challenge });
  }
  /** Begins (again) a run of a challenge. */
  begin(challenge: string): Promise<Reply<AnswerTo<'begin'>>> {
    return asReply(this.#runs.begin(challenge));
  }
  /** One tick (1/60 s) of the run. */
  push(byte: number): void {
    this.#runs.push(byte);
  }
  /** Lets the server judge the run, even when another one begins meanwhile. */
  finish(): Promise<Reply<AnswerTo<'finish'>>> {
    return asReply(this.#runs.finish());
  }
  /** Leaves the run, unless it is at the judge. */
  leaveRun(): void {
    this.#runs.leave();
  }
  /** The device is online again, or the page is seen again: whether the line still stands is found out at once. */
  look(): void {
    this.#connection.look();
  }
  /** Leaves the world. */
  leave(): Promise<void> {
    return this.#connection.close();
  }

  #enter(room: WorldRoom, returned: boolean): void {
    this.#room = room;
    this.#input = room.input<MoveInput>({ mode: 'reliable' });
    this.#prediction = null;
    this.#others.reset();
    this.#line.forget(performance.now());
    room.onMessage('said', (said: ServerMessages['said']) => this.#said.tell(said));
    room.onMessage('party', (news: PartyNews) => this.party.told(news));
    room.onMessage('played', (piece: PlayedNews) => this.party.heard(piece));
    room.onMessage('told', (told: ServerMessages['told']) => {
      if (this.#early === null) this.#told.tell(told);
      else this.#early = [...this.#early, told].slice(-MOST_EARLY);
    });
    room.onMessage('news', (news: ServerMessages['news']) => this.#news.tell(news));
    room.onStateChange((state) => {
      if (room === this.#room) this.#patched(room, state);
    });
    for (const line of [this.#runs, this.party])
      if (returned) line.resume();
      else line.lose();
  }

  #patched(room: WorldRoom, state: WorldState): void {
    const nowMs = performance.now();
    this.#others.heard(state.avatars, room.sessionId, room.clock.lastServerTime(), nowMs);
    this.#line.heard(this.#input?.lastProcessed ?? 0, nowMs);
    const own = state.avatars.get(room.sessionId);
    if (own !== undefined) this.#correct(own);
    this.#changes.tell(state);
  }

  #watchLine(nowMs: number): void {
    if (nowMs - this.#frameMs > STOOD_STILL_MS) this.#line.forget(performance.now());
    this.#frameMs = nowMs;
    this.#isWeak = this.#connection.room !== null && this.#line.isWeak(performance.now());
  }

  #correct(avatar: Avatar): void {
    const truth = strollerOf(avatar);
    if (this.#prediction === null) this.#prediction = new Prediction(truth, ISLAND_GROUND);
    else this.#prediction.correct(truth, this.#input?.lastProcessed ?? 0);
  }

  #ask<M extends ClientMessage>(type: M, body: MessageBody<M>): Promise<Reply<AnswerTo<M>>> {
    return asReply(this.#send(type, body));
  }

  async #send<M extends ClientMessage>(type: M, body: MessageBody<M>): Promise<Reply<AnswerTo<M>>> {
    const room = this.#connection.room;
    if (room === null) throw new DimensionError('join.away', 'The world cannot be reached right now.');
    const answer: unknown = await room.request(type, body, { timeout: isJudging(type) ? 60_000 : 10_000 });
    return readReply(type, answer);
  }
}

/** The judge replays a whole run before the answer comes. */
function isJudging(type: ClientMessage): boolean {
  return type === 'finish' || type === 'arrived';
}

/** A broken connection is an answer too: whoever asked shows its sentence. */
async function asReply<T>(asked: Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await asked;
  } catch (error) {
    const { code, message } = reasonOf(error);
    return { ok: false, code, sentence: message };
  }
}
