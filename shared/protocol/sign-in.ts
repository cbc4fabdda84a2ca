/** The one text a key signs to come in (EIP-4361), made and read the same way on both sides. */
import { DimensionError } from '#shared/base/errors.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';

/** The fields of a sign-in that vary. Times are ISO 8601 in UTC. */
export interface SignInFields {
  readonly domain: string;
  readonly address: Address;
  readonly uri: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: string;
  readonly expirationTime: string;
}

const STATEMENT = 'Come into the dimension. This moves nothing and costs nothing.';
const LINES =
  /^(?<domain>[^\s/]{1,128}) wants you to sign in with your Ethereum account:\n(?<address>0x[0-9a-fA-F]{40})\n\n(?<statement>[^\n]{1,200})\n\nURI: (?<uri>[^\s]{1,256})\nVersion: 1\nChain ID: (?<chainId>\d{1,12})\nNonce: (?<nonce>[A-Za-z0-9]{8,64})\nIssued At: (?<issuedAt>[0-9TZ:.-]{20,30})\nExpiration Time: (?<expirationTime>[0-9TZ:.-]{20,30})$/;

/** @see https://eips.ethereum.org/EIPS/eip-4361 the address is written as given: checksum it before for wallets */
export function signInText(fields: Omit<SignInFields, 'address'> & { readonly address: string }): string {
  return [
    `${fields.domain} wants you to sign in with your Ethereum account:`,
    fields.address,
    '',
    STATEMENT,
    '',
    `URI: ${fields.uri}`,
    'Version: 1',
    `Chain ID: ${fields.chainId}`,
    `Nonce: ${fields.nonce}`,
    `Issued At: ${fields.issuedAt}`,
    `Expiration Time: ${fields.expirationTime}`,
  ].join('\n');
}

/** Reads exactly the form above. @throws DimensionError `sign-in.malformed` */
export function parseSignInText(text: string): SignInFields {
  const found = text.length <= 1_500 ? LINES.exec(text)?.groups : undefined;
  if (found === undefined || found['statement'] !== STATEMENT)
    throw new DimensionError('sign-in.malformed', 'The sign-in text does not have the form of EIP-4361.');
  return {
    domain: found['domain'] ?? '',
    address: parseAddress(found['address']),
    uri: found['uri'] ?? '',
    chainId: Number(found['chainId']),
    nonce: found['nonce'] ?? '',
    issuedAt: found['issuedAt'] ?? '',
    expirationTime: found['expirationTime'] ?? '',
  };
}
