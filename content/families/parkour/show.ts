/** A course as a drawing: its pieces as boxes, its stops as points joined in order. */
import type { Drawing } from '#content/families/family.ts';
import { UNIT_METRES } from '#shared/physics/path.ts';
import type { Scene } from '#shared/physics/scene.ts';

const TINTS = [
  ['boxes', '#8fa3ad'],
  ['ramps', '#a8b6a0'],
  ['platforms', '#5aa9a4'],
  ['crates', '#c79a5b'],
  ['hazards', '#d4574e'],
  ['buttons', '#e0b64a'],
  ['doors', '#7a6fb0'],
  ['levers', '#e0b64a'],
  ['locks', '#c9a8ff'],
  ['tiles', '#f3ecff'],
  ['grips', '#ff8bd0'],
] as const;
const FULL_TURN = 6.283185307179586;

/** The pieces where they are at tick 0. */
export function showScene(scene: Scene): Drawing {
  const boxes: Drawing['boxes'][number][] = [];
  for (const [kind, colour] of TINTS)
    for (const piece of scene[kind] ?? []) {
      const at = 'path' in piece ? (piece.path[0]?.at ?? [0, 0, 0]) : piece.at;
      boxes.push({ at: metres(at), half: metres(piece.half), yaw: (piece.yaw * FULL_TURN) / 24, colour });
    }
  const start = metres(scene.starts[0]?.at ?? [0, 0, 0]);
  const stops = [start, ...[...scene.checkpoints, scene.goal].map(({ at }) => metres(at))];
  const links = stops.slice(1).map((to, index) => ({ from: stops[index] ?? start, to, colour: '#f2e6c9' }));
  const points = stops.map((at, index) => ({ at, radius: 0.3, colour: index === 0 ? '#ffffff' : '#f2c14e' }));
  const goal = stops[stops.length - 1] ?? start;
  const keys = (scene.keys ?? []).map(({ at }) => ({ at: metres(at), radius: 0.25, colour: '#ffd36b' }));
  const others = scene.starts.slice(1).map(({ at }) => ({ at: metres(at), radius: 0.3, colour: '#ffffff' }));
  const beams = (scene.winds ?? []).map(({ at, push: [x, y, z] }) => {
    const from = metres(at);
    // One metre of arrow for every 10 m/s².
    const to = [from[0] + x / 640, from[1] + y / 640, from[2] + z / 640] as const;
    return { from, to, colour: '#a8dff0' };
  });
  return {
    points: [...points, ...others, ...keys],
    links,
    boxes,
    beams,
    labels: [
      { at: start, text: 'start' },
      { at: goal, text: 'goal' },
    ],
  };
}

function metres([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  return [x * UNIT_METRES, y * UNIT_METRES, z * UNIT_METRES];
}
