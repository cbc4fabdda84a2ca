/** What is handed in to sign in, bounded; apart from the routes, so that a page needs no schema library to come in. */
import { z } from 'zod';
import { plainText } from '#shared/records/intent.ts';

/** Bodies that people send. Everything else is in the path. */
export const signInSchema = z.strictObject({
  message: z.string().max(1_500),
  /** 65 bytes r, s, v as 0x-prefixed hex over the EIP-191 hash of `message`. */
  signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/),
  name: plainText(24),
  /** The one-time word of the link printed at start; makes this account the host. */
  hostWord: z.string().max(64).optional(),
});
