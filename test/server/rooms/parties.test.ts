/** A run of several: what reaches whom, what ends it, and how it is judged. */
import { expect, test } from 'vitest';
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { Seat } from '#server/rooms/seat.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { bytes, COUNTDOWN_MS, code, openParties, PAIR } from '#test/support/parties.ts';

const APART = 'For 10 minutes they and the others do not gather together again.';

test('what one plays reaches the others at once, and nobody can play for another', () => {
  const { parties, ada, bo, cleo, played, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(COUNTDOWN_MS + 100);
  parties.take(ada, { round: 1, from: 0, bytes: bytes(1, 2, 3) });
  parties.take(ada, { round: 1, from: 0, bytes: bytes(1, 2, 3) });
  parties.take(bo, { round: 1, from: 0, bytes: bytes(9, 8) });
  expect(played.get('Bo')).toEqual([{ round: 1, by: 0, from: 0, bytes: bytes(1, 2, 3) }]);
  expect(played.get('Ada')).toEqual([{ round: 1, by: 1, from: 0, bytes: bytes(9, 8) }]);
  expect(ada.party?.run?.tape.tapes()).toEqual([Uint8Array.of(1, 2), Uint8Array.of(9, 8)]);
  expect(code(() => parties.take(cleo, { round: 1, from: 0, bytes: bytes(1) }))).toBe('run.none');
  expect(code(() => parties.take(ada, { round: 2, from: 3, bytes: bytes(1) }))).toBe('run.none');
});

test('whose line was broken is told everything again', () => {
  const { parties, ada, bo, last, played, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(COUNTDOWN_MS + 200);
  for (const [from, byte] of [1, 2, 3, 4].entries()) parties.take(ada, { round: 1, from, bytes: bytes(byte) });
  for (const again of [() => parties.tellAgain(bo), () => parties.gather(bo, PAIR)]) {
    played.clear();
    again();
    expect(last(bo)).toMatchObject({ phase: 'running', round: 1, inMs: 0 });
    expect(played.get('Bo')).toEqual([{ round: 1, by: 0, from: 0, bytes: bytes(1, 2, 3, 4) }]);
  }
});

test('whose line was broken for too long hears that the run is over, and waits at no gate for it', () => {
  const { parties, ada, bo, cleo, last, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(60_000);
  const told = last(bo);
  expect(told).toMatchObject({ phase: 'ended' });
  parties.tellAgain(bo);
  expect(last(bo)).toEqual(told);
  expect(last(bo)).not.toBe(told);
  expect(parties.gathering()).toEqual([]);
  expect(code(() => parties.tellAgain(cleo))).toBe('party.none');
});

test('who leaves, sends nonsense or falls silent ends the run for all, and the sentence says who', () => {
  const left = openParties();
  left.parties.gather(left.ada, PAIR);
  left.parties.gather(left.bo, PAIR);
  left.parties.part(left.bo);
  expect(left.last(left.ada)).toMatchObject({
    phase: 'ended',
    sentence: `Bo has left, so the run is over for all. ${APART}`,
  });
  expect(code(() => left.parties.setOff(left.ada))).toBe('party.none');

  const gap = openParties();
  gap.parties.gather(gap.ada, PAIR);
  gap.parties.gather(gap.bo, PAIR);
  gap.pass(COUNTDOWN_MS + 1_000);
  expect(code(() => gap.parties.take(gap.bo, { round: 1, from: 7, bytes: bytes(1) }))).toBe('run.gap');
  expect(gap.last(gap.ada)).toMatchObject({ phase: 'ended', sentence: expect.stringContaining('from Bo') });

  const silent = openParties();
  silent.parties.gather(silent.ada, PAIR);
  silent.parties.gather(silent.bo, PAIR);
  silent.pass(COUNTDOWN_MS + 500);
  silent.parties.take(silent.ada, { round: 1, from: 0, bytes: bytes(...Array(12).fill(1)) });
  silent.parties.take(silent.bo, { round: 1, from: 0, bytes: bytes(1) });
  silent.pass(2_900);
  expect(silent.last(silent.ada)?.phase).toBe('running');
  silent.pass(200);
  for (const seat of [silent.ada, silent.bo])
    expect(silent.last(seat)).toMatchObject({
      phase: 'ended',
      sentence: `Nothing came from Bo for 3 seconds, so the run is over for all. ${APART}`,
    });
  // Who is not to blame gathers afresh.
  silent.parties.gather(silent.ada, PAIR);
  silent.parties.gather(silent.cleo, PAIR);
  expect(silent.last(silent.ada)).toMatchObject({ phase: 'running', round: 1 });
});

test('nobody plays faster than time, and before the countdown is over there is nothing to play', () => {
  const { parties, ada, bo, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(500);
  let refused = 'none';
  for (let from = 0; from < 120 && refused === 'none'; from += 15)
    refused = code(() => parties.take(ada, { round: 1, from, bytes: bytes(...Array(15).fill(1)) }));
  expect(refused).toBe('run.too-fast');
});

test('everybody who arrives gets the same verdict, asked once; a judge who was away is asked again', async () => {
  let asked = 0;
  const outcome = { sentence: 'Well done.' } as AttemptOutcome;
  const { parties, ada, bo, last, pass } = openParties((party) => {
    asked++;
    expect(party.players.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    return asked === 1 ? Promise.reject(new DimensionError('pool.full', 'Not now.')) : Promise.resolve(outcome);
  });
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(COUNTDOWN_MS + 100);
  parties.take(ada, { round: 1, from: 0, bytes: bytes(1) });
  parties.take(bo, { round: 1, from: 0, bytes: bytes(1) });
  await expect(parties.arrived(bo, 1)).rejects.toMatchObject({ code: 'pool.full' });
  expect(last(ada)).toMatchObject({ phase: 'over', judged: true });
  // What somebody played a moment longer harms nobody.
  parties.take(ada, { round: 1, from: 1, bytes: bytes(1) });
  expect(await Promise.all([parties.arrived(ada, 1), parties.arrived(bo, 1)])).toEqual([outcome, outcome]);
  expect(asked).toBe(2);
  // Anybody begins again, and what came of the last round is still told.
  parties.setOff(bo);
  expect(last(ada)).toMatchObject({ phase: 'running', round: 2, judged: false });
  expect(await parties.arrived(ada, 1)).toBe(outcome);
  await expect(parties.arrived(ada, 3)).rejects.toMatchObject({ code: 'run.none' });
});

test('who reaches the goal just when another begins again loses nothing: the run of the round before is judged', async () => {
  const judged: (readonly Uint8Array[])[] = [];
  const outcome = { sentence: 'Well done.' } as AttemptOutcome;
  const { parties, ada, bo, last, pass } = openParties((_, run) => {
    judged.push(run.tape.tapes());
    return Promise.resolve(outcome);
  });
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(COUNTDOWN_MS + 100);
  parties.take(ada, { round: 1, from: 0, bytes: bytes(5) });
  parties.take(bo, { round: 1, from: 0, bytes: bytes(6) });
  parties.setOff(bo);
  expect(code(() => parties.take(ada, { round: 1, from: 1, bytes: bytes(1) }))).toBe('run.none');
  pass(COUNTDOWN_MS + 100);
  for (const seat of [ada, bo]) parties.take(seat, { round: 2, from: 0, bytes: bytes(1, 1) });
  expect(await parties.arrived(ada, 1)).toBe(outcome);
  expect(judged).toEqual([[Uint8Array.of(5), Uint8Array.of(6)]]);
  // The round under way hears nothing of it.
  expect(last(bo)).toMatchObject({ phase: 'running', round: 2, judged: false });
  parties.setOff(ada);
  parties.setOff(ada);
  await expect(parties.arrived(bo, 2)).rejects.toMatchObject({ code: 'run.none' });
  expect(await parties.arrived(bo, 3).catch((error: { code: string }) => error.code)).toBe(outcome);
});

test('what one heard of another in a run is no way to play it alone afterwards', () => {
  const { parties, ada, bo, cleo, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  pass(COUNTDOWN_MS + 1_000);
  const heard = Array.from({ length: 15 }, (_, tick) => 40 + tick);
  parties.take(bo, { round: 1, from: 0, bytes: bytes(...heard) });
  const tapes = [new Uint8Array(15), Uint8Array.from(heard)];
  const isCopied = ({ person }: Seat) => parties.copied.isCopied(person.address, PAIR.challenge, tapes);
  expect(isCopied(ada)).toBe(false);
  parties.part(ada);
  expect([ada, bo, cleo].map(isCopied)).toEqual([true, false, false]);
});

test('when time is up the run is over, and nobody is blamed for silence', () => {
  const { parties, ada, bo, last, pass } = openParties();
  parties.gather(ada, { ...PAIR, maxTicks: 30 });
  parties.gather(bo, { ...PAIR, maxTicks: 30 });
  pass(COUNTDOWN_MS + 500);
  for (const seat of [ada, bo])
    for (const from of [0, 15]) parties.take(seat, { round: 1, from, bytes: bytes(...Array(15).fill(1)) });
  expect(last(bo)).toMatchObject({ phase: 'over', judged: false });
  pass(60_000);
  expect(last(bo)?.phase).toBe('over');
});
