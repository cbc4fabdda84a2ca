/** Everything the page shows beside the world, as signals that the game writes at most ten times a second. */
import { type Signal, signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Status } from '#client/net/connection.ts';
import type { Caption } from '#client/sound/captions.ts';
import { createQuestState, type QuestState } from '#client/wayfinding/quests.ts';
import { createWayState, type WayState } from '#client/wayfinding/way-state.ts';
import type { RunResult } from '#shared/protocol/messages.ts';
import type { News } from '#shared/protocol/news.ts';
import type { ChallengeCard, Profile } from '#shared/protocol/routes.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { DailyNews } from '#shared/records/news-day.ts';
import type { GhostRun } from './fetch-ghost.ts';
import type { Hint } from './hints.ts';
import type { PhotoMode } from './photo-mode.ts';
import type { moodWords } from './sky-mood.ts';

/** Where the visit stands; the page's `data-state` says it too. */
export type Phase = 'joining' | 'walking' | 'course' | 'bench' | 'lost';

/** What may lie open beside the world; at most one. */
export type Panel = 'gate' | 'people' | 'profile' | 'board' | 'automata' | 'settings' | 'help' | 'map' | 'quests';

/** A line of chat, or a line of news among them. */
export interface ChatLine {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly news: boolean;
  /** Account of the other person who said it; null for one's own lines, for news and for the guide. */
  readonly speaker: string | null;
}

/** Somebody who is here, or spoke and left, as the list of people shows them. */
export interface PersonView {
  /** Null for who has left. */
  readonly session: string | null;
  readonly address: string;
  readonly name: string;
  readonly machine: boolean;
  /** On a course or at a workbench. */
  readonly away: boolean;
  readonly muted: boolean;
}

/** Something that happened, shown for a while. */
export interface Toast {
  readonly id: number;
  readonly kind: News['kind'] | 'problem';
  readonly sentence: string;
}

/** What a run is judged to be: expected by this machine, then said by the server. */
export interface RunOutcome {
  readonly ended: 'goal' | 'time';
  readonly ticks: number;
  /** What the replay on this machine came to; null while it runs or when it could not. */
  readonly expected: { readonly ticks: number | null; readonly digest: string } | null;
  /** What the server said; null while it judges. */
  readonly result: RunResult | null;
  /** Why the server could not judge. */
  readonly problem: string | null;
  /** Everybody who played it; empty when it was played alone. */
  readonly party: readonly string[];
  /** The chain has the laurel. */
  readonly minted: boolean;
}

/** A run as the page shows it. */
export interface RunView {
  readonly phase: 'opening' | 'ready' | 'running' | 'over';
  readonly ticks: number;
  readonly maxTicks: number;
  readonly checkpoint: number;
  readonly checkpoints: number;
  readonly falls: number;
  /** How many pale robots run along, and whose run they show. */
  readonly ghosts: number;
  readonly ghost: Pick<GhostRun, 'of' | 'name'> | null;
  /** The number of the key in hand, or -1. */
  readonly key: number;
  /** Which of how many characters that are one's own is moved. */
  readonly who: number;
  readonly own: number;
  /** Those one plays with; empty when one plays alone. */
  readonly others: readonly string[];
  /** Until the first tick of a joint run, s; null where there is no countdown. */
  readonly countdown: number | null;
  /** Those who have to catch up first; empty while nobody waits. */
  readonly awaited: readonly string[];
  /** Why this run cannot count, while it is still played. */
  readonly problem: string | null;
}

/** A course that is being fetched. */
export const OPENING: RunView = {
  phase: 'opening',
  ticks: 0,
  maxTicks: 0,
  checkpoint: 0,
  checkpoints: 0,
  falls: 0,
  ghosts: 0,
  ghost: null,
  key: -1,
  who: 0,
  own: 1,
  others: [],
  countdown: null,
  awaited: [],
  problem: null,
};

/** Those one waits with at a gate. */
export interface WaitingView {
  readonly challenge: string;
  readonly names: readonly string[];
  readonly starts: number;
  /** One came first, and leads what nobody else takes. */
  readonly isFirst: boolean;
  /** One came first, or waited long enough to begin as well. */
  readonly mayBegin: boolean;
}

/** A gate within reach. */
export interface NearGate {
  readonly challenge: string;
  readonly title: string;
}

/** A card that could not be fetched. */
export interface CardProblem {
  readonly challenge: string;
  readonly sentence: string;
}

