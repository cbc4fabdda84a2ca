/** The bench itself: score, undo, drafts, settling, the ladder and what handing in says. */
import { describe, expect, test } from 'vitest';
import { Bench } from '#client/workbench/bench.ts';
import { BenchJudge, type NoAnswer } from '#client/workbench/bench-judge.ts';
import { draftOf, keepDraft } from '#client/workbench/drafts.ts';
import { frameOf, toMetres } from '#client/workbench/frame.ts';
import { HandIn } from '#client/workbench/hand-in.ts';
import { openHand } from '#client/workbench/open-hand.ts';
import { barOf, ladderOf } from '#client/workbench/standing.ts';
import { Way } from '#client/workbench/way.ts';
import { FAMILIES, load } from '#content/catalog.ts';
import { fold } from '#content/families/fold.ts';
import { Rng } from '#shared/base/rng.ts';
import { subtract } from '#shared/maths/vector.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Judgement } from '#shared/records/verdict.ts';

const ID = 'a'.repeat(64);
const INSTANCE = { sequence: 'HPPHPPHPPH', lattice: 'cubic' };

function card(part: Partial<ChallengeCard> = {}): ChallengeCard {
  const file = { family: 'fold', rules: 1, instance: INSTANCE };
  const run = { solver: 'replica-exchange', release: 1, budgetCpuSeconds: 1, cpuSeconds: 1, steps: 1, progress: 0.5 };
  const machine = [
    { ...run, seed: '1', solved: true, value: 1, best: { kind: 'moves', moves: 'RRRULLLUR' } },
    { ...run, seed: '2', solved: true, value: 2, best: { kind: 'moves', moves: 'RULURDRUL' } },
  ];
  return { id: ID, file, title: 'The bright core', machine, records: [], ...part } as unknown as ChallengeCard;
}

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) };
}

function bench(shelf: ReturnType<typeof memory> | null = null) {
  const instance = fold.parseInstance(INSTANCE);
  const hand = openHand(fold.workpiece(instance));
  const family = { ...fold, polish: (_: unknown, payload: never) => payload } as never;
  const judge = new BenchJudge({ family, instance, file: card().file, heavy: false });
  return new Bench({
    card: card(),
    family,
    instance,
    hand,
    judge: { judge: (p) => judge.judge(p), polish: async (p) => p },
    shelf,
  });
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a bench', () => {
  test('judges every change and only the latest of those that wait', async () => {
    const table = bench();
    await settled();
    expect(table.judged.value).toMatchObject({ ok: true, value: 1 });
    const up = table.hand.key(
      { code: 'KeyR', shift: false },
      { eye: [0, 0, 9], right: [1, 0, 0], up: [0, 1, 0], ahead: [0, 0, -1] },
      table.work,
    );
    table.change(up?.work ?? []);
    table.change(table.hand.first);
    await settled();
    expect(table.judged.value).toMatchObject({ ok: true, value: 1 });
  });

  test('takes steps back and makes them again, and a drag is one step', () => {
    const table = bench();
    const shifted = (by: number) => table.hand.first.map((place) => subtract(place, [by, 0, 0]));
    table.change(shifted(1), 'drag');
    table.change(shifted(2), 'drag');
    table.endGesture();
    table.change(shifted(3));
    table.undo();
    expect(table.work).toEqual(shifted(2));
    table.undo();
    expect(table.work).toEqual(table.hand.first);
    table.redo();
    table.redo();
    expect(table.work).toEqual(shifted(3));
    expect(table.canRedo.value).toBe(false);
  });

  test('begins with the draft that was kept, and with the first work where the draft is none of this family', () => {
    const shelf = memory();
    keepDraft(shelf, ID, { kind: 'moves', moves: 'RULURDRUL' });
    expect(bench(shelf).payload).toEqual({ kind: 'moves', moves: 'RULURDRUL' });
    keepDraft(shelf, ID, { kind: 'points', points: [] });
    expect(bench(shelf).work).toEqual(bench().hand.first);
  });

  test('keeps what was changed, and says so when nothing can be kept', () => {
    const shelf = memory();
    const table = bench(shelf);
    table.startFromMachine();
    expect(draftOf(shelf, ID)).toEqual(table.payload);
    const full = bench({
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    });
    full.startFromMachine();
    expect(full.saved.value).toBe(false);
  });

  test('drafts that were spoilt are no drafts', () => {
    const shelf = memory();
    shelf.setItem('dimension.bench.1', '[{');
    expect(draftOf(shelf, ID)).toBeNull();
    shelf.setItem('dimension.bench.1', '[{"challenge":"x","payload":7}]');
    expect(draftOf(shelf, ID)).toBeNull();
  });

  test('starts from the best of the machines', () => {
    const table = bench();
    table.startFromMachine();
    expect(table.payload).toEqual({ kind: 'moves', moves: 'RULURDRUL' });
    table.undo();
    expect(table.work).toEqual(table.hand.first);
  });

  test('drops a settling that a change overtook', async () => {
    const table = bench();
    const settling = table.settle(true);
    table.startFromMachine();
    const now = table.work;
    await settling;
    expect(table.work).toBe(now);
    expect(table.settling.value).toBe(false);
  });
});

