/** The page while something is watched: what was chosen, and where it is, as signals that the frames write. */
import { type Signal, signal } from '@preact/signals';
import { t } from '#client/i18n/translate.ts';
import type { Api } from '#client/net/api.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import type { Flight } from '#client/scene/free-eye.ts';
import type { Mark } from './film.ts';
import type { FullScreen } from './full-screen.ts';
import type { Watched } from './load-watched.ts';
import type { Speed } from './playhead.ts';
import { fetchRival, type Rival, rivalsOf } from './rivals.ts';
import type { OwnVerdict, Show } from './show.ts';

/** Where it is, for the timeline. */
export interface TimeView {
  readonly tick: number;
  readonly length: number;
  /** Up to where it can be shown by now. */
  readonly known: number;
  readonly playing: boolean;
  readonly ended: boolean;
  readonly speed: Speed;
  readonly marks: readonly Mark[];
}

/** How what this machine says stands to what the world keeps. */
export type Check = 'running' | 'same' | 'differs' | 'unknown';

/** The page's text changes at most this often while it plays, ms. */
const TEXT_MS = 100;

/** One attempt on the page. */
export class Watching {
  readonly watched: Watched;
  readonly full: FullScreen;
  readonly rivals: readonly Rival[];
  readonly time: Signal<TimeView>;
  readonly check: Signal<Check> = signal<Check>('running');
  readonly own: Signal<OwnVerdict | null> = signal<OwnVerdict | null>(null);
  /** What is beside it, and why it is not there yet. */
  readonly rival: Signal<Rival | null> = signal<Rival | null>(null);
  readonly rivalIs: Signal<'there' | 'coming' | { readonly problem: string }> = signal<
    'there' | 'coming' | { readonly problem: string }
  >('there');
  readonly split = signal(false);
  readonly free = signal(false);
  readonly who = signal(0);
  readonly #show: Show;
  readonly #api: Api;
  #flight: Flight = { right: 0, up: 0, ahead: 0 };
  #fast = false;
  #textMs = Number.NEGATIVE_INFINITY;
  #asked = 0;

  constructor(watched: Watched, show: Show, api: Api, full: FullScreen) {
    this.watched = watched;
    this.full = full;
    this.#show = show;
    this.#api = api;
    this.rivals = rivalsOf(watched.card, watched.attempt, watched.family.better);
    this.time = signal(this.#now());
    void this.#compare();
  }

  get counts(): Show['counts'] {
    return this.#show.counts;
  }
  /** Of the characters that start together. */
  get names(): readonly string[] {
    return this.#show.names;
  }

  /** One picture. */
  frame(nowMs: number, seconds: number): void {
    this.#show.fly(this.#flight, seconds, this.#fast);
    this.#show.frame(nowMs, seconds);
    if (nowMs - this.#textMs < TEXT_MS) return;
    this.#textMs = nowMs;
    this.#tell();
  }

  toggle(): void {
    this.#show.playhead.toggle();
    this.#tell();
  }

  seek(tick: number): void {
    this.#show.playhead.seek(tick);
    this.#tell();
  }

  step(by: number): void {
    this.#show.playhead.step(by);
    this.#tell();
  }

  /** From the start, at once. */
  restart(): void {
    const { playhead } = this.#show;
    playhead.seek(0);
    playhead.play();
    this.#tell();
  }

  setSpeed(speed: Speed): void {
    this.#show.playhead.speed = speed;
    this.#tell();
  }

  setSplit(split: boolean): void {
    this.#show.split = split;
    this.split.value = split;
  }

  setFree(free: boolean): void {
    // A fly button that goes away under a finger lets go.
    if (!free) this.fly({ right: 0, up: 0, ahead: 0 }, false);
    this.#show.free = free;
    this.free.value = this.#show.free;
  }

  /** The camera goes to the next of several characters. */
  nextWho(): void {
    this.#show.who = (this.#show.who + 1) % this.names.length;
    this.who.value = this.#show.who;
  }

  /** Pixels of a drag. */
  turn(dx: number, dy: number): void {
    this.#show.turn(dx, dy);
  }
  slide(dx: number, dy: number): void {
    this.#show.slide(dx, dy);
  }
  zoom(factor: number): void {
    this.#show.zoom(factor);
  }

  /** Where the free camera flies until it is told otherwise. */
  fly(flight: Flight, fast: boolean): void {
    this.#flight = flight;
    this.#fast = fast;
  }

  /** A metre on, for whoever presses a button. */
  nudge(flight: Flight): void {
    this.#show.fly(flight, 0.11, false);
  }

  /** Shows something beside it, by its key, or nothing; a drawing is always in a picture of its own. */
  async choose(key: string): Promise<void> {
    const { card, family } = this.watched;
    const rival = this.rivals.find((other) => other.key === key) ?? null;
    const asked = ++this.#asked;
    this.rival.value = rival;
    this.rivalIs.value = rival === null ? 'there' : 'coming';
    if (rival === null) return this.#put(null);
    try {
      const found = await fetchRival(rival, card, family.better, this.#api);
      if (asked === this.#asked) this.#put(found);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#put(null);
      this.rivalIs.value = { problem: t('watch.beside.problem', { reason: sentenceOf(error) }) };
    }
  }

  #put(found: Parameters<Show['beside']>[0]): void {
    this.#show.beside(found);
    this.rivalIs.value = 'there';
    this.setSplit(found !== null && (this.split.value || this.counts === 'pieces'));
    this.#tell();
  }

  #now(): TimeView {
    const { playhead, known, marks } = this.#show;
    const { tick, length, playing, ended, speed } = playhead;
    return { tick, length, known: Math.min(known, length), playing, ended, speed, marks };
  }

  #tell(): void {
    const [before, now] = [this.time.value, this.#now()];
    const same =
      before.tick === now.tick &&
      before.length === now.length &&
      before.known === now.known &&
      before.playing === now.playing &&
      before.speed === now.speed;
    if (!same) this.time.value = { ...now, marks: [...now.marks] };
  }

  async #compare(): Promise<void> {
    const own = await this.#show.ownVerdict();
    const { verdict } = this.watched.attempt;
    this.own.value = own;
    if (own === null) this.check.value = 'unknown';
    else {
      const value = verdict.ok ? String(verdict.value) : null;
      const digest = verdict.digest ?? own.digest;
      const same = (own.value === null ? null : String(own.value)) === value && own.digest === digest;
      this.check.value = same ? 'same' : 'differs';
    }
  }
}
