import { expect, test } from 'vitest';
import { type Ask, RunStream } from '#client/net/run-stream.ts';
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
  const line = { cut: false, lostAnswers: false, tape: new Uint8Array() as Uint8Array };
  const answer = (type: string, body: unknown): unknown => {
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

const ticks = Array.from({ length: 100 }, (_, tick) => (tick * 7) & 255);

test('what was pushed tick by tick is what the server holds at the end', async () => {
  const { line: end, ask } = line();
  const stream = new RunStream(ask, () => !end.cut);
  expect(await stream.begin(CHALLENGE)).toMatchObject({ ok: true });
  for (const byte of ticks) stream.push(byte);
  expect(await stream.finish()).toMatchObject({ ok: true, value: { holds: true } });
  expect([...end.tape]).toEqual(ticks);
});

test('a broken connection loses nothing: what had no answer is sent again', async () => {
  const { line: end, ask } = line();
  const stream = new RunStream(ask, () => !end.cut);
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
  const stream = new RunStream(ask, () => !end.cut);
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
  const stream = new RunStream(ask, () => !end.cut);
  await stream.begin(CHALLENGE);
  stream.push(1);
  stream.lose();
  expect(await stream.finish()).toMatchObject({ ok: false, code: 'run.lost' });
  await stream.begin(CHALLENGE);
  for (const byte of ticks) stream.push(byte);
  expect(await stream.finish()).toMatchObject({ ok: true });
});
