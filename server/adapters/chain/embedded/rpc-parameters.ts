/** The parameters of JSON-RPC methods: one parser a form. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';

const hexData = z
  .string()
  .max(262_144)
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'is 0x and an even number of hexadecimal digits');
const hexQuantity = z.string().regex(/^0x[0-9a-fA-F]{1,32}$/, 'is 0x and hexadecimal digits');

export const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'is 0x and 40 hexadecimal digits');
export const hash = z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'is 0x and 64 hexadecimal digits');

/** A block by number, word or hash (EIP-1898); the latest when left out. */
export const blockTag = z
  .union([
    z.enum(['latest', 'pending', 'safe', 'finalized', 'earliest']),
    hexQuantity,
    z.object({ blockNumber: hexQuantity }),
    z.object({ blockHash: hash }),
  ])
  .nullish()
  .transform((tag) => tag ?? ('latest' as const));
export type BlockTag = z.infer<typeof blockTag>;

/** eth_call and eth_estimateGas; fees are of no interest here. */
export const callObject = z.object({
  from: address.nullish(),
  to: address.nullish(),
  data: hexData.nullish(),
  input: hexData.nullish(),
  gas: hexQuantity.nullish(),
  value: hexQuantity.nullish(),
});
export type CallObject = z.infer<typeof callObject>;

const topic = z.union([hash, z.null(), z.array(hash).max(32)]);

/** eth_getLogs. */
export const logFilter = z.object({
  address: z.union([address, z.array(address).max(64)]).nullish(),
  topics: z.array(topic).max(4).nullish(),
  fromBlock: blockTag,
  toBlock: blockTag,
  blockHash: hash.nullish(),
});
export type LogFilter = z.infer<typeof logFilter>;

export const hexCount = hexQuantity;
export const anyHexData = hexData;

/** @throws DimensionError `rpc.params` saying which parameter is wrong and how */
export function parameters<const T extends readonly z.ZodType[]>(
  raw: readonly unknown[],
  ...forms: T
): { readonly [K in keyof T]: z.infer<T[K]> } {
  if (raw.length > forms.length)
    throw new DimensionError('rpc.params', `This method takes at most ${forms.length} parameters.`);
  const parsed = forms.map((form, index) => {
    const result = form.safeParse(raw[index]);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    const where = [index, ...(issue?.path ?? [])].join('.');
    throw new DimensionError('rpc.params', `Parameter ${where} is not valid: ${issue?.message ?? 'wrong form'}.`);
  });
  return parsed as { readonly [K in keyof T]: z.infer<T[K]> };
}
