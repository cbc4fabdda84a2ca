/** The tables as Kysely types them; what each column means stands in migrations.ts. */
import type { Generated } from 'kysely';

/** Columns named `…_json` hold JSON that is parsed when read (columns.ts). 0 and 1 are false and true. */
export interface Tables {
  readonly people: {
    readonly address: string;
    readonly name: string;
    readonly host: number;
    readonly seen_at_ms: number;
    readonly consent: number | null;
  };
  readonly reports: {
    readonly seq: Generated<number>;
    readonly id: string;
    readonly accused: string;
    readonly accused_name: string;
    readonly reporter: string;
    readonly reporter_name: string;
    readonly reason: string;
    readonly words: string;
    readonly lines_json: string;
    readonly at_ms: number;
  };
  readonly silences: { readonly address: string; readonly until_ms: number; readonly reason: string };
  readonly sessions: { readonly token_hash: string; readonly address: string; readonly expires_at_ms: number };
  readonly challenges: {
    readonly seq: Generated<number>;
    readonly id: string;
    readonly file_json: string;
    readonly title: string;
    readonly state: string;
    readonly creator: string;
    readonly witness_hash: string | null;
    readonly changed_at_ms: number;
  };
  readonly witnesses: { readonly challenge: string; readonly payload_json: string };
  readonly machine_runs: { readonly challenge: string; readonly position: number; readonly run_json: string };
  readonly works: {
    readonly seq: Generated<number>;
    readonly id: string;
    readonly generator: string;
    readonly generator_version: number;
    readonly genome: string;
    readonly title: string;
    readonly maker: string;
    readonly maker_name: string;
    readonly parents_json: string;
    readonly placement_json: string | null;
    readonly hidden: number;
    readonly made_at_ms: number;
    readonly token_id: string | null;
  };
  readonly automata: {
    readonly seq: Generated<number>;
    readonly id: string;
    readonly name: string;
    readonly motto: string;
    readonly personality_json: string;
    readonly account: string;
    readonly token_id: string | null;
    readonly doing: string;
    readonly because: string;
    readonly last_error: string | null;
    readonly cpu_seconds_used: number;
    readonly heartbeat_at_ms: number;
  };
  readonly attempts: {
    readonly seq: Generated<number>;
    readonly id: string;
    readonly challenge: string;
    readonly address: string;
    readonly actor_json: string;
    readonly class: string;
    readonly payload_json: string;
    readonly wall_ms: number;
    readonly received_at_ms: number;
    readonly verdict_json: string;
    readonly canonical_hash: string | null;
    readonly handed_in_json: string | null;
    readonly consent: number | null;
    readonly party_json: string | null;
  };
  readonly records: {
    readonly seq: Generated<number>;
    readonly challenge: string;
    readonly position: number;
    readonly attempt: string;
    readonly holder: string;
    readonly holder_name: string;
    readonly holder_kind: string;
    readonly value_json: string;
    readonly unit: string;
    readonly digest: string;
    readonly at_ms: number;
    readonly laurel: number;
    readonly credit: string;
    readonly basin: string | null;
    readonly parent: string | null;
    readonly rank: number | null;
    readonly invalidated: string | null;
    readonly party_json: string | null;
  };
  readonly pending_laurels: { readonly token_id: string; readonly due_at_ms: number };
  readonly laurels: {
    readonly seq: Generated<number>;
    readonly token_id: string;
    readonly challenge: string;
    readonly record_position: number;
    readonly holder_position: number;
    readonly holder: string;
    readonly share_basis_points: number;
    readonly state: string;
    readonly tx: string | null;
  };
  readonly lessons: {
    readonly attempt: string;
    readonly challenge: string;
    readonly payload_hash: string;
    readonly learnt_at_ms: number;
  };
  readonly outbox: {
    readonly seq: Generated<number>;
    readonly intent: string;
    readonly kind: string;
    readonly rank: number;
    readonly target: string;
    readonly data: string;
    readonly subject: string;
    readonly state: Generated<string>;
    readonly detail: string | null;
  };
  readonly commitments: {
    readonly challenge: string;
    readonly address: string;
    readonly hash: string;
    readonly at_ms: number;
    readonly opened: Generated<number>;
  };
  readonly ratings: {
    readonly subject: string;
    readonly value: number;
    readonly matches: number;
    readonly at_ms: number;
  };
  readonly novelties: { readonly challenge: string; readonly novelty: number };
  readonly feed: {
    readonly seq: number;
    readonly hash: string;
    readonly signer: string;
    readonly challenge: string;
    readonly line_json: string;
    readonly entry_json: string;
  };
  readonly facts: { readonly key: string; readonly value: string };
  readonly events: {
    readonly seq: Generated<number>;
    readonly kind: string;
    readonly subject: string;
    readonly body: string;
    readonly at_ms: number;
  };
}