/** All signals of the play page. */
export interface HudState {
  readonly phase: Signal<Phase>;
  readonly people: Signal<number>;
  /** Everybody else, while their list lies open. */
  readonly persons: Signal<readonly PersonView[]>;
  /** Account of who was clicked in the world or in the talk, and session of who is followed. */
  readonly pickedPerson: Signal<string | null>;
  readonly followed: Signal<string | null>;
  /** How fast one moves, 0 … 1 of running. */
  readonly pace: Signal<number>;
  readonly connection: Signal<Status>;
  /** The line stands, but others are shown late. */
  readonly lineIsWeak: Signal<boolean>;
  /** The browser has taken the picture away; the visit goes on. */
  readonly pictureIsLost: Signal<boolean>;
  readonly panel: Signal<Panel | null>;
  /** Why the panel that lies open has not what it shows. */
  readonly panelProblem: Signal<string | null>;
  readonly chat: Signal<readonly ChatLine[]>;
  readonly chatOpen: Signal<boolean>;
  /** Counts the calls for the keyboard to go to the chat line. */
  readonly chatCalls: Signal<number>;
  readonly toasts: Signal<readonly Toast[]>;
  readonly near: Signal<NearGate | null>;
  readonly card: Signal<ChallengeCard | null>;
  /** Why a card has not come, and which. */
  readonly cardProblem: Signal<CardProblem | null>;
  /** While one waits at a gate for others. */
  readonly waiting: Signal<WaitingView | null>;
  /** Names of those who wait for others, by challenge. */
  readonly waitingAt: Signal<ReadonlyMap<string, string>>;
  /** While the eye has left the body. */
  readonly photo: Signal<PhotoMode | null>;
  readonly run: Signal<RunView | null>;
  /** What is shown over a workbench, while one is at it. */
  readonly bench: Signal<(() => ComponentChild) | 'opening' | null>;
  readonly outcome: Signal<RunOutcome | null>;
  readonly profile: Signal<Profile | null>;
  readonly automata: Signal<readonly Automaton[] | null>;
  readonly board: Signal<readonly string[]>;
  /** What happened lately; null until it has come. */
  readonly days: Signal<DailyNews | null>;
  /** What the sky shows, in words. */
  readonly sky: Signal<ReturnType<typeof moodWords>>;
  readonly touch: Signal<boolean>;
  /** A gamepad is connected. */
  readonly pad: Signal<boolean>;
  /** What a first visit is told now, and the name of the guide while it leads. */
  readonly hint: Signal<Hint | null>;
  readonly guide: Signal<string | null>;
  /** Sounds in words, while captions are wanted. */
  readonly captions: Signal<readonly Caption[]>;
  /** Compass, map, and the way to a place. */
  readonly way: WayState;
  /** What is offered, and what was explored. */
  readonly quests: QuestState;
}

/** Fresh signals for one visit. */
export function createHudState(): HudState {
  return {
    phase: signal<Phase>('joining'),
    people: signal(0),
    persons: signal<readonly PersonView[]>([]),
    pickedPerson: signal<string | null>(null),
    followed: signal<string | null>(null),
    pace: signal(0),
    connection: signal<Status>({ kind: 'connected', why: 'standing', sentence: '' }),
    lineIsWeak: signal(false),
    pictureIsLost: signal(false),
    panel: signal<Panel | null>(null),
    panelProblem: signal<string | null>(null),
    chat: signal<readonly ChatLine[]>([]),
    chatOpen: signal(false),
    chatCalls: signal(0),
    toasts: signal<readonly Toast[]>([]),
    near: signal<NearGate | null>(null),
    card: signal<ChallengeCard | null>(null),
    cardProblem: signal<CardProblem | null>(null),
    waiting: signal<WaitingView | null>(null),
    waitingAt: signal<ReadonlyMap<string, string>>(new Map()),
    photo: signal<PhotoMode | null>(null),
    run: signal<RunView | null>(null),
    bench: signal<HudState['bench']['value']>(null),
    outcome: signal<RunOutcome | null>(null),
    profile: signal<Profile | null>(null),
    automata: signal<readonly Automaton[] | null>(null),
    board: signal<readonly string[]>([]),
    days: signal<DailyNews | null>(null),
    sky: signal<ReturnType<typeof moodWords>>({ hour: 'dawn', weather: 'fair' }),
    touch: signal(false),
    pad: signal(false),
    hint: signal<Hint | null>(null),
    guide: signal<string | null>(null),
    captions: signal<readonly Caption[]>([]),
    way: createWayState(),
    quests: createQuestState(),
  };
}
