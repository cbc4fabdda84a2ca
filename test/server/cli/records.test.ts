import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { records } from '#server/cli/records.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld, visitor } from '#test/support/world.ts';

const COMMAND = new URL('../../../server/cli/dimension.ts', import.meta.url).pathname;

/** Runs `dimension records …` for a data folder and catches what it prints. */
async function printed(dataDir: string, ...args: string[]): Promise<{ exit: number; answer: unknown }> {
  vi.stubEnv('DATA_DIR', dataDir);
  onTestFinished(() => void vi.unstubAllEnvs());
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    const exit = await records([...args, '--json']);
    return { exit, answer: JSON.parse(text) };
  } finally {
    spy.mockRestore();
  }
}

/** What another process says of an attempt file: it has nothing but that file, no environment and no keys. */
function verifiedElsewhere(file: string): Promise<unknown> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, 'verify', file, '--json'], { env: {} });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('close', () => resolve(JSON.parse(said)));
  });
}

test('what a world gives away, another process verifies from the public files alone, and another world takes over', async () => {
  const world = await testWorld();
  const course = await playedCourse(world, 'given away');
  const ben = await visitor(world, 'Ben');
  await course.play(ben.person, 60);
  const best = await course.play(ben.person, 0);
  const url = `http://localhost:${world.port}`;
  const [folder, elsewhere] = [join(await scratchFolder(), 'out'), await scratchFolder()];

  await expect(printed(world.dataDir, 'export', folder)).rejects.toThrow('Another world is running');
  const exported = await printed(elsewhere, 'export', folder, '--from', url);
  expect(exported.answer).toMatchObject({ entries: 2, records: 2 });
  expect((await readdir(folder)).sort()).toEqual([
    ...['CITATION.cff', 'README.txt', 'attempts', 'challenges', 'feed.jsonl', 'records.csv'],
  ]);
  const { verdict } = best.attempt;
  const said = await verifiedElsewhere(join(folder, 'attempts', `${best.attempt.id}.json`));
  expect(said).toMatchObject({ ok: true, value: verdict.ok ? verdict.value : 0, digest: verdict.digest });
  const feed = join(folder, 'feed.jsonl');
  const checked = await printed(elsewhere, 'check', feed);
  expect(checked).toMatchObject({ exit: 0, answer: { ok: true, entries: 2, certificates: 2, strange: 0, laurels: 2 } });

  expect((await printed(elsewhere, 'pull', url)).answer).toMatchObject({ entries: 2, taken: 2 });
  const again = join(elsewhere, 'again');
  expect((await printed(elsewhere, 'export', again)).answer).toMatchObject({ entries: 2, records: 2 });
  expect(await readFile(join(again, 'records.csv'), 'utf8')).toContain(`${url}/api/feed`);

  await writeFile(feed, (await readFile(feed, 'utf8')).replace('"Ben"', '"Eve"'));
  const forged = await printed(elsewhere, 'check', feed);
  expect(forged).toMatchObject({ exit: 1, answer: { ok: false, entries: 0, reason: { code: 'feed.hash' } } });
  await expect(printed(elsewhere, 'export', folder)).rejects.toThrow('empty folder');
});

test('a check hears of laurels that passed, and does not believe one that could not', async () => {
  const folder = await scratchFolder();
  const host = new FeedHost('passing');
  const { challenge } = goldenRecord();
  host.say(goldenRecord(), 2_000);
  host.say(goldenRecord({ index: 1, holderName: 'Ada' }), 1_000);
  const file = join(folder, 'feed.jsonl');
  const write = () => writeFile(file, host.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  host.say({ kind: 'passed', challenge, title: 'A', from: 0, index: 1, holderName: 'Ada' }, 3_000);
  await write();
  expect(await printed(folder, 'check', file)).toMatchObject({ exit: 0, answer: { ok: true, entries: 3, laurels: 1 } });
  host.say({ kind: 'passed', challenge, title: 'A', from: 0, index: 1, holderName: 'Ada' }, 4_000);
  await write();
  const twice = await printed(folder, 'check', file);
  expect(twice).toMatchObject({ exit: 1, answer: { ok: false, reason: { code: 'feed.laurel' } } });
});

test.each([
  ['records.usage', []],
  ['records.usage', ['fly']],
  ['records.usage', ['check']],
  ['records.folder', ['export']],
  ['feed.url', ['pull']],
  ['feed.file', ['check', 'none.jsonl']],
  ['feed.away', ['check', 'http://127.0.0.1:9/']],
])('%s says what is wrong with "records %j"', async (code, args) => {
  await expect(records(args)).rejects.toThrow(expect.objectContaining({ code }));
});

test('every certificate of a published value is recomputed', async () => {
  const { exit, answer } = await printed(await scratchFolder(), 'published');
  expect([exit, Array.isArray(answer)]).toEqual([0, true]);
});
