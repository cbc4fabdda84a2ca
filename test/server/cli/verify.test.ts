import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { solve } from '#server/cli/solve.ts';
import { verify } from '#server/cli/verify.ts';

const golden = JSON.parse(await readFile('test/golden/replay-course.json', 'utf8'));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dimension-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(content: unknown): Promise<string> {
  const path = join(folder, `${Math.abs(JSON.stringify(content)?.length ?? 0)}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Runs a command and catches what it prints. */
async function printed(command: (args: readonly string[]) => Promise<number>, args: readonly string[]) {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    return { exit: await command(args), text };
  } finally {
    spy.mockRestore();
  }
}

test('an attempt that holds ends with 0 and its value in ticks', async () => {
  const { exit, text } = await printed(verify, [await file(golden), '--json']);
  expect(exit).toBe(0);
  expect(JSON.parse(text)).toEqual({
    ok: true,
    value: golden.ticks,
    unit: 'tick',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    reason: null,
    cpuMs: expect.any(Number),
  });
});

test('an attempt that does not hold ends with 1 and says why', async () => {
  const { exit, text } = await printed(verify, [
    await file({ ...golden, payload: { kind: 'tape', bytes: '' } }),
    '--json',
  ]);
  expect(exit).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ ok: false, value: null, reason: { code: 'parkour.goal' } });
  expect((await printed(verify, [await file({ ...golden, payload: { kind: 'tape', bytes: '' } })])).text).toContain(
    'goal',
  );
});

const { challenge, payload } = golden;
test.each([
  ['no JSON', '{', 'file.json'],
  ['no attempt', { hello: 1 }, 'attempt.file'],
  ['brackets in brackets', `{"challenge":${'['.repeat(3_000)}${']'.repeat(3_000)},"payload":{}}`, 'file.shape'],
  ['more brackets than a stack holds', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'file.shape'],
  ['an unknown family', { challenge: { ...challenge, family: 'chess' }, payload }, 'catalog.unknown'],
  ['other rules', { challenge: { ...challenge, rules: 2 }, payload }, 'challenge.rules'],
  [
    'another engine',
    { challenge: { ...challenge, instance: { ...challenge.instance, engine: {} } }, payload },
    'instance.engine',
  ],
  ['a payload of another hand', { challenge, payload: { kind: 'moves', moves: 'RUF' } }, 'payload.kind'],
])('a file with %s is bad input', async (_, content, code) => {
  await expect(verify([await file(content), '--json'])).rejects.toThrow(expect.objectContaining({ code }));
});

test('a file that is not there is named', async () => {
  await expect(verify([join(folder, 'nothing.json')])).rejects.toThrow('nothing.json');
});

test('what solve prints, verify accepts', async () => {
  const { exit, text } = await printed(solve, [await file(challenge), '--cpu-seconds', '5', '--seed', '1', '--json']);
  const attempt = JSON.parse(text);
  expect(exit).toBe(0);
  expect(attempt).toMatchObject({ challenge, seed: '1', solver: 'go-explore', solved: true });
  expect(attempt.cpuSeconds).toBeLessThan(8);
  const verdict = await printed(verify, [await file(attempt), '--json']);
  expect(JSON.parse(verdict.text)).toMatchObject({ ok: true, value: attempt.value });
});

test('a budget that is no number is refused', async () => {
  await expect(solve([await file(challenge), '--cpu-seconds', 'much'])).rejects.toThrow(
    expect.objectContaining({ code: 'solve.budget' }),
  );
});
