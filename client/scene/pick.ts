/** Pointing at the island's gates, frames and pedestals: a ray against round targets, nothing to build or search. */
import { type PerspectiveCamera, Vector3 } from 'three';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, PLAZA_HEIGHT, type Spot } from '#content/world/island.ts';
import { GATE_MIDDLE, GATE_RING, PEDESTAL_TOP, PICTURE_MIDDLE } from './props.ts';

/** What is pointed at; `id` is the challenge's for an open gate, the avatar's for a person. */
export type Picked = {
  readonly kind: 'gate' | 'frame' | 'pedestal' | 'person';
  readonly spotIndex: number;
  readonly id: string | null;
};

const TARGETS: readonly {
  readonly kind: Exclude<Picked['kind'], 'person'>;
  readonly spots: readonly Spot[];
  readonly y: number;
  readonly radius: number;
}[] = [
  { kind: 'gate', spots: GATE_SPOTS, y: GATE_MIDDLE, radius: GATE_RING },
  { kind: 'frame', spots: FRAME_SPOTS, y: PICTURE_MIDDLE, radius: 1.25 },
  { kind: 'pedestal', spots: PEDESTAL_SPOTS, y: PEDESTAL_TOP + 0.5, radius: 0.9 },
];
/** Nothing further away is picked, m. */
const REACH = 45;

/** Height of a robot's middle over its soles, and how far beside it a click still means it, m. */
const BODY = { middle: 0.85, radius: 0.75 } as const;

/** The nearest target under a point of the picture, or null. @param people all but oneself */
export function pickSpot(
  camera: PerspectiveCamera,
  ndcX: number,
  ndcY: number,
  people: readonly { readonly id: string; readonly x: number; readonly y: number; readonly z: number }[] = [],
): Picked | null {
  const from = camera.position;
  const ray = new Vector3(ndcX, ndcY, 0.5).unproject(camera).sub(from).normalize();
  const middle = new Vector3();
  let best: Picked | null = null;
  let nearest = REACH;
  for (const { kind, spots, y, radius } of TARGETS)
    for (const [spotIndex, spot] of spots.entries()) {
      middle.set(spot.x, PLAZA_HEIGHT + y, spot.z).sub(from);
      const along = middle.dot(ray);
      if (along <= 0 || along >= nearest || middle.lengthSq() - along * along > radius * radius) continue;
      nearest = along;
      best = { kind, spotIndex, id: null };
    }
  for (const { id, x, y, z } of people) {
    middle.set(x, y + BODY.middle, z).sub(from);
    const along = middle.dot(ray);
    if (along <= 0 || along >= nearest || middle.lengthSq() - along * along > BODY.radius * BODY.radius) continue;
    nearest = along;
    best = { kind: 'person', spotIndex: -1, id };
  }
  return best;
}
