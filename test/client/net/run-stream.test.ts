import { expect, test } from 'vitest';
import { RunStream } from '#client/net/run-stream.ts';
import type { Ask, Refusal } from '#client/net/streamed-run.ts';
import { LiveRun } from '#server/rooms/live-run.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import { parseMessage } from '#shared/protocol/messages.ts';

const CHALLENGE = 'b'.repeat(64);

/** The server's own end of the line, with a connection that can be cut. */
function line() {
  let run: LiveRun | null = null;
  let nowMs = 0;
  const line = {
    cut: false,
    lostAnswers: false,
    tape: new Uint8Array() as Uint8Array,
    heard: [] as string[],
    trouble: [] as Refusal[],
  };
  const answer = (type: string, body: unknown): unknown => {
    line.heard.push(type);
    try {
      if (type === 'begin') run = new LiveRun(parseMessage('begin', body).run, parseChallengeId(CHALLENGE), nowMs);
      if (type === 'ticks') {
        const { from, bytes } = parseMessage('ticks', body);
        nowMs += 250;
        run?.take(from, bytes, nowMs);
      }
      if (type !== 'finish' || run === null) return { ok: true, value: {} };
      const { payload } = run.finish();
      if (payload.kind === 'tape') line.tape = decodeTape(payload.bytes, 10_000);
      const result = {
        holds: true,
        value: 1,
        unit: 'tick',
        reason: null,
        attempt: 'a',
        laurel: null,
        sentence: 'Well.',
      };
      return { ok: true, value: result };
    } catch (error) {
      if (isDimensionError(error)) return { ok: false, code: error.code, sentence: error.message };
      throw error;
    }
  };
  const ask = (async (type: string, body: unknown) => {
    if (line.cut) throw new Error('The connection is gone.');
    const given = answer(type, body);
    if (line.lostAnswers) throw new Error('The connection broke before the answer came.');
    return given;
  }) as Ask;
  return { line, ask };
}

function streamOver(end: ReturnType<typeof line>['line'], ask: Ask): RunStream {
  return new RunStream({ ask, isOpen: () => !end.cut, trouble: (refusal) => end.trouble.push(refusal) });
}

const ticks = Array.from({ length: 100 }, (_, tick) => (tick * 7) & 255);

test('what was pushed tick by tick is what the server holds at the end', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  expect(await stream.begin(CHALLENGE)).toMatchObject({ ok: true });
  for (const byte of ticks) stream.push(byte);
  expect(await stream.finish()).toMatchObject({ ok: true, value: { holds: true } });
  expect([...end.tape]).toEqual(ticks);
});

test('a broken connection loses nothing: what had no answer is sent again', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  await stream.begin(CHALLENGE);
  for (const byte of ticks.slice(0, 40)) stream.push(byte);
  end.lostAnswers = true;
  for (const byte of ticks.slice(40, 60)) stream.push(byte);
  end.cut = true;
  for (const byte of ticks.slice(60, 90)) stream.push(byte);
  await Promise.resolve();
  end.cut = false;
  end.lostAnswers = false;
  await new Promise((resolve) => setImmediate(resolve));
  stream.resume();
  for (const byte of ticks.slice(90)) stream.push(byte);
  expect(await stream.finish()).toMatchObject({ ok: true });
  expect([...end.tape]).toEqual(ticks);
});

test('a finish whose answer was lost is asked again when the line is back', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  await stream.begin(CHALLENGE);
  for (const byte of ticks) stream.push(byte);
  await new Promise((resolve) => setImmediate(resolve));
  end.cut = true;
  const finishing = stream.finish();
  await new Promise((resolve) => setImmediate(resolve));
  end.cut = false;
  stream.resume();
  expect(await finishing).toMatchObject({ ok: true });
  expect([...end.tape]).toEqual(ticks);
});

test('a run that another server knows nothing of is refused with a sentence, and the next one counts again', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  await stream.begin(CHALLENGE);
  stream.push(1);
  stream.lose();
  expect(end.trouble).toMatchObject([{ code: 'run.lost' }]);
  expect(await stream.finish()).toMatchObject({ ok: false, code: 'run.lost' });
  await stream.begin(CHALLENGE);
  for (const byte of ticks) stream.push(byte);
  expect(await stream.finish()).toMatchObject({ ok: true });
});

test('a finished run is judged although the next one begins at once, and nothing of the next is lost', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  await stream.begin(CHALLENGE);
  for (const byte of ticks) stream.push(byte);
  const first = stream.finish();
  const begun = stream.begin(CHALLENGE);
  for (const byte of ticks.slice(0, 30)) stream.push(byte);
  expect(await first).toMatchObject({ ok: true });
  expect([...end.tape]).toEqual(ticks);
  expect(await begun).toMatchObject({ ok: true });
  expect(end.heard.lastIndexOf('begin')).toBeGreaterThan(end.heard.indexOf('finish'));
  expect(await stream.finish()).toMatchObject({ ok: true });
  expect([...end.tape]).toEqual(ticks.slice(0, 30));
  expect(end.trouble).toEqual([]);
});

test('a run that waits for the finished one before it may be left again', async () => {
  const { line: end, ask } = line();
  const stream = streamOver(end, ask);
  await stream.begin(CHALLENGE);
  for (const byte of ticks) stream.push(byte);
  end.cut = true;
  const first = stream.finish();
  const second = stream.begin(CHALLENGE);
  const third = stream.begin(CHALLENGE);
  stream.push(3);
  await new Promise((resolve) => setImmediate(resolve));
  end.cut = false;
  stream.resume();
  expect(await first).toMatchObject({ ok: true });
  expect([...end.tape]).toEqual(ticks);
  expect(await second).toMatchObject({ ok: false, code: 'run.left' });
  expect(await third).toMatchObject({ ok: true });
  stream.leave();
  expect(end.heard.at(-1)).toBe('leave');
});
