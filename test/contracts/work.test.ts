/** Works, automata and their metadata as a wallet or a marketplace would read them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { keccak256, toHex } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { call, EdrChain, INTERFACES, shortString } from './support/edr-chain.ts';

const MAKER = `0x${'a1'.repeat(20)}`;

interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly image: string;
  readonly attributes: readonly { readonly trait_type: string; readonly value: string | number }[];
}

let chain: EdrChain;

beforeEach(async () => {
  chain = await EdrChain.open();
});

function mint(genome: Uint8Array, title: string, parents: readonly bigint[] = []) {
  return call('work', 'mint', [MAKER, shortString('lantern'), 2, title, parents, genome]);
}

function tokenOf(genome: Uint8Array): bigint {
  return BigInt(`0x${keccak256(genome)}`);
}

async function metadata(contract: 'work' | 'automaton' | 'frontier', id: bigint): Promise<Metadata> {
  const uri = String(await chain.read(contract, 'tokenURI', [id]));
  return JSON.parse(text(uri, 'data:application/json;base64,'));
}

function text(uri: string, prefix: string): string {
  expect(uri.startsWith(prefix)).toBe(true);
  return Buffer.from(uri.slice(prefix.length), 'base64').toString('utf8');
}

describe('a work', () => {
  it('has the token id that TypeScript computes and its genome byte for byte', async () => {
    const genome = new Rng('work').bytes(256);
    const { outcomes } = await chain.run([mint(genome, 'Harbour')]);
    expect(BigInt(outcomes[0]?.result ?? 0)).toBe(tokenOf(genome));
    expect(await chain.read('work', 'genomeOf', [tokenOf(genome)])).toBe(`0x${toHex(genome)}`);
    expect(parseAddress(await chain.read('work', 'ownerOf', [tokenOf(genome)]))).toBe(MAKER);
  });

  it('carries JSON that parses and a picture without script, whatever its title', async () => {
    const titles = ['Harbour', '"quoted" \\ and \n broken', '</title><script>alert(1)</script>', '灯笼 ü 🏮', ''];
    for (const [index, title] of titles.entries()) {
      const genome = new Rng(index).bytes(1 + index * 90);
      await chain.run([mint(genome, title)]);
      const data = await metadata('work', tokenOf(genome));
      expect(data.name).toBe(title === '' ? 'Untitled' : title);
      expect(data.attributes).toContainEqual({ trait_type: 'generator', value: 'lantern' });
      expect(data.attributes).toContainEqual({ trait_type: 'genome bytes', value: genome.length });
      const svg = text(data.image, 'data:image/svg+xml;base64,');
      expect(svg).toMatch(/^<svg [^>]*viewBox="-500 -500 1000 1000".*<\/svg>$/s);
      expect(svg).not.toContain('<script');
      expect(svg).not.toMatch(/NaN|undefined|-\d+-/);
      expect(openTags(svg)).toEqual([]);
    }
  });

  it('is refused a second time, and the rest of the batch goes on', async () => {
    const genome = new Rng('twice').bytes(64);
    const other = new Rng('other').bytes(64);
    const { outcomes } = await chain.run([mint(genome, 'A'), mint(genome, 'B'), mint(other, 'C', [tokenOf(genome)])]);
    expect(outcomes.map(({ error }) => error)).toEqual([null, 'WorkDuplicate', null]);
    const origin = (await chain.read('work', 'originOf', [tokenOf(other)])) as { parents: bigint[]; title: string };
    expect(origin.title).toBe('C');
    expect([...origin.parents]).toEqual([tokenOf(genome)]);
  });
});

describe('an automaton', () => {
  it('acts through its account when the relay, its owner, says so', async () => {
    const codeHash = `0x${'c1'.repeat(32)}`;
    const { outcomes } = await chain.run([call('automaton', 'mint', [ADDRESSES.relay, 'vela', codeHash])]);
    const [id, account] = INTERFACES.automaton.decodeFunctionResult('mint', outcomes[0]?.result ?? '0x');
    expect(await chain.read('automaton', 'accountOf', [id])).toBe(account);
    const next = `0x${'c2'.repeat(32)}`;
    const change = call('automaton', 'setCode', [id, next]);
    const acted = await chain.run([call('account', 'execute', [change.to, 0, change.data, 0], account)]);
    expect(acted.outcomes[0]?.ok).toBe(true);
    expect(await chain.read('automaton', 'codeHashOf', [id])).toBe(next);
    expect(await metadata('automaton', id)).toMatchObject({ name: 'vela' });
  });
});

/** The elements left open in a document, innermost last: none when it is well formed. */
function openTags(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (!rest.endsWith('/')) open.push(name);
  }
  return open;
}
