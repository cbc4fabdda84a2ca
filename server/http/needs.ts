/** What the routes need of the house. */
import type { Chain } from '#server/ports/chain.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Door, Sessions, SignInDesk } from '#server/ports/door.ts';
import type { Pool } from '#server/ports/pool.ts';
import type { Playing } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import type { HostStatus } from '#shared/protocol/routes.ts';

export interface HttpNeeds {
  readonly store: Store;
  readonly chain: Chain;
  /** Answers a parsed JSON-RPC body; null when nothing is to be answered. */
  readonly rpc: (body: unknown) => Promise<unknown>;
  readonly pool: Pool;
  readonly door: Door;
  readonly sessions: Sessions;
  readonly desk: SignInDesk;
  readonly counts: Counts;
  readonly clock: Clock;
  readonly rooms: () => HostStatus['rooms'];
  /** Who is on which challenge now. */
  readonly playing: () => readonly Playing[];
  /** Account of the verdict key, which signs the record feed. */
  readonly signer: Address;
  /** Where the world is reached from outside; null: wherever it was asked. */
  readonly publicUrl: string | null;
  /** Version of this release, from package.json. */
  readonly version: string;
  readonly startedAtMs: number;
  /** Address of the host's own reverse proxy; null when there is none. */
  readonly trustedProxy: string | null;
  /** Folder of the built client; it may be absent. */
  readonly clientDir: string;
}
