/** The `dimension` command: finds the word, loads only what it needs, and ends with its exit code. */
import { isDimensionError } from '#shared/base/errors.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** What a word does, and where it is. */
const COMMANDS: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> = {
  serve: { about: 'run the world of this folder', load: async () => (await import('./serve.ts')).serve },
  work: {
    about: 'do the heavy work of a world on another machine (REDIS_URL)',
    load: async () => (await import('./work.ts')).work,
  },
  verify: {
    about: 'FILE: judge an attempt file',
    load: async () => (await import('./verify.ts')).verify,
  },
  solve: {
    about: 'FILE --cpu-seconds N --seed S: let a machine attempt a challenge file',
    load: async () => (await import('./solve.ts')).solve,
  },
  records: {
    about: 'pull URL | check FILE_OR_URL | export DIR | published: the records of this and other worlds',
    load: async () => (await import('./records.ts')).records,
  },
  mesh: { about: 'GENOME_HEX --out FILE.glb: grow a work', load: async () => (await import('./mesh.ts')).mesh },
  doctor: { about: 'look whether everything is in order', load: async () => (await import('./doctor.ts')).doctor },
  bench: { about: '[NAME] [--json] [--full FAMILY]: measure', load: async () => (await import('./bench.ts')).bench },
  starter: {
    about: 'keep the log of machines on a starter course',
    load: async () => (await import('./starter.ts')).starter,
  },
};

const [word = '', ...rest] = process.argv.slice(2);
process.exitCode = await run(word, rest);

async function run(name: string, args: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return usage(name);
  try {
    return await (await command.load())(args);
  } catch (error) {
    const known = inputSentence(error);
    process.stderr.write(`${known ?? `This is a fault of ours: ${trace(error)}`}\n`);
    return known === null ? 70 : 2;
  }
}

/** One sentence for what whoever typed the command can mend; null for what only we can. */
function inputSentence(error: unknown): string | null {
  if (isDimensionError(error)) return error.message;
  // What Node's parseArgs throws: a sentence, then advice that does not fit our commands.
  if (!(error instanceof TypeError) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS_'))
    return null;
  const [first = error.message] = error.message.split(/\.\s|\n/);
  return `${first.replace(/\.$/, '')}; "dimension help" shows how to use it.`;
}

function usage(name: string): number {
  const asked = name === '' || name === 'help' || name === '--help' || name === '-h';
  const width = Math.max(...Object.keys(COMMANDS).map((key) => key.length));
  const lines = Object.entries(COMMANDS).map(([key, { about }]) => `  ${key.padEnd(width)}  ${about}`);
  const text = `Use it like this: dimension WORD …\n\n${lines.join('\n')}\n`;
  if (asked) process.stdout.write(text);
  else process.stderr.write(`There is no "dimension ${name}".\n\n${text}`);
  return asked ? 0 : 2;
}

function trace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
