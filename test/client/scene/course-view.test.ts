/** A course takes what it made with it when it is taken down: nobody plays a hundred courses on a full graphics card. */
import { type BufferGeometry, type Material, Mesh } from 'three';
import { expect, test } from 'vitest';
import { CourseView } from '#client/scene/course-view.ts';
import { sharedUniforms } from '#client/scene/styl.ts';
import { Rng } from '#shared/base/rng.ts';
import { randomYard } from '#test/shared/physics/random-yard.ts';
import { richYard } from '#test/shared/physics/yard.ts';

/** Everything that a shown course holds on the graphics card, and how often each was freed. */
function watch(view: CourseView) {
  const freed = new Map<Material | BufferGeometry, number>();
  view.group.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    for (const part of [child.geometry, child.material] as (Material | BufferGeometry)[]) {
      if (freed.has(part)) continue;
      freed.set(part, 0);
      part.addEventListener('dispose', () => freed.set(part, (freed.get(part) ?? 0) + 1));
    }
  });
  return freed;
}

const counts = (freed: ReadonlyMap<unknown, number>) => [...freed.values()].toSorted((a, b) => a - b);

test('a course of every kind of piece frees all it made, once, but for the two materials all courses share', () => {
  for (const seed of ['one', 'two', 'three']) {
    const view = new CourseView(sharedUniforms(), true);
    view.show(randomYard(new Rng(seed)));
    const freed = watch(view);
    expect(freed.size).toBeGreaterThan(30);
    view.clear();
    expect(counts(freed).filter((times) => times === 0)).toHaveLength(2);
    expect(counts(freed).at(-1)).toBe(1);
    expect(view.group.children).toEqual([]);
    view.dispose();
    expect(counts(freed)).toEqual([...freed].map(() => 1));
  }
});

test('the next course frees the last one', () => {
  const view = new CourseView(sharedUniforms(), false);
  view.show(randomYard(new Rng('one')));
  const freed = watch(view);
  view.show(richYard({}));
  expect(counts(freed).filter((times) => times === 0)).toHaveLength(2);
});
