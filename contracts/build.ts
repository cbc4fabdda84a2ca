/** Compiles the contracts and writes contracts/built: `npm run contracts`; with `--check` it only compares. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { SOLC_SETTINGS, SOLC_VERSION } from './compiler.ts';

interface Compiled {
  readonly abi: readonly unknown[];
  readonly bytecode: string;
  readonly runtime: string;
}

const require = createRequire(import.meta.url);
const CONTRACTS = fileURLToPath(new URL('.', import.meta.url));
const BUILT = join(CONTRACTS, 'built');

/** What is built: the file's name → the source that defines it. All but the registry are deployed, in this order. */
const DEPLOYED = {
  registry: { source: 'erc6551/ERC6551Registry.sol', name: 'ERC6551Registry' },
  relay: { source: 'src/Relay.sol', name: 'Relay' },
  painter: { source: 'src/Painter.sol', name: 'Painter' },
  account: { source: 'src/Account.sol', name: 'Account' },
  automaton: { source: 'src/Automaton.sol', name: 'Automaton' },
  work: { source: 'src/Work.sol', name: 'Work' },
  frontier: { source: 'src/Frontier.sol', name: 'Frontier' },
} as const;

/** Where the registry stands on public chains (ERC-6551), and therefore here too. */
const REGISTRY = '0x000000006551c19487814612e58fe06813775758';
/** The compiler's reminder to clear transient storage at the end of a call; Draft's users do. */
const TRANSIENT_STORAGE = '2394';
/** An account without a key, whose contracts have the same addresses on every host whatever their keys are. */
const DEPLOYER = `0x${keccakHex(new TextEncoder().encode('autonomous-dimension.genesis')).slice(24)}`;

function main(): void {
  const files = render(compile());
  if (process.argv.includes('--check')) {
    check(files);
    return;
  }
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(BUILT, name), text);
  process.stdout.write(`contracts: wrote ${files.size} files\n`);
}

function check(files: ReadonlyMap<string, string>): void {
  const kept = readdirSync(BUILT).sort();
  const stale = [...files].filter(
    ([name, text]) => !kept.includes(name) || readFileSync(join(BUILT, name), 'utf8') !== text,
  );
  const extra = kept.filter((name) => !files.has(name));
  if (stale.length + extra.length === 0) return void process.stdout.write('contracts: built is current\n');
  const names = [...stale.map(([name]) => name), ...extra].join(', ');
  process.stderr.write(`contracts: run "npm run contracts"; these differ from a recompile: ${names}\n`);
  process.exitCode = 1;
}

/** @throws Error with the compiler's messages when it reports an error, or a warning about a source of ours */
function compile(): Record<keyof typeof DEPLOYED, Compiled> {
  const solc = require('solc') as Solc;
  if (!solc.version().startsWith(`${SOLC_VERSION}+`))
    throw new Error(`solc ${SOLC_VERSION} expected, got ${solc.version()}`);
  const sources: Record<string, { content: string }> = {};
  const wanted: Record<string, Record<string, string[]>> = {};
  for (const { source, name } of Object.values(DEPLOYED)) {
    sources[source] = { content: read(source) };
    wanted[source] = { [name]: ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] };
  }
  const input = { language: 'Solidity', sources, settings: { ...SOLC_SETTINGS, outputSelection: wanted } };
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), { import: (path: string) => ({ contents: read(path) }) }),
  ) as SolcOutput;
  const problems = (output.errors ?? []).filter(
    ({ severity, errorCode, sourceLocation }) =>
      severity === 'error' || (sourceLocation?.file.startsWith('src/') && errorCode !== TRANSIENT_STORAGE),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.formattedMessage).join('\n'));
  const compiled = Object.entries(DEPLOYED).map(([key, { source, name }]) => {
    const contract = output.contracts[source]?.[name];
    if (contract === undefined) throw new Error(`the compiler gave nothing for ${name}`);
    const { bytecode, deployedBytecode } = contract.evm;
    return [key, { abi: contract.abi, bytecode: `0x${bytecode.object}`, runtime: `0x${deployedBytecode.object}` }];
  });
  return Object.fromEntries(compiled) as Record<keyof typeof DEPLOYED, Compiled>;
}

/** A source of ours (`src/…`) or of a package. */
function read(path: string): string {
  return readFileSync(path.startsWith('src/') ? join(CONTRACTS, path) : require.resolve(path), 'utf8');
}

function render(compiled: Record<keyof typeof DEPLOYED, Compiled>): Map<string, string> {
  const files = new Map<string, string>();
  for (const [key, { abi, bytecode, runtime }] of Object.entries(compiled)) {
    const lines = abi.map((entry) => `  ${JSON.stringify(entry)},`).join('\n');
    const text =
      key === 'registry'
        ? `/** The code it runs, to be put at its address at genesis. */\nexport const registryRuntime = '${runtime}';\n`
        : `export const ${key}Abi = [\n${lines}\n] as const;\n\n/** Creation code; constructor arguments follow it. */\nexport const ${key}Bytecode = '${bytecode}';\n`;
    files.set(`${key}.ts`, `${HEADER}\n${text}`);
  }
  files.set('addresses.ts', renderAddresses());
  files.set('genesis.ts', renderGenesis());
  return files;
}

