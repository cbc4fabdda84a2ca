/** Pictures of solutions: a PNG of the right size for every hand, drawn once, kept within bounds. */
import { expect, test } from 'vitest';
import { FAMILIES, load } from '#content/catalog.ts';
import { Pictures, pictureOf } from '#server/http/pictures.ts';
import type { Jobs, Pool } from '#server/ports/pool.ts';
import { picture, pictureSvg } from '#server/work/picture.ts';
import { Press } from '#server/work/press.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseAddress, parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import { Engine } from '#shared/physics/engine.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { benchChallenges } from '#test/browser/support/bench-challenges.ts';
import { straightCourse, straightTape } from '#test/browser/support/straight-course.ts';
import { pairFile, pairPayload } from '#test/support/pair-course.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

type Order = Jobs['picture']['in'];

const TOOLS = { engine: new Engine(), press: new Press() };
const svgOf = (order: Order) => pictureSvg(order, TOOLS.engine);

/** Width, height and the mark of a PNG, out of its first bytes. */
function headOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { mark: String.fromCharCode(...png.slice(1, 4)), width: view.getUint32(16), height: view.getUint32(20) };
}

async function orders(): Promise<readonly Order[]> {
  const words = { title: 'A <title> & more', line: 'by "Ada"' };
  const benches = await Promise.all(
    (await benchChallenges()).map(async ({ file, machine }): Promise<Order> => {
      const family = await load(FAMILIES, file.family);
      const instance = family.parseInstance(file.instance);
      const piece = family.workpiece(instance);
      const solution = piece.hand === 'vectors' ? { kind: 'vectors', vectors: piece.start } : machine[0]?.best;
      return { ...words, file, payload: family.parsePayload(solution, instance) };
    }),
  );
  return [
    { ...words, file: straightCourse().file, payload: straightTape() },
    { ...words, file: pairFile(), payload: pairPayload() },
    ...benches,
  ];
}

test('a solution of any hand is a PNG of 1200 × 630, the same for the same solution', async () => {
  for (const order of await orders()) {
    const { pngBase64 } = await picture(order, TOOLS);
    expect(headOf(Buffer.from(pngBase64, 'base64'))).toEqual({ mark: 'PNG', width: 1_200, height: 630 });
    expect((await picture(order, TOOLS)).pngBase64).toBe(pngBase64);
  }
});

test('a course shows the way of everybody who ran it, and words of people are words', async () => {
  const [alone, pair] = await orders();
  if (alone === undefined || pair === undefined) throw new Error('there are courses');
  const ways = (svg: string) => svg.match(/stroke-linejoin="round"/g)?.length ?? 0;
  // A line and its edge for each.
  expect(ways(await svgOf(alone))).toBe(2);
  expect(ways(await svgOf(pair))).toBe(4);
  expect(await svgOf(alone)).toContain('A &lt;title&gt; &amp; more');
  const nasty = await svgOf({ ...alone, title: `\u0000${'W'.repeat(150)}` });
  expect(nasty).not.toContain('\u0000');
  expect(nasty).toContain('W…</text>');
});

const CHALLENGE = { file: straightCourse().file, title: 'One gap' } as Challenge;
function attempt(id: number): JudgedAttempt {
  return {
    id: parseAttemptId(String(id).padStart(64, '0')),
    challenge: parseChallengeId('b'.repeat(64)),
    actor: { kind: 'person', address: parseAddress(`0x${'1'.repeat(40)}`), name: 'Ada', host: false },
    ...{ class: 'live', payload: straightTape(), wallMs: 0, receivedAtMs: 0 },
    verdict: { ok: true, value: 252, unit: 'tick', digest: 'c'.repeat(64), cpuMs: 1 },
  };
}

const wanted = (id: number) => pictureOf(attempt(id), CHALLENGE, 'en');

/** A pool that says what it was asked to draw, each picture of 100 bytes, when it is let. */
function drawingPool() {
  const drawn: Order[] = [];
  const { promise: gate, resolve: go } = Promise.withResolvers<void>();
  const run = async (_job: string, order: unknown) => {
    drawn.push(order as Order);
    await gate;
    return { pngBase64: Buffer.alloc(100).toString('base64') };
  };
  return { drawn, go, pool: { run } as unknown as Pick<Pool, 'run'> };
}

