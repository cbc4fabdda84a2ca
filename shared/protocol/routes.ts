/** Every REST route under /api with what it answers: one table for the server, the client and the tests. */
import type { FrontierRecord, Laurel } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge } from '#shared/records/challenge.ts';
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
  readonly unit: string;
  readonly records: readonly FrontierRecord[];
  readonly attempts: number;
}
/** GET /api/profile (bearer) and /api/profiles/ADDRESS */
export interface Profile {
  readonly address: string;
  readonly name: string;
  readonly laurels: readonly (Laurel & { readonly challengeTitle: string; readonly value: string })[];
  readonly attempts: number;
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
  readonly pool: { readonly workers: number; readonly waiting: number; readonly running: number };
  readonly memoryMb: number;
  readonly uptimeMs: number;
  /** Refusals and errors by code, counted since start. */
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: readonly { readonly atMs: number; readonly code: string; readonly sentence: string }[];
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
  replay: { method: 'GET', path: '/api/attempts/:id' },
  profile: { method: 'GET', path: '/api/profile' },
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
  readonly profile: Profile;
  readonly profileOf: Profile;
  readonly hostStatus: HostStatus;
}
