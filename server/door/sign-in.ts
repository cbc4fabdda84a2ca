/** Coming in: an EIP-4361 text with our nonce, signed by the key of the account, becomes a session. */
import type { Clock } from '#server/ports/clock.ts';
import type { SignInDesk } from '#server/ports/door.ts';
import type { Store } from '#server/ports/store.ts';
import type { WordFilter } from '#server/ports/word-filter.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Address } from '#shared/base/ids.ts';
import { recoverSigner } from '#shared/base/signed-text.ts';
import type { Nonce, Session } from '#shared/protocol/routes.ts';
import { parseSignInText, type SignInFields } from '#shared/protocol/sign-in.ts';
import { signInSchema } from '#shared/protocol/sign-in-body.ts';
import { claimHost, HOST_CLAIMED } from './host-word.ts';
import { NONCE_MS, Nonces } from './nonces.ts';
import type { StoredSessions } from './sessions.ts';

/** Clocks of visitors may be this wrong, ms. */
const SKEW_MS = 10 * 60_000;

export interface SignInNeeds {
  readonly store: Store;
  readonly sessions: StoredSessions;
  readonly clock: Clock;
  readonly chainId: number;
  readonly filter: WordFilter;
  /** The account of the host's own key, which is always the host. */
  readonly hostAddress: Address;
  /** Host name and port under which the world is reached; null: whatever the visitor's browser asked for. */
  readonly publicDomain: string | null;
}

export class SignIn implements SignInDesk {
  readonly #needs: SignInNeeds;
  readonly #nonces: Nonces;

  constructor(needs: SignInNeeds) {
    this.#needs = needs;
    this.#nonces = new Nonces(needs.clock);
  }

  nonce(): Nonce {
    const { chainId, clock } = this.#needs;
    return { nonce: this.#nonces.give(), chainId, expiresInMs: NONCE_MS, nowMs: clock() };
  }

  /**
   * @param domain the `Host` under which the request came
   * @throws DimensionError `sign-in.malformed`, `sign-in.name`, `sign-in.domain`, `sign-in.chain`, `sign-in.expired`,
   *   `sign-in.early`, `sign-in.signature`, `sign-in.nonce-unknown`, `sign-in.replayed`, `sign-in.nonce-expired`,
   *   `sign-in.host-word`
   */
  async begin(raw: unknown, domain: string): Promise<Session> {
    const body = parseBody(raw);
    const fields = parseSignInText(body.message);
    this.#checkFields(fields, domain);
    if (recoverSigner(body.message, body.signature) !== fields.address)
      throw new DimensionError('sign-in.signature', 'The signature does not belong to this account.');
    // Last of all checks: only whoever holds the key can use a nonce up.
    this.#nonces.use(fields.nonce);
    const host = await this.#isHost(fields.address, body.hostWord);
    const { address } = fields;
    // Names hang over heads: what is softened in chat is softened there.
    const name = this.#needs.filter.soften(body.name);
    const token = await this.#needs.sessions.begin({ kind: 'person', address, name, host });
    return { token, address, name, host };
  }

  #checkFields(fields: SignInFields, domain: string): void {
    const { chainId, clock, publicDomain } = this.#needs;
    if (fields.domain !== (publicDomain ?? domain) || hostOf(fields.uri) !== fields.domain)
      throw new DimensionError('sign-in.domain', 'This sign-in was made for another place.', { got: fields.domain });
    if (fields.chainId !== chainId)
      throw new DimensionError('sign-in.chain', 'This sign-in was made for another chain.', { got: fields.chainId });
    const issuedMs = Date.parse(fields.issuedAt);
    const expiresMs = Date.parse(fields.expirationTime);
    if (Number.isNaN(issuedMs) || Number.isNaN(expiresMs))
      throw new DimensionError('sign-in.malformed', 'The times of the sign-in cannot be read.');
    if (issuedMs > clock() + SKEW_MS)
      throw new DimensionError('sign-in.early', 'This sign-in lies in the future; check your clock.');
    if (expiresMs < clock()) throw new DimensionError('sign-in.expired', 'This sign-in has expired; begin again.');
  }

  async #isHost(address: Address, word: string | undefined): Promise<boolean> {
    const { store, hostAddress } = this.#needs;
    if (word !== undefined && !(await claimHost(store, word, address)))
      throw new DimensionError(
        'sign-in.host-word',
        'This link was used before or belongs to an earlier start; start with --new-host-link for another.',
      );
    if (word !== undefined || address === hostAddress) return true;
    // The claim itself counts too: a crash between claim and session must not leave a world without its host.
    return (await store.fact(HOST_CLAIMED)) === address || ((await store.person(address))?.host ?? false);
  }
}

function parseBody(raw: unknown): ReturnType<typeof signInSchema.parse> {
  const parsed = signInSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path[0];
  if (field === 'name')
    throw new DimensionError('sign-in.name', 'A name has 1 to 24 plain characters: no control characters, no markup.');
  if (field === 'signature') throw new DimensionError('sign-in.signature', 'A signature is 65 bytes in hexadecimal.');
  throw new DimensionError('sign-in.malformed', 'A sign-in has a message, a signature and a name.', {
    where: String(field ?? ''),
  });
}

function hostOf(uri: string): string | null {
  try {
    return new URL(uri).host;
  } catch {
    return null;
  }
}
