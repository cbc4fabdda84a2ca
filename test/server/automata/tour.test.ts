/** The guide's decisions, look by look: it greets, leads, waits, fetches, points, and knows when to let go. */
import { expect, test } from 'vitest';
import type { Point } from '#content/world/ways.ts';
import { LOOKS_HZ } from '#server/automata/followers.ts';
import { joined, look, type Moment, type Move, newTour, type Tour } from '#server/automata/tour.ts';
import type { GuideLine } from '#shared/protocol/messages.ts';

const GOAL: Point = { x: 0, z: -40 };
/** Metres that a body walks between two looks. */
const STRIDE = 5 / LOOKS_HZ;

/** A toy island: the guide goes straight where it decided to, people do as the test says. */
class Island {
  guide: Point = { x: 0, z: 0 };
  readonly people = new Map<string, Point & { readonly busy: boolean }>();
  readonly said: string[] = [];
  readonly steps: string[] = [];
  gesture: Moment['gesture'] = 'none';
  tour: Tour;
  #to: Point | null = null;

  constructor(...sessions: readonly string[]) {
    for (const [index, session] of sessions.entries()) this.people.set(session, { x: index, z: 4, busy: false });
    this.tour = newTour(sessions);
  }

  /** @param act what people do before each look */
  looks(count: number, act: (island: Island) => void = () => undefined): void {
    for (let round = 0; round < count; round++) {
      act(this);
      this.#to = this.#to === null || reached(this.guide, this.#to) ? null : this.#to;
      if (this.#to !== null) this.guide = towards(this.guide, this.#to);
      const people = [...this.people].map(([session, at]) => ({ session, ...at }));
      const moment = look(this.tour, { guide: this.guide, walking: this.#to !== null, goal: GOAL, people });
      this.tour = moment.tour;
      this.gesture = moment.gesture;
      this.#to = moment.move === null ? this.#to : this.#placeOf(moment.move);
      this.said.push(...moment.says.map(({ session, line }) => `${session} ${line}`));
      if (this.steps.at(-1) !== this.tour.step) this.steps.push(this.tour.step);
    }
  }

  /** One of them walks towards a place. */
  walk(session: string, to: Point): void {
    const at = this.people.get(session);
    if (at !== undefined) this.people.set(session, { ...at, ...towards(at, to) });
  }

  lines(session: string): GuideLine[] {
    return this.said.filter((line) => line.startsWith(session)).map((line) => line.split(' ')[1] as GuideLine);
  }

  #placeOf(move: Move): Point | null {
    if (move.kind === 'to-goal') return GOAL;
    return move.kind === 'face' ? null : (this.people.get(move.session) ?? null);
  }
}

function reached(at: Point, to: Point): boolean {
  return Math.hypot(to.x - at.x, to.z - at.z) < 0.5;
}

function towards(at: Point, to: Point): Point {
  const away = Math.hypot(to.x - at.x, to.z - at.z);
  const share = away < STRIDE ? 1 : STRIDE / away;
  return { x: at.x + (to.x - at.x) * share, z: at.z + (to.z - at.z) * share };
}

const follow = (session: string) => (island: Island) => island.walk(session, island.guide);

test('who follows is greeted, led to the gate and shown it, each line once', () => {
  const island = new Island('ada');
  island.looks(30 * LOOKS_HZ, follow('ada'));
  expect(island.steps).toEqual(['greet', 'lead', 'point']);
  expect(island.lines('ada')).toEqual(['greet', 'here']);
  expect(Math.hypot(island.guide.x - GOAL.x, island.guide.z - GOAL.z)).toBeLessThan(1);
  island.looks(40, follow('ada'));
  expect(island.tour.step).toBe('point');
  // Their result is verified, or they leave: they are seen no more.
  island.people.delete('ada');
  island.looks(1);
  expect(island.tour.step).toBe('over');
  expect(island.lines('ada')).toEqual(['greet', 'here']);
});

test('it waits for who falls behind, fetches who stays behind, and lets go who never comes', () => {
  const island = new Island('ada');
  island.looks(30 * LOOKS_HZ);
  // They still look at the picture.
  expect(island.steps).toEqual(['greet']);
  island.looks(3, (all) => all.walk('ada', { x: 0, z: 40 }));
  island.looks(15 * LOOKS_HZ);
  expect(island.steps.slice(0, 3)).toEqual(['greet', 'lead', 'wait']);
  island.looks(120 * LOOKS_HZ);
  expect(island.steps.filter((step) => step === 'fetch')).toHaveLength(2);
  expect(island.steps.at(-1)).toBe('over');
  expect(island.lines('ada')).toEqual(['greet', 'wait', 'this-way', 'wait', 'this-way', 'later']);
});

test('who never takes a step is left in peace with a word', () => {
  const island = new Island('ada');
  island.looks(80 * LOOKS_HZ);
  expect(island.steps).toEqual(['greet', 'over']);
  expect(island.lines('ada')).toEqual(['greet', 'later']);
});

test('who was fetched and then follows is led on', () => {
  const island = new Island('ada');
  island.looks(200, (all) => {
    if (all.tour.step === 'greet') all.walk('ada', { x: 0, z: 40 });
    if (all.steps.includes('fetch')) follow('ada')(all);
  });
  expect(island.steps).toEqual(['greet', 'lead', 'wait', 'fetch', 'lead', 'point']);
});

test('who comes after it slowly is waited for with patience, and told so only twice', () => {
  const island = new Island('ada');
  island.looks(70 * LOOKS_HZ, (all) => {
    const at = all.people.get('ada');
    if (all.tour.step === 'greet') all.walk('ada', { x: 0, z: 40 });
    if (at === undefined || Math.hypot(at.x - all.guide.x, at.z - all.guide.z) < 3) return;
    // A third of the guide's pace: a machine that draws slowly, or somebody who looks about.
    if (all.tour.age % 3 === 0) all.walk('ada', all.guide);
  });
  expect(island.steps).not.toContain('fetch');
  expect(island.steps.at(-1)).toBe('point');
  expect(island.lines('ada').filter((line) => line === 'wait').length).toBeLessThan(3);
  expect(island.lines('ada').at(-1)).toBe('here');
});

test('who walks elsewhere on purpose is let go with a word, and nobody runs after them', () => {
  const island = new Island('ada');
  const far = { x: 400, z: 0 };
  island.looks(40 * LOOKS_HZ, (all) => {
    all.walk('ada', far);
    all.walk('ada', far);
  });
  expect(island.steps.at(-1)).toBe('over');
  expect(island.lines('ada').at(-1)).toBe('later');
});

test('several are led together when they come close to each other, and a late one has to wait', () => {
  const island = new Island('ada', 'bo');
  const both = (all: Island) => {
    follow('ada')(all);
    follow('bo')(all);
    follow('cy')(all);
  };
  island.looks(3 * LOOKS_HZ, both);
  const more = joined(island.tour, 'cy');
  if (more === null) throw new Error('it has only just begun');
  island.tour = more;
  island.people.set('cy', { ...island.guide, busy: false });
  island.looks(25 * LOOKS_HZ, both);
  for (const session of ['ada', 'bo', 'cy']) expect(island.lines(session)).toEqual(['greet', 'here']);
  expect(joined(island.tour, 'dee')).toBeNull();
});

test('who only looks on does not hold up who walks, and who comes while it greets comes along', () => {
  const island = new Island('ada');
  island.looks(40 * LOOKS_HZ);
  const more = joined(island.tour, 'bo');
  if (more === null) throw new Error('it still stands there');
  island.tour = more;
  island.people.set('bo', { x: 2, z: 4, busy: false });
  island.looks(20 * LOOKS_HZ, follow('bo'));
  expect(island.tour.step).toBe('point');
  expect(island.lines('bo')).toEqual(['greet', 'here']);
  expect(island.lines('ada')).toEqual(['greet']);
  expect(island.tour.followers.map(({ session }) => session)).toEqual(['bo']);
});

test('who is on the course is not hurried; who only stands there is, after a minute', () => {
  const island = new Island('ada');
  island.looks(25 * LOOKS_HZ, follow('ada'));
  expect(island.gesture === 'point' || island.gesture === 'none').toBe(true);
  const at = { ...GOAL, busy: true };
  island.people.set('ada', at);
  island.looks(100 * LOOKS_HZ);
  expect(island.tour.step).toBe('point');
  island.people.set('ada', { ...at, busy: false });
  island.looks(61 * LOOKS_HZ);
  expect(island.tour.step).toBe('over');
  expect(island.lines('ada')).toEqual(['greet', 'here', 'later']);
});

test('the same looks lead to the same decisions', () => {
  const run = () => {
    const island = new Island('ada', 'bo');
    island.looks(300, follow('bo'));
    return JSON.stringify([island.tour, island.said, island.guide]);
  };
  expect(run()).toBe(run());
});
