/** The shape of the database, as an ordered list of steps; a step that was released never changes. */
import type { DatabaseSync } from 'node:sqlite';
import { DimensionError } from '#shared/base/errors.ts';

/** Step n brings a database from version n to n + 1 (`pragma user_version`). Append only. */
const STEPS: readonly string[] = [
  `
  create table people (
    address text primary key, name text not null, host integer not null, seen_at_ms integer not null
  ) strict;
  create table sessions (
    token_hash text primary key, address text not null, expires_at_ms integer not null
  ) strict;
  create table challenges (
    seq integer primary key, id text not null unique, file_json text not null, title text not null,
    state text not null, creator text not null, witness_hash text, changed_at_ms integer not null
  ) strict;
  create index challenges_by_state on challenges (state, seq);
  -- Payloads that prove a challenge can be done; never served.
  create table witnesses (
    challenge text primary key references challenges (id), payload_json text not null
  ) strict;
  create table machine_runs (
    challenge text not null references challenges (id), position integer not null, run_json text not null,
    primary key (challenge, position)
  ) strict, without rowid;
  create table works (
    seq integer primary key, id text not null unique, generator text not null, generator_version integer not null,
    genome text not null, title text not null, maker text not null, maker_name text not null,
    parents_json text not null, placement_json text, hidden integer not null, made_at_ms integer not null, token_id text
  ) strict;
  create index works_by_maker on works (maker, seq);
  create table automata (
    seq integer primary key, id text not null unique, name text not null, motto text not null,
    personality_json text not null, account text not null, token_id text, doing text not null, because text not null,
    last_error text, cpu_seconds_used real not null, heartbeat_at_ms integer not null
  ) strict;
  create table attempts (
    seq integer primary key, id text not null unique, challenge text not null references challenges (id),
    address text not null, actor_json text not null, class text not null, payload_json text not null,
    wall_ms real not null, received_at_ms integer not null, verdict_json text not null, canonical_hash text
  ) strict;
  create index attempts_by_challenge on attempts (challenge, canonical_hash);
  create index attempts_by_address on attempts (address);
  create table records (
    seq integer primary key, challenge text not null references challenges (id), position integer not null,
    attempt text not null references attempts (id), holder text not null, holder_name text not null,
    holder_kind text not null, value_json text not null, unit text not null, digest text not null,
    at_ms integer not null, laurel integer not null, unique (challenge, position)
  ) strict;
  create index records_by_holder on records (holder, seq);
  create table laurels (
    seq integer primary key, token_id text not null unique, challenge text not null, record_position integer not null,
    holder_position integer not null, holder text not null, share_basis_points integer not null,
    state text not null, tx text,
    foreign key (challenge, record_position) references records (challenge, position)
  ) strict;
  create index laurels_by_holder on laurels (holder, seq);
  create table lessons (
    attempt text primary key references attempts (id), challenge text not null, payload_hash text not null,
    learnt_at_ms integer not null
  ) strict;
  create table outbox (
    seq integer primary key, intent text not null unique, kind text not null, rank integer not null,
    target text not null, data text not null, subject text not null,
    state text not null default 'waiting', detail text
  ) strict;
  create index outbox_by_state on outbox (state, rank, seq);
  create table facts (key text primary key, value text not null) strict;
  create table events (
    seq integer primary key, kind text not null, subject text not null, body text not null, at_ms integer not null
  ) strict;
  create index events_by_subject on events (subject, seq);
  create trigger events_stay before update on events begin select raise(abort, 'events are never rewritten'); end;
  create trigger events_last before delete on events begin select raise(abort, 'events are never deleted'); end;
  `,
  `
  create index sessions_by_end on sessions (expires_at_ms);
  create index sessions_by_address on sessions (address, expires_at_ms);
  `,
  `
  -- Hashes of solutions that were handed in sealed: whoever opens one later was first at this moment.
  create table commitments (
    challenge text not null references challenges (id), address text not null, hash text not null,
    at_ms integer not null, primary key (challenge, address, hash)
  ) strict, without rowid;
  -- How able people and solvers are, and how hard challenges are for each: subject is named by server/stages/rate.ts.
  create table ratings (
    subject text primary key, value real not null, matches integer not null, at_ms integer not null
  ) strict, without rowid;
  -- How unlike all others a challenge was when its gate opened.
  create table novelties (challenge text primary key references challenges (id), novelty real not null) strict;
  `,
  `
  -- The record feed: whole entries as they were signed, and beside each the line that lists show.
  create table feed (
    seq integer primary key, hash text not null unique, signer text not null, challenge text not null,
    line_json text not null, entry_json text not null
  ) strict;
  create index feed_by_challenge on feed (challenge, seq);
  create trigger feed_stays before update on feed begin select raise(abort, 'the feed is never rewritten'); end;
  create trigger feed_lasts before delete on feed begin select raise(abort, 'the feed is never cut'); end;
  `,
  `
  -- What a record is credited for, the idea behind it, and the attempt it is derived from.
  alter table records add column credit text not null default 'first';
  alter table records add column basin text;
  alter table records add column parent text;
  update records set credit = 'new-basin' where position > 0;
  -- What was handed in, where polish made the certificate out of it.
  alter table attempts add column handed_in_json text;
  -- Laurels whose window still runs, or that no other process has verified yet: not yet on their way to the chain.
  create table pending_laurels (
    token_id text primary key references laurels (token_id), due_at_ms integer not null
  ) strict, without rowid;
  create index pending_laurels_by_due on pending_laurels (due_at_ms);
  create index events_by_kind on events (kind, seq);
  `,
  `
  -- The order in which records stand: a solution that had been sealed before another may be opened after it.
  alter table records add column rank real;
  update records set rank = position;
  -- A seal counts until it is opened, or too old.
  alter table commitments add column opened integer not null default 0;
  create index commitments_by_moment on commitments (at_ms);
  `,
  `
  -- Why a record counts no longer: whoever gave it to this world took it back.
  alter table records add column invalidated text;
  `,
  `
  -- A world that is older than the re-check owes its first pass: no release that is known here tried what is open in it.
  insert or ignore into facts (key, value)
  select 'recheck', '{"pass":0,"releases":"","startedAtMs":0,"done":true}' where exists (select 1 from challenges);
  `,
  `
  -- Whether later releases of the solvers may learn from what a person hands in, and what they had said of it when an
  -- attempt came in; null: never asked.
  alter table people add column consent integer;
  alter table attempts add column consent integer;
  -- Until now nobody was asked. Whoever says yes has their lessons again.
  delete from lessons;
  `,
  `
  -- Everybody who played it together, where several did.
  alter table attempts add column party_json text;
  alter table records add column party_json text;
  `,
  `
  -- Looked for when one of a party changes their word.
  create index attempts_by_party on attempts (party_json, id) where party_json is not null;
  -- What a party did is learned from with the word of all of them; so far it was the first one's alone.
  delete from lessons where attempt in (
    select attempts.id from attempts, json_each(attempts.party_json) as member
    left join people on people.address = member.value ->> 'address'
    where attempts.party_json is not null and ifnull(people.consent, 0) = 0
  );
  `,
  `
  -- What people told the host of others, until the host has read it; whom the host took the word from, and until when.
  create table reports (
    seq integer primary key, id text not null unique, accused text not null, accused_name text not null,
    reporter text not null, reporter_name text not null, reason text not null, words text not null,
    lines_json text not null, at_ms integer not null
  ) strict;
  create table silences (
    address text primary key references people (address), until_ms integer not null, reason text not null
  ) strict, without rowid;
  `,
  `
  -- Looked for on the page of each member of a party.
  create index records_by_party on records (party_json, seq) where party_json is not null;
  `,
];

/**
 * Brings the database to the newest shape, each step whole or not at all.
 * @param last the version to stop at: that of an older release
 * @throws DimensionError `store.newer` for a database written by a later release
 */
export function migrate(database: DatabaseSync, last = STEPS.length): void {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0);
  if (version > STEPS.length)
    throw new DimensionError('store.newer', 'The database was written by a newer release; start that one.', {
      found: version,
      known: STEPS.length,
    });
  for (const [index, step] of STEPS.entries()) {
    if (index >= version && index < last)
      database.exec(`begin immediate; ${step} pragma user_version = ${index + 1}; commit;`);
  }
}