test('a picture is drawn once however many ask, and the one that was asked for longest ago goes first', async () => {
  const { drawn, go, pool } = drawingPool();
  const pictures = new Pictures(pool, () => 0, 250);
  const both = [pictures.of(wanted(1)), pictures.of(wanted(1))];
  go();
  await Promise.all(both);
  expect(drawn.map(({ line }) => line)).toEqual(['4.20 s by Ada']);
  await pictures.of(wanted(2));
  await pictures.of(wanted(1));
  await pictures.of(wanted(3));
  expect([1, 2, 3].map((id) => pictures.has(wanted(id)))).toEqual([true, false, true]);
  expect(drawn.length).toBe(3);
});

test('the words on it are drawn in the language of the link, each a picture of its own', async () => {
  const { drawn, go, pool } = drawingPool();
  const pictures = new Pictures(pool, () => 0);
  go();
  for (const language of ['en', 'de', 'de', 'es'] as const)
    await pictures.of(pictureOf(attempt(1), CHALLENGE, language));
  expect(drawn.map(({ line }) => line)).toEqual(['4.20 s by Ada', '4,20 s von Ada', '4,20 s de Ada']);
});

test('only some are drawn at a time', async () => {
  const { go, pool } = drawingPool();
  const pictures = new Pictures(pool, () => 0);
  const under = [1, 2, 3, 4].map((id) => pictures.of(wanted(id)));
  await expect(pictures.of(wanted(5))).rejects.toMatchObject({ code: 'picture.limit' });
  go();
  await Promise.all(under);
  await pictures.of(wanted(5));
});

/** A pool in which every drawing fails in this way, and how many did. */
function failingPool(error: unknown) {
  const tried: unknown[] = [];
  const run = async (_job: string, order: unknown) => {
    tried.push(order);
    throw error;
  };
  return { tried, pool: { run } as unknown as Pick<Pool, 'run'> };
}

test('what cannot be drawn is refused at once, without the pool, for some minutes', async () => {
  let nowMs = 0;
  const failing = failingPool(new DimensionError('payload.tape', 'This is no tape.'));
  const pictures = new Pictures(failing.pool, () => nowMs);
  const ask = () => expect(pictures.of(wanted(1))).rejects.toMatchObject({ code: 'payload.tape' });
  await ask();
  expect(pictures.has(wanted(1))).toBe(true);
  nowMs = 599_999;
  await ask();
  expect(failing.tried.length).toBe(1);
  nowMs = 600_000;
  expect(pictures.has(wanted(1))).toBe(false);
  await ask();
  expect(failing.tried.length).toBe(2);
});

test.each(['pool.full', 'pool.timeout', 'pool.crashed', 'pool.closed', 'engine.load', 'server.fault'])(
  'a drawing that failed by %s is tried again by the next who asks',
  async (code) => {
    const failing = failingPool(new DimensionError(code, 'Not now.'));
    const pictures = new Pictures(failing.pool, () => 0);
    for (const tries of [1, 2]) {
      await expect(pictures.of(wanted(1))).rejects.toMatchObject({ code });
      expect(failing.tried.length).toBe(tries);
    }
  },
);

test('of a thousand and one that cannot be drawn the first is forgotten', async () => {
  const failing = failingPool(new DimensionError('instance.shape', 'broke'));
  const pictures = new Pictures(failing.pool, () => 0);
  for (let id = 0; id <= 1_000; id++) await expect(pictures.of(wanted(id))).rejects.toThrow('broke');
  expect([0, 1, 1_000].map((id) => pictures.has(wanted(id)))).toEqual([false, true, true]);
});

test('the route hands out the picture of an attempt from the real pool, and none of what there is not', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const { intent, witness } = await madeCourse(world, 'pictured');
  const published = await world.door.submit(ann.person, intent);
  const challenge = parseChallengeId(published.accepted ? published.id : '');
  await world.tries.idle();
  const bo = await visitor(world, 'Bo');
  const made = await world.door.submit(bo.person, { kind: 'attempt', challenge, payload: witness });
  const url = (id: string) => `http://localhost:${world.port}/api/attempts/${id}/picture.png`;
  const response = await fetch(url(made.accepted ? made.id : ''));
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(headOf(new Uint8Array(await response.arrayBuffer()))).toMatchObject({ width: 1_200, height: 630 });
  expect((await fetch(`${url(made.accepted ? made.id : '')}?lang=de&lang=x`)).status).toBe(200);
  expect((await fetch(url('0'.repeat(64)))).status).toBe(404);
  expect((await fetch(url('nothing'))).status).toBe(400);
});
