/** The hints of a first visit: in order, gone when they were done, kept in the browser, and never forced on anybody. */
import { expect, test } from 'vitest';
import { type Hint, Hints } from '#client/play/hints.ts';

function memory(kept: string | null = null) {
  let text = kept;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
}

function opened(store = memory()) {
  const said: (Hint | null)[] = [];
  const hints = new Hints(store, (hint) => {
    if (said.at(-1) !== hint || said.length === 0) said.push(hint);
  });
  return { hints, said };
}

test('a first visit is told how to walk, where to, to go in, and when the clock starts; each once', () => {
  const store = memory();
  const { hints, said } = opened(store);
  hints.onIsland(0, 10, false);
  hints.onIsland(0, 10, false);
  for (let z = 10; z > 0; z--) hints.onIsland(0, z, false);
  hints.onIsland(-12, -15, true);
  hints.onIsland(0, 0, false);
  hints.onCourse(false);
  hints.onCourse(true);
  hints.onIsland(0, 0, false);
  expect(said).toEqual(['walk', 'follow', 'enter', 'clock', null]);
  const next = opened(store);
  next.hints.onIsland(0, 10, false);
  next.hints.onCourse(false);
  expect(next.said).toEqual([null]);
});

test('coming back in the middle goes on there, and being put elsewhere after a course is no walk', () => {
  const store = memory('walk');
  const { hints, said } = opened(store);
  hints.onIsland(0, 10, false);
  expect(said).toEqual(['follow']);
  const fresh = opened();
  fresh.hints.onCourse(false);
  fresh.hints.again();
  fresh.hints.onIsland(50, 50, false);
  expect(fresh.said.at(-1)).toBe('walk');
});

test('whoever closes them hears no more of them, until they ask', () => {
  const store = memory();
  const { hints, said } = opened(store);
  hints.onIsland(0, 10, false);
  hints.dismiss();
  hints.onIsland(0, 10, false);
  expect(said).toEqual(['walk', null]);
  expect(opened(store).hints.off).toBe(true);
  hints.again();
  hints.onIsland(0, 10, false);
  expect(said.at(-1)).toBe('walk');
  expect(opened(store).hints.off).toBe(false);
});

test('without memory, and with nonsense in it, the hints begin at the beginning', () => {
  const { said, hints } = opened(memory('{"x":1}'));
  hints.onIsland(0, 0, false);
  expect(said).toEqual(['walk']);
  const none: (Hint | null)[] = [];
  new Hints(null, (hint) => none.push(hint)).onIsland(0, 0, false);
  expect(none).toEqual(['walk']);
});
