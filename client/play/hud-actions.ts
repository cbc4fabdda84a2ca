/** What the panels may ask of the game. */

import type { ComponentChild } from 'preact';
import type { ConsentWord } from '#client/net/consent-word.ts';
import type { FormerKey } from '#client/net/guest-key.ts';
import type { Picture } from '#client/scene/picture.ts';
import type { Place } from '#client/wayfinding/place.ts';
import type { AskableGesture } from '#shared/protocol/gestures.ts';
import type { Answers } from '#shared/protocol/routes.ts';
import type { ReportReason } from '#shared/records/report.ts';
import type { Panel } from './hud-state.ts';
import type { Wearable } from './wear-choice.tsx';

/** What became of a key that was brought: taken, refused with a sentence, or a question whether to become `account`. */
export type KeyAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'asks'; readonly account: string };

/** Every act of the visitor that is not a motion. Acts that can fail answer with the sentence to show, or null. */
export interface HudActions {
  open(panel: Panel): void;
  close(): void;
  say(text: string): Promise<string | null>;
  /** Walks after somebody, by session; null stands still. */
  follow(session: string | null): void;
  /** Shows the way to a place; null shows none. */
  track(place: Place | null): void;
  /** Walks to a place until a key is pressed. */
  walkTo(place: Place): void;
  /** Stands still. */
  halt(): void;
  /** What the map's panel and that of the suggestions hold. */
  mapPage(): Promise<() => ComponentChild>;
  questPage(): Promise<() => ComponentChild>;
  /** Opens the list of people at one of them, also when they have left. */
  openPerson(address: string, name: string): void;
  /** Hears an account no more, or again. */
  mute(account: string, muted: boolean): void;
  /** Tells the host of an account; answers with the sentence to show when that is refused, or null. */
  report(account: string, reason: ReportReason, words: string): Promise<string | null>;
  gesture(gesture: AskableGesture): void;
  /** Wears a work, or none; answers with the sentence to show, or null. */
  wear(work: string | null): Promise<string | null>;
  /** The work that is worn, what can be worn, and how it looks. */
  worn(): string | null;
  wearable(): readonly Wearable[];
  swatch(work: string): Promise<Picture | null>;
  openGate(challenge: string): void;
  playCard(): void;
  /** Plays alone, with the run of an attempt as the ghost. */
  race(attempt: string): void;
  /** Waits at the gate of a course for several, or joins who waits there. */
  gather(): void;
  /** Begins with those who wait too. */
  setOff(): void;
  stopWaiting(): void;
  /** No more hints, and no guide. */
  dismissHints(): void;
  /** The hints of the first visit again. */
  hintsAgain(): void;
  takePhotos(): void;
  leavePhoto(): void;
  restart(): void;
  /** On a course for several: moves the next of them. */
  switchOver(): void;
  leaveCourse(): void;
  /** Whether solvers may learn from this person: read it and say it. */
  readonly consent: ConsentWord;
  /** What one tried so far, the newest first; the server is asked. @throws DimensionError */
  ownTries(): Promise<Answers['ownAttempts']>;
  /** The guest key as text to keep. */
  keyText(): string;
  /** The keys that other keys took the place of in this browser, the newest first. */
  formerKeys(): Promise<readonly FormerKey[]>;
  /** Takes another key and signs in with it; asks first, unless the visitor is sure. */
  bringKey(text: string, sure: boolean): Promise<KeyAnswer>;
  /** Gives the keyboard to the chat line, or back to the world. */
  chat(open: boolean): void;
  stick(right: number, forward: number): void;
  hold(button: 'jump' | 'use', down: boolean): void;
}