/** A bench whose judge answers when the test says so. */
function slowBench() {
  const instance = fold.parseInstance(INSTANCE);
  const answers: ((answer: Judgement | NoAnswer) => void)[] = [];
  const table = new Bench({
    card: card(),
    family: fold as never,
    instance,
    hand: openHand(fold.workpiece(instance)),
    judge: { judge: () => new Promise((resolve) => answers.push(resolve)), polish: async () => 'broken' },
    shelf: null,
  });
  const answer = async (word: Judgement | NoAnswer) => {
    answers.shift()?.(word);
    await settled();
  };
  return { table, answers, answer };
}

describe('a verdict', () => {
  const holds = (value: number): Judgement => ({ ok: true, value, digest: '' }) as unknown as Judgement;

  test('is stale from the change on until the judge has seen the change', async () => {
    const { table, answer } = slowBench();
    expect(table.asked.value).toBe('judging');
    await answer(holds(1));
    expect(table.asked.value).toBe('judged');
    table.startFromMachine();
    expect(table.asked.value).toBe('judging');
    table.undo();
    await answer(holds(2));
    // That was of the machine’s work, which was taken back meanwhile.
    expect(table.asked.value).toBe('judging');
    await answer(holds(1));
    expect(table.asked.value).toBe('judged');
    expect(table.judged.value).toMatchObject({ value: 1 });
  });

  test('that never comes is said, and can be asked for again', async () => {
    const { table, answer } = slowBench();
    await answer('broken');
    expect(table.asked.value).toBe('broken');
    expect(table.judged.value).toBeNull();
    table.askAgain();
    expect(table.asked.value).toBe('judging');
    await answer(holds(1));
    expect(table.asked.value).toBe('judged');
    await table.settle(true);
    expect(table.asked.value).toBe('broken');
    expect(table.settling.value).toBe(false);
  });
});

describe('undo on the way to rest', () => {
  test('stops the settling and takes no other step back', async () => {
    const table = bench();
    table.startFromMachine();
    const placed = table.work;
    await table.settle(false);
    expect(table.settling.value).toBe(true);
    table.undo();
    expect(table.settling.value).toBe(false);
    expect(table.work).toBe(placed);
    table.undo();
    expect(table.work).toEqual(table.hand.first);
  });

  test('is offered even where nothing was changed before', async () => {
    const table = bench();
    const settling = table.settle(false);
    expect(table.canUndo.value).toBe(true);
    await settling;
    table.undo();
    expect(table.canUndo.value).toBe(false);
    expect(table.shown.value).toBe(table.hand.first);
  });
});

describe('the ladder', () => {
  test('stands best first, one’s own before an equal one', () => {
    const record = { value: 2, unit: 'contact', holderName: 'Ada' };
    const needs = {
      card: card({ records: [record as never] }),
      family: fold,
      limit: { value: 9, source: 'x' },
      mine: 2,
    };
    expect(ladderOf(needs).map(({ who }) => who)).toEqual(['limit', 'you', 'record', 'machine']);
    expect(barOf(needs)).toBe(3);
    expect(barOf({ card: card(), family: fold })).toBeNull();
  });
});

describe('the way to rest', () => {
  test('keeps beacons on their ball and ends exactly where it should', () => {
    const way = new Way([[0, 0, 1]], [[1, 0, 0]]);
    const [between] = way.advance(0.3);
    expect(Math.hypot(...(between ?? [0, 0, 0]))).toBeCloseTo(1, 12);
    expect(way.advance(5)).toBe(way.to);
    expect(way.isOver).toBe(true);
  });
});

describe('handing in', () => {
  const sent = (answer: unknown, records: unknown[] = []) =>
    new HandIn({
      api: {
        intent: async () => answer,
        challenge: async () => card({ records: records as never }),
        profile: async () => ({ laurels: [] }),
      } as never,
      challenge: ID,
      onCard: () => undefined,
    });

  test('says what was refused and why', async () => {
    const handIn = sent({ accepted: false, code: 'x', sentence: 'Two beads stand on one place.' });
    await handIn.send({ kind: 'moves', moves: 'R' });
    expect(handIn.state.value).toEqual({ kind: 'refused', sentence: 'Two beads stand on one place.' });
  });

  test('tells a laurel by the record that the attempt set', async () => {
    const handIn = sent({ accepted: true, id: 'mine', sentence: 'A new record.' }, [{ attempt: 'mine', laurel: true }]);
    await handIn.send({ kind: 'moves', moves: 'R' });
    expect(handIn.state.value).toMatchObject({ kind: 'held', record: true, laurel: true, minted: false });
  });
});

describe('every family that a workbench plays', () => {
  test('draws the parts of a payload first, in order, along the payload’s own axes', async () => {
    for (const id of Object.keys(FAMILIES)) {
      const family = await load(FAMILIES, id);
      if (family.hand !== 'moves' && family.hand !== 'points' && family.hand !== 'vectors') continue;
      const { instance } = await family.generate(new Rng(`bench ${id}`), 0.3);
      const hand = openHand(family.workpiece(instance));
      const { middle } = hand.home;
      const work =
        hand.first.length > 1
          ? hand.first
          : ([
              [0, 0, 0],
              [1, 0, middle[2] * 2],
              [middle[0] * 2, middle[1] * 2, 0],
            ] as const);
      const drawing = family.show(instance, hand.payloadOf(work));
      const frame = frameOf(drawing, work);
      expect(frame.scale, id).toBeGreaterThan(0);
      for (const [index, place] of work.entries()) {
        const off = subtract(toMetres(frame, place), drawing.points[index]?.at ?? [9, 9, 9]);
        expect(Math.hypot(...off), `${id}, part ${index}`).toBeLessThan(1e-6);
      }
    }
  });
});
