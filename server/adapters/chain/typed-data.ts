/** EIP-712: the hash of a typed message under its domain. */
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { type AbiValue, encodeParameters } from './abi.ts';

/** One field of a message type. Only atomic types and lists of them: all our messages need. */
export interface TypedField {
  readonly name: string;
  readonly type: string;
}

/** The domain of a contract on a chain. */
export interface TypedDomain {
  readonly name: string;
  readonly version: string;
  readonly chainId: number;
  readonly verifyingContract: string;
}

const DOMAIN_FIELDS: readonly TypedField[] = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
];

/**
 * The 32 bytes that are signed.
 * @param values of the fields, in their order
 * @see https://eips.ethereum.org/EIPS/eip-712
 * @throws DimensionError `abi.value` for a value that is not of its type
 */
export function typedDataHash(
  domain: TypedDomain,
  name: string,
  fields: readonly TypedField[],
  values: readonly AbiValue[],
): Uint8Array {
  const { name: domainName, version, chainId, verifyingContract } = domain;
  const domainValues = [domainName, version, BigInt(chainId), verifyingContract];
  const separator = structHash('EIP712Domain', DOMAIN_FIELDS, domainValues);
  return fromHex(keccak256(Buffer.concat([Uint8Array.of(0x19, 0x01), separator, structHash(name, fields, values)])));
}

function structHash(name: string, fields: readonly TypedField[], values: readonly AbiValue[]): Uint8Array {
  const typeHash = keccak256(`${name}(${fields.map((field) => `${field.type} ${field.name}`).join(',')})`);
  const words = fields.map((field, index) => fieldWord(field.type, values[index]));
  return fromHex(keccak256(Buffer.concat([fromHex(typeHash), ...words])));
}

function fieldWord(type: string, value: AbiValue | undefined): Uint8Array {
  if (value === undefined) throw new DimensionError('abi.value', 'A field of the message is missing.', { type });
  if (type === 'string' && typeof value === 'string') return fromHex(keccak256(value));
  if (type === 'bytes' && typeof value === 'string') return fromHex(keccak256(fromHex(value)));
  if (type.endsWith('[]') && typeof value === 'object') {
    const item = type.slice(0, -2);
    return fromHex(keccak256(Buffer.concat(value.map((member) => fieldWord(item, member)))));
  }
  return encodeParameters([{ type }], [value]);
}
