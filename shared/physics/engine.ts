/** The physics engine, loaded once by whoever owns the handle, and the identity that every physics challenge names. */
import type * as Rapier from '@dimforge/rapier3d-compat';
import { DimensionError } from '#shared/base/errors.ts';

/** Which engine a challenge was made on; another one is another universe. */
export interface EngineIdentity {
  readonly package: string;
  readonly version: string;
  /** SHA-256 of the WebAssembly module, 64 hex digits. */
  readonly wasmSha256: string;
  readonly [key: string]: string;
}

/** The engine this world runs on; a test compares the hash with the installed module. */
export const ENGINE: EngineIdentity = {
  package: '@dimforge/rapier3d-compat',
  version: '0.21.0',
  wasmSha256: '17cfa80eebd8de0291b948496dbffba724b98b489687f8272ca236a7bbf1dd4b',
};

/** The engine's module after its WebAssembly is ready. */
export type RapierModule = typeof Rapier;

/** A handle on the engine: the first `load` fetches and starts it, later ones wait for the same; a failure is not kept. */
export class Engine {
  readonly #start: () => Promise<RapierModule>;
  #loading: Promise<RapierModule> | null = null;

  /** @param begin fetches and starts the module */
  constructor(begin: () => Promise<RapierModule> = start) {
    this.#start = begin;
  }

  /** The engine, ready. @throws DimensionError `engine.load` when the WebAssembly does not start */
  load(): Promise<RapierModule> {
    this.#loading ??= this.#start().catch((error: unknown) => {
      // A line that broke once may stand again: who asks next fetches afresh.
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }
}

async function start(): Promise<RapierModule> {
  try {
    const rapier: RapierModule = await import('@dimforge/rapier3d-compat');
    await rapier.init();
    return rapier;
  } catch (cause) {
    throw new DimensionError('engine.load', 'The physics engine did not start.', {}, cause);
  }
}

/** Parses an engine identity and refuses every other than ours. @throws DimensionError `instance.engine` */
export function parseEngine(raw: unknown): EngineIdentity {
  if (typeof raw === 'object' && raw !== null) {
    const claimed = new Map<string, unknown>(Object.entries(raw));
    const same = Object.entries(ENGINE).every(([key, value]) => claimed.get(key) === value);
    if (same && claimed.size === Object.keys(ENGINE).length) return ENGINE;
  }
  throw new DimensionError(
    'instance.engine',
    `This challenge was made for another physics engine; this world runs ${ENGINE.package} ${ENGINE.version}.`,
    { got: String(JSON.stringify(raw)).slice(0, 200) },
  );
}
