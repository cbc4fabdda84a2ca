/** Every REST route under /api with what it answers: one table for the server, the client and the tests. */
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { FrontierRecord, Laurel } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, ChallengeState } from '#shared/records/challenge.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import type { FeedLine, RecordLine } from '#shared/records/feed-line.ts';
import type { DailyNews } from '#shared/records/news-day.ts';
import type { OwnAttempt } from '#shared/records/own-attempt.ts';
import type { Rating } from '#shared/records/rating.ts';
import type { Report, Silence } from '#shared/records/report.ts';
import type { MachineStanding } from '#shared/records/standing.ts';
import type { Work } from '#shared/records/work.ts';

/** GET /api/health */
export interface Health {
  readonly ok: boolean;
  readonly version: string;
  readonly protocol: number;
  readonly chainId: number;
  readonly chainHeight: number;
}
/** POST /api/sign-in/nonce */
export interface Nonce {
  readonly nonce: string;
  readonly chainId: number;
  readonly expiresInMs: number;
  /** The server's clock: a visitor's may be wrong by days. */
  readonly nowMs: number;
}
/** POST /api/sign-in */
export interface Session {
  /** Bearer token for REST (`Authorization: Bearer …`) and for joining rooms (`token` option). */
  readonly token: string;
  readonly address: string;
  readonly name: string;
  readonly host: boolean;
}
/** GET /api/challenges and /api/challenges/ID: with its records and a brief, never the witness. */
export interface ChallengeCard extends Challenge {
  readonly creatorName: string;
  readonly task: string;
  readonly science: string;
  readonly hand: string;
  /** Characters that start together; 1 where there is one, or none. */
  readonly starts: number;
  readonly unit: string;
  readonly records: readonly FrontierRecord[];
  readonly attempts: number;
  /** Names of who is on it now; empty in lists. */
  readonly playing: readonly string[];
  /** What machines showed, and why it is open or not. */
  readonly standing: MachineStanding;
  /** How hard it is for people and for machines. */
  readonly difficulty: Difficulty;
  /** How unlike the others it was when its gate opened, 0 … 1; null before. */
  readonly novelty: number | null;
}
/** How hard a challenge is, in logits; `gap`: how much harder for machines, once both are more than a guess. */
export interface Difficulty {
  readonly people: Rating;
  readonly machines: Rating;
  readonly gap: number | null;
}
/** One line of GET /api/offers (bearer): what to take on next, the best first. */
export interface Offer {
  readonly challenge: string;
  readonly title: string;
  readonly family: string;
  readonly state: ChallengeState;
  /** 0 … 1: learnable for this person, undone by machines, new, and nobody on it. */
  readonly score: number;
  /** Chance 0 … 1 that this person does it, told from what they did so far. */
  readonly chance: number;
  /** Names of the others who are on it now. */
  readonly playing: readonly string[];
}
/** GET /api/profile (bearer) */
export interface Profile {
  readonly address: string;
  readonly name: string;
  readonly laurels: readonly (Laurel & {
    /** Empty, to others, where the host took the challenge out of sight. */
    readonly challengeTitle: string;
    readonly value: string;
    /** What it was given for; null where the record counts no longer or is out of sight. */
    readonly attempt: string | null;
    readonly atMs: number | null;
  })[];
  readonly attempts: number;
  /** In one's own profile alone: whether solvers may learn from one's solutions; null before one was asked. */
  readonly consent?: boolean | null;
}
/** GET /api/profiles/ADDRESS: what everybody may know of somebody. */
export interface PublicProfile extends Profile {
  /** When they first came in, ms; null where the history does not tell. */
  readonly sinceMs: number | null;
  /** Of an automaton; null for people. */
  readonly motto: string | null;
  /** Those that count, newest first. */
  readonly records: readonly {
    readonly challenge: string;
    readonly title: string;
    readonly value: number | string;
    readonly unit: string;
    readonly atMs: number;
    readonly attempt: string;
  }[];
  readonly works: {
    readonly count: number;
    readonly newest: readonly { readonly id: string; readonly title: string; readonly madeAtMs: number }[];
  };
}
/** GET /api/feed?from=SEQ: a page of whole entries in order; the next begins after the last one. */
export interface FeedPage {
  /** The verdict key of this world, which signed every entry. */
  readonly signer: string;
  /** The last entry there is now; null in a world without records. */
  readonly head: FeedHead | null;
  readonly entries: readonly FeedEntry[];
}
/** GET /api/records.json: every record with where its certificate is. */
export interface RecordExport {
  readonly world: string;
  readonly version: string;
  readonly signer: string;
  readonly head: FeedHead | null;
  readonly records: readonly ExportedRecord[];
}
/** A record as it is exported, in JSON and CSV alike. */
export interface ExportedRecord extends RecordLine {
  /** Where the attempt with its payload is. */
  readonly certificate: string;
  /** Why it counts no longer; null while it does. */
  readonly invalidated: string | null;
}
/** GET /api/published: what others published of the families here. */
export interface PublishedTable {
  readonly family: string;
  readonly title: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly values: readonly PublishedLine[];
}
/** One published value beside what stands here. */
export interface PublishedLine {
  readonly challenge: string;
  readonly instance: CanonicalValue;
  readonly value: number | string;
  /** `certified`: /api/published/CHALLENGE is the attempt file that recomputes it; `claimed`: only the source says so. */
  readonly status: 'certified' | 'claimed';
  readonly proven: boolean;
  readonly limit: number | string | null;
  readonly source: string;
  readonly sourceDate: string;
  readonly foundBy: string | null;
  /** The best record of this world on the same instance. */
  readonly here: { readonly value: number | string; readonly holderName: string } | null;
}
/** GET /api/host/status (host only) */
export interface HostStatus {
  readonly rooms: readonly {
    readonly id: string;
    readonly players: number;
    readonly tickP50Ms: number;
    readonly tickP99Ms: number;
  }[];
  readonly automata: readonly Automaton[];
  readonly chain: {
    readonly id: number;
    readonly height: number;
    readonly outboxWaiting: number;
    readonly outboxFailed: number;
  };
  /** What it costs to find frontier challenges: candidates that machines were through with, those that survived. */
  readonly supply: { readonly candidates: number; readonly frontier: number; readonly cpuSeconds: number };
  readonly pool: { readonly workers: number; readonly waiting: number; readonly running: number };
  readonly memoryMb: number;
  readonly uptimeMs: number;
  /** Refusals and errors by code, counted since start. */
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: readonly { readonly atMs: number; readonly code: string; readonly sentence: string }[];
  /** What people told the host of others and the host has not closed, newest first. */
  readonly reports: readonly Report[];
  /** Who may not speak now. */
  readonly silenced: readonly Silence[];
  /** What the host has hidden, so that it can be shown again. */
  readonly hidden: readonly { readonly target: 'challenge' | 'work'; readonly id: string; readonly title: string }[];
}

