/** Gates tell the state of their challenge by shape, by pattern and by words, so that nobody has to see its colour. */
import { Color, type InstancedMesh } from 'three';
import { expect, test } from 'vitest';
import { type GateDraw, Gates } from '#client/scene/gates.ts';
import type { LabelText } from '#client/scene/label-ink.ts';
import type { Labels } from '#client/scene/labels.ts';
import { MEANING } from '#client/scene/palette.ts';
import { sharedUniforms } from '#client/scene/styl.ts';
import { GATE_SPOTS } from '#content/world/island.ts';

const STATES = ['frontier', 'solved', 'training'] as const;

/** One gate of each state on the first spots, drawn once; what was written over them, and the pattern of each beam. */
function shown(difficulty = 3) {
  const gates = new Gates(sharedUniforms(), 1);
  gates.set(
    STATES.map((state, spotIndex): GateDraw => {
      return { id: state, spotIndex, title: `A ${state} gate`, subtitle: `what ${state} means`, state, difficulty };
    }),
  );
  const written = new Map<string, LabelText>();
  const labels = { place: (id: string, text: LabelText) => void written.set(id, text) };
  gates.frame(1, labels as unknown as Labels, 0, 0);
  const live = gates.beams.geometry.getAttribute('aLive');
  const beams = STATES.map((_, at) => ({ isLit: live.getX(at), pattern: live.getZ(at) }));
  return { gates, written, beams, dark: live.getX(STATES.length) };
}

test('each state has a mark, a pattern and words of its own', () => {
  const { written, beams, dark } = shown();
  expect([...written.values()].map(({ mark }) => mark)).toEqual(['diamond', 'ring', 'square']);
  expect(new Set(beams.map(({ pattern }) => pattern)).size).toBe(STATES.length);
  expect(beams.every(({ isLit }) => isLit === 1)).toBe(true);
  expect(dark).toBe(0);
  for (const [at, state] of STATES.entries())
    expect(written.get(`gate ${at}`)).toMatchObject({ text: `A ${state} gate`, second: `what ${state} means` });
});

test('beam and portal have the colour of the state, and as many diamonds are lit as it is hard', () => {
  const { gates } = shown(2);
  const [portals, beams, diamonds] = gates.group.children as InstancedMesh[];
  const colourOf = (mesh: InstancedMesh | undefined, at: number) => {
    const colour = new Color();
    mesh?.getColorAt(at, colour);
    return colour;
  };
  for (const [at, state] of STATES.entries()) {
    const wanted = new Color().setHex(MEANING[state]);
    for (const mesh of [portals, beams])
      expect(Math.max(...colourOf(mesh, at).sub(wanted).toArray().map(Math.abs))).toBeLessThan(1e-6);
    const lights = Array.from({ length: 5 }, (_, k) => Math.max(...colourOf(diamonds, at * 5 + k).toArray()) > 1);
    expect(lights).toEqual([true, true, false, false, false]);
  }
});

test('whoever stands in an open gate has reached it, and a dark one is none', () => {
  const { gates } = shown();
  const [first, dark] = [GATE_SPOTS[0], GATE_SPOTS[STATES.length]];
  if (first === undefined || dark === undefined) throw new Error('there are spots');
  expect(gates.reached(first.x, first.z)).toBe('frontier');
  expect(gates.reached(dark.x, dark.z)).toBeNull();
  gates.set([]);
  expect(gates.reached(first.x, first.z)).toBeNull();
});
