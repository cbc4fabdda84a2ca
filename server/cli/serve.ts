/** `dimension serve`: opens the world, says where to go, and ends it on a signal. */
import { resolve } from 'node:path';
import { type Config, readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld, type World } from '#server/world.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { HELD_STATES, PRACTICE_STATES } from '#shared/records/challenge.ts';
import { nextSignal } from './next-signal.ts';

/** A world that has not ended by then is left as it is: everything acknowledged is on the disk already. */
const PATIENCE_MS = 1_700;

/** Resolves with the exit code when a signal has ended the world. @throws DimensionError when it cannot open */
export async function serve(args: readonly string[] = []): Promise<number> {
  const newHostLink = readArguments(args);
  // Whatever this process writes (store, chain, log of either) is for this user alone.
  process.umask(0o077);
  const config = readConfig();
  // Listening from the first moment: whoever stops a world that is still opening gets it closed in order too.
  const signalled = nextSignal();
  const log = openLog(config.logLevel);
  say(`Opening the world in ${resolve(config.dataDir)} …`);
  const world = await openWorld(config, { log, newHostLink });
  await welcome(world, config);
  const signal = await signalled;
  say(`\n${signal === 'SIGINT' ? 'Stopped by you' : 'Told to stop'}: saving and closing …`);
  setTimeout(() => process.exit(0), PATIENCE_MS).unref();
  await world.close();
  say('Saved. Good-bye.');
  return 0;
}

/** @throws DimensionError `serve.usage` */
function readArguments(args: readonly string[]): boolean {
  const unknown = args.find((arg) => arg !== '--new-host-link');
  if (unknown === undefined) return args.length > 0;
  throw new DimensionError('serve.usage', `"serve" knows only --new-host-link, not "${unknown}".`);
}

async function welcome(world: World, { dataDir, automataCpu }: Config): Promise<void> {
  const open = await world.store.challenges({ states: HELD_STATES, limit: 1_000 });
  const training = await world.store.challenges({ states: PRACTICE_STATES, limit: 1_000 });
  const trying = await world.store.challenges({ states: ['machine-attempts'], limit: 1_000 });
  say(`
  Walk in      ${world.url}
  Build        ${world.url}/create
  ${hostLine(world)}

  Gates        ${open.length} at the frontier, ${training.length} for training, ${trying.length} being tried by machines
  Automata     ${automataCpu === 0 ? 'at rest (AUTOMATA_CPU=0)' : `use up to ${Math.round(automataCpu * 100)} % of a core`}
  Chain        ${world.chain.chainId}, block ${await world.chain.height()}
  Data         ${resolve(dataDir)}

Press Ctrl+C to stop; nothing is lost.`);
}

/** Where the host goes: by the link, or, when somebody is the host already, with the key of that time. */
function hostLine({ hostLink, url }: World): string {
  if (hostLink !== null) return `Be the host  ${hostLink}   (works once)`;
  return `Host         ${url}/host   (another link: npm run dimension -- serve --new-host-link)`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
