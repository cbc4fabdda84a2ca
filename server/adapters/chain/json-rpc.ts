/** JSON-RPC 2.0 envelopes around a chain: single calls and batches, every mistake an error object. */
import { z } from 'zod';
import type { Chain } from '#server/ports/chain.ts';
import { isDimensionError } from '#shared/base/errors.ts';

/** Most calls of a batch. */
export const RPC_BATCH = 50;
/** How deep parameters may be nested. */
const MOST_DEEP = 16;

const envelope = z.object({
  jsonrpc: z.literal('2.0'),
  method: z.string().min(1).max(64),
  params: z.array(z.unknown()).max(8).optional(),
  id: z.union([z.string().max(128), z.number(), z.null()]).optional(),
});

/** JSON-RPC error codes by our own; anything else is an internal error. */
const CODES: Readonly<Record<string, number>> = {
  'rpc.method': -32601,
  'rpc.params': -32602,
  'rpc.reverted': 3,
  'rpc.history': -32000,
  'chain.call': -32000,
  'rpc.range': -32005,
  'rpc.busy': -32005,
  'rpc.refused': -32003,
  'hex.malformed': -32602,
  'chain.down': -32002,
  'chain.died': -32002,
};

/** One answer of a batch, or the only one. */
export interface RpcAnswer {
  readonly jsonrpc: '2.0';
  readonly id: string | number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/**
 * Answers a parsed body. Never throws; null when nothing is to be answered (only notifications).
 * @param body what came over HTTP after JSON.parse; undefined for a body that is not JSON
 */
export async function handleRpc(chain: Pick<Chain, 'rpc'>, body: unknown): Promise<RpcAnswer | RpcAnswer[] | null> {
  if (body === undefined) return failed(null, -32700, 'The body is not JSON.');
  if (!Array.isArray(body)) return one(chain, body);
  if (body.length === 0) return failed(null, -32600, 'An empty batch asks nothing.');
  if (body.length > RPC_BATCH) return failed(null, -32600, `A batch has at most ${RPC_BATCH} calls.`);
  const answers: RpcAnswer[] = [];
  for (const call of body) {
    const answer = await one(chain, call);
    if (answer !== null) answers.push(answer);
  }
  return answers.length === 0 ? null : answers;
}

async function one(chain: Pick<Chain, 'rpc'>, raw: unknown): Promise<RpcAnswer | null> {
  const call = envelope.safeParse(raw);
  if (!call.success) return failed(null, -32600, 'This is not a JSON-RPC 2.0 request.');
  const { method, params, id } = call.data;
  if (deeperThan(params, MOST_DEEP)) return failed(null, -32600, 'The parameters are nested too deep.');
  // Notifications exist to change something; here nothing can, so they are not even asked.
  if (id === undefined) return null;
  try {
    return { jsonrpc: '2.0', id, result: (await chain.rpc(method, params ?? [])) ?? null };
  } catch (error) {
    if (!isDimensionError(error)) return failed(id, -32603, 'The chain broke on this question.');
    const code = CODES[error.code];
    if (code === undefined) return failed(id, -32603, 'The chain broke on this question.');
    return failed(id, code, error.message, error.facts['data']);
  }
}

function failed(id: RpcAnswer['id'], code: number, message: string, data?: unknown): RpcAnswer {
  return { jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } };
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => deeperThan(member, levels - 1));
}