/** Method and path of every route; `:id` is a parameter. Errors are `{code, sentence}` with 400, 401, 403, 404, 413 or 429. */
export const ROUTES = {
  health: { method: 'GET', path: '/api/health' },
  nonce: { method: 'POST', path: '/api/sign-in/nonce' },
  signIn: { method: 'POST', path: '/api/sign-in' },
  challenges: { method: 'GET', path: '/api/challenges' },
  challenge: { method: 'GET', path: '/api/challenges/:id' },
  works: { method: 'GET', path: '/api/works' },
  automata: { method: 'GET', path: '/api/automata' },
  records: { method: 'GET', path: '/api/records' },
  recordsJson: { method: 'GET', path: '/api/records.json' },
  recordsCsv: { method: 'GET', path: '/api/records.csv' },
  citation: { method: 'GET', path: '/api/CITATION.cff' },
  feed: { method: 'GET', path: '/api/feed' },
  feedLines: { method: 'GET', path: '/api/feed/lines' },
  history: { method: 'GET', path: '/api/challenges/:id/history' },
  published: { method: 'GET', path: '/api/published' },
  publishedFile: { method: 'GET', path: '/api/published/:id' },
  replay: { method: 'GET', path: '/api/attempts/:id' },
  /** A PNG of 1200 × 630 for shared links. */
  picture: { method: 'GET', path: '/api/attempts/:id/picture.png' },
  /** What happened in the last days. */
  news: { method: 'GET', path: '/api/news' },
  offers: { method: 'GET', path: '/api/offers' },
  ownBest: { method: 'GET', path: '/api/challenges/:id/own-best' },
  profile: { method: 'GET', path: '/api/profile' },
  ownAttempts: { method: 'GET', path: '/api/profile/attempts' },
  profileOf: { method: 'GET', path: '/api/profiles/:address' },
  intents: { method: 'POST', path: '/api/intents' },
  workMetadata: { method: 'GET', path: '/api/metadata/works/:id' },
  laurelMetadata: { method: 'GET', path: '/api/metadata/laurels/:id' },
  automatonMetadata: { method: 'GET', path: '/api/metadata/automata/:id' },
  hostStatus: { method: 'GET', path: '/api/host/status' },
} as const;

/** Answers by route name. */
export interface Answers {
  readonly health: Health;
  readonly nonce: Nonce;
  readonly signIn: Session;
  readonly challenges: readonly ChallengeCard[];
  readonly challenge: ChallengeCard;
  readonly works: readonly Work[];
  readonly automata: readonly Automaton[];
  readonly records: readonly FrontierRecord[];
  readonly recordsJson: RecordExport;
  readonly feed: FeedPage;
  /** Newest first, those before `?before=SEQ`. */
  readonly feedLines: readonly FeedLine[];
  /** Everything that was said of one challenge, oldest first. */
  readonly history: readonly FeedLine[];
  readonly published: readonly PublishedTable[];
  readonly news: DailyNews;
  readonly offers: readonly Offer[];
  /** One's own best attempt (bearer); null before there is one. */
  readonly ownBest: { readonly attempt: string | null };
  readonly profile: Profile;
  readonly ownAttempts: readonly OwnAttempt[];
  readonly profileOf: PublicProfile;
  readonly hostStatus: HostStatus;
}
