/** contracts/SECURITY.md names a test for every defence; a test that is named exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('contracts/SECURITY.md', 'utf8').replace(/\s+/g, ' ');
const solidity = readdirSync('contracts/test').filter((name) => name.endsWith('.t.sol'));

describe('SECURITY.md', () => {
  it('names only Solidity tests that exist', () => {
    const sources = solidity.map((name) => readFileSync(`contracts/test/${name}`, 'utf8')).join('\n');
    const named = [...new Set(text.match(/\b(?:test|invariant)_\w+/g))];
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !sources.includes(`function ${name}(`))).toEqual([]);
  });

  it('names only files and sentences of TypeScript tests that exist', () => {
    const named = [...text.matchAll(/`(\w+\.test\.ts): ([^`]+)`(?:, `([^`:]+)`)?/g)];
    expect(named.length).toBeGreaterThan(3);
    for (const [, file, ...sentences] of named) {
      const source = readFileSync(`test/contracts/${file}`, 'utf8');
      for (const sentence of sentences) if (sentence !== undefined) expect(source).toContain(sentence);
    }
  });

  it('owns up to what this server has no way to do, as long as it has none', () => {
    const chain = 'server/adapters/chain';
    const sources = readdirSync(chain, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const calls = /'(?:requestReissue|objectReissue\w*|executeReissue)'|FRONTIER_TYPES\.(?!verdict|invalidation)/;
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((name) => calls.test(readFileSync(`${chain}/${name}`, 'utf8')))).toEqual([]);
    expect(text).toContain('This server has no way yet to re-issue or to object on the chain.');
  });

  it('gives every threat a test', () => {
    const threats = text
      .slice(text.indexOf('## Threats'), text.indexOf('## Known limits'))
      .split(/ (?=\d+\. \*\*)/)
      .slice(1);
    expect(threats).toHaveLength(26);
    for (const threat of threats) expect(threat, threat.slice(0, 60)).toMatch(/\.t\.sol|\.test\.ts/);
  });
});
