import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '#test/support/scratch.ts';

const COMMAND = new URL('../../../server/cli/dimension.mjs', import.meta.url).pathname;

/** Runs the command and answers its exit code and everything it said. */
function dimension(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { env: { PATH: process.env['PATH'], ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('close', (code) => resolve({ code: code ?? -1, said }));
  });
}

test('the command says what it can do, and what it cannot', async () => {
  const [help, wrong] = await Promise.all([dimension(['--help']), dimension(['fly'])]);
  expect(help.code).toBe(0);
  for (const word of ['serve', 'work', 'verify', 'solve', 'mesh', 'doctor', 'bench'])
    expect(help.said).toContain(`  ${word} `);
  expect(wrong.code).toBe(2);
  expect(wrong.said).toContain('There is no "dimension fly".');
});

test.each([
  ['an option nobody knows', ['verify', '--fast', 'file.json']],
  ['an option without its value', ['solve', 'file.json', '--seed']],
  ['a value for an option that takes none', ['verify', '--json=yes', 'file.json']],
  ['a file that is not there', ['verify', 'nowhere.json']],
  ['no file', ['solve']],
])('%s ends with 2 and one sentence', async (_, args) => {
  const { code, said } = await dimension(args);
  expect(said).toMatch(/^[^\n]+[.]\n$/);
  expect(said).not.toContain('fault of ours');
  expect(code).toBe(2);
});

test('the doctor finds a fresh host well, and names what is not', async () => {
  const dataDir = await scratchFolder();
  const well = await dimension(['doctor'], { DATA_DIR: dataDir, PORT: '0' });
  for (const name of ['Node', 'Data folder', 'Keys', 'Store', 'Physics', 'Work', 'Chain', 'Port'])
    expect(well.said).toMatch(new RegExp(`^ok {2}${name} `, 'm'));
  await chmod(join(dataDir, 'keys', 'chain.key'), 0o644);
  const probe = createServer().listen(0);
  onTestFinished(() => void probe.close());
  const address = probe.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  const ill = await dimension(['doctor'], { DATA_DIR: dataDir, PORT: port });
  expect(ill.code).toBe(1);
  expect(ill.said).toMatch(/^NO {2}Keys .*chmod 600/m);
  expect(ill.said).toMatch(new RegExp(`^NO {2}Port .*${port} is taken`, 'm'));
});

test('a setting that cannot be is named, never its value', async () => {
  const broken = await dimension(['serve'], { CHAIN_KEY: 'my secret', DATA_DIR: await scratchFolder() });
  expect(broken.code).toBe(2);
  expect(broken.said).toContain('CHAIN_KEY');
  expect(broken.said).not.toContain('my secret');
});
