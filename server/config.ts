/** The environment, read once, as one typed object. The only file that reads `process.env`. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';

const key = z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'a key is 0x and 64 hexadecimal digits');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(2567),
  DATA_DIR: z.string().min(1).default('./data'),
  CHAIN_URL: z.literal('').default(''),
  DATABASE_URL: z.literal('').default(''),
  REDIS_URL: z.union([z.literal(''), z.url({ protocol: /^rediss?$/ })]).default(''),
  BLOBS_URL: z.literal('').default(''),
  PUBLIC_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  TRUSTED_PROXY: z.union([z.literal(''), z.ipv4(), z.ipv6()]).default(''),
  CHALLENGE_WINDOW_HOURS: z.coerce.number().min(0).max(720).default(1),
  AUTOMATA_CPU: z.coerce.number().min(0).max(64).default(0.25),
  CHAT_FILTER: z.enum(['on', 'off']).default('on'),
  CHAT_WORDS: z.string().max(10_000).default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  HOST_KEY: key.optional(),
  CHAIN_KEY: key.optional(),
  VERDICT_KEY: key.optional(),
});

/** Everything a host can set. Keys that are absent are made and kept in the data folder. */
export interface Config {
  readonly port: number;
  /** Folder of the database, the chain, the keys and the files. */
  readonly dataDir: string;
  /** Where the world is reached from outside, `https://…`; null: sign-ins are bound to whatever name it is asked by. */
  readonly publicUrl: string | null;
  /** Address of the host's own reverse proxy, whose `X-Forwarded-For` is believed; null: nobody's is. */
  readonly trustedProxy: string | null;
  /** The queue of a host with several machines, `redis://…`; null: all work is done in this process. */
  readonly redisUrl: string | null;
  /** How long a laurel may be questioned before it is final and goes to the chain, ms. */
  readonly challengeWindowMs: number;
  /** Share of one core the automata may use. */
  readonly automataCpu: number;
  /** Words that are softened in chat and names beside the list that ships with the world; null: nothing is softened. */
  readonly softened: readonly string[] | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly keys: { readonly host?: string; readonly chain?: string; readonly verdict?: string };
}

/** @throws DimensionError `config.invalid` naming the variable and what is wrong with it, never its value */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'environment');
    throw new DimensionError('config.invalid', `The setting ${name} is not valid: ${issue?.message ?? 'unknown'}.`, {
      name,
    });
  }
  const { HOST_KEY, CHAIN_KEY, VERDICT_KEY, ...rest } = parsed.data;
  return {
    port: rest.PORT,
    dataDir: rest.DATA_DIR,
    publicUrl: rest.PUBLIC_URL === '' ? null : rest.PUBLIC_URL,
    trustedProxy: rest.TRUSTED_PROXY === '' ? null : rest.TRUSTED_PROXY,
    redisUrl: rest.REDIS_URL === '' ? null : rest.REDIS_URL,
    challengeWindowMs: Math.round(rest.CHALLENGE_WINDOW_HOURS * 3_600_000),
    automataCpu: rest.AUTOMATA_CPU,
    softened: rest.CHAT_FILTER === 'off' ? null : rest.CHAT_WORDS.split(/[\s,]+/u).filter((word) => word !== ''),
    logLevel: rest.LOG_LEVEL,
    keys: {
      ...(HOST_KEY === undefined ? {} : { host: HOST_KEY }),
      ...(CHAIN_KEY === undefined ? {} : { chain: CHAIN_KEY }),
      ...(VERDICT_KEY === undefined ? {} : { verdict: VERDICT_KEY }),
    },
  };
}