function renderAddresses(): string {
  const entries = Object.keys(DEPLOYED)
    .filter((key) => key !== 'registry')
    .map((key, nonce) => `  ${key}: '${createAddress(DEPLOYER, nonce)}',`);
  return [
    HEADER,
    '',
    '/** Sends the deployments at genesis, from nonce 0 in the order of the keys below; nobody has its key. */',
    `export const DEPLOYER = '${DEPLOYER}';`,
    '',
    '/** Where everything stands on the embedded chain, on every host. */',
    'export const ADDRESSES = {',
    `  registry: '${REGISTRY}',`,
    ...entries,
    '} as const;',
    '',
  ].join('\n');
}

/** What each constructor takes: a key of the host, a contract of ours, or seconds. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  relay: ['keys.relayer'],
  painter: [],
  account: [],
  automaton: ['ADDRESSES.relay', 'ADDRESSES.registry', 'ADDRESSES.account', 'ADDRESSES.painter'],
  work: ['ADDRESSES.relay', 'ADDRESSES.painter'],
  frontier: ['ADDRESSES.relay', 'keys.verdictSigner', 'REISSUE_DELAY_S', 'ADDRESSES.painter'],
};

function renderGenesis(): string {
  const names = Object.keys(DEPLOYED).filter((key) => key !== 'registry');
  const steps = names.map((name) => {
    const words = (ARGUMENTS[name] ?? []).map((argument) => ` + word(${argument})`).join('');
    return `    { name: '${name}', address: ADDRESSES.${name}, data: ${name}Bytecode${words} },`;
  });
  return [
    HEADER,
    "import { ADDRESSES } from './addresses.ts';",
    ...Object.keys(DEPLOYED)
      .sort()
      .map((name) => {
        const member = name === 'registry' ? 'registryRuntime' : `${name}Bytecode`;
        return `import { ${member} } from './${name}.ts';`;
      }),
    '',
    '/** Seconds in which the holder of a laurel may object to its re-issue: 30 days. */',
    'const REISSUE_DELAY_S = 2_592_000;',
    '',
    '/** The two keys of the host that the contracts know: who sends transactions, who signs verdicts. */',
    'export interface HostKeys {',
    '  /** Account of the chain key, 0x and 40 hex digits. */',
    '  readonly relayer: string;',
    '  /** Account of the verdict key, 0x and 40 hex digits. */',
    '  readonly verdictSigner: string;',
    '}',
    '',
    '/** One contract creation: `data` is the creation code with its arguments, sent by DEPLOYER with the next nonce. */',
    'export interface Deployment {',
    `  readonly name: ${names.map((name) => `'${name}'`).join(' | ')};`,
    '  readonly address: string;',
    '  readonly data: string;',
    '}',
    '',
    '/** Code that stands in the genesis state, without a transaction. */',
    'export const GENESIS_CODE = [{ address: ADDRESSES.registry, code: registryRuntime }] as const;',
    '',
    '/** What DEPLOYER creates at genesis, in order, from nonce 0. */',
    'export function deployments(keys: HostKeys): readonly Deployment[] {',
    '  return [',
    ...steps,
    '  ];',
    '}',
    '',
    'function word(value: string | number): string {',
    "  const digits = typeof value === 'number' ? value.toString(16) : value.slice(2).toLowerCase();",
    "  return digits.padStart(64, '0');",
    '}',
    '',
  ].join('\n');
}

/** The address of the contract that `deployer` makes with `nonce` (below 128): keccak-256 of the RLP of both. */
function createAddress(deployer: string, nonce: number): string {
  const rlp = Buffer.concat([
    Buffer.from('d694', 'hex'),
    Buffer.from(deployer.slice(2), 'hex'),
    Buffer.from([nonce || 0x80]),
  ]);
  return `0x${keccakHex(rlp).slice(24)}`;
}

function keccakHex(bytes: Uint8Array): string {
  return Buffer.from(keccak_256(bytes)).toString('hex');
}

const HEADER =
  '/** Made by contracts/build.ts (`npm run contracts`) from contracts/src; checked against a recompile. */';

interface Solc {
  version(): string;
  compile(input: string, callbacks: { import(path: string): { contents: string } }): string;
}

interface SolcOutput {
  readonly errors?: readonly {
    readonly severity: string;
    readonly errorCode: string;
    readonly formattedMessage: string;
    readonly sourceLocation?: { readonly file: string };
  }[];
  readonly contracts: Record<
    string,
    | Record<
        string,
        | {
            readonly abi: readonly unknown[];
            readonly evm: {
              readonly bytecode: { readonly object: string };
              readonly deployedBytecode: { readonly object: string };
            };
          }
        | undefined
      >
    | undefined
  >;
}

main();
