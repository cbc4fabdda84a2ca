/** Pointing at the island's gates, frames and pedestals: a ray against round targets, nothing to build or search. */
import { type PerspectiveCamera, Vector3 } from 'three';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, PLAZA_HEIGHT, type Spot } from '#content/world/island.ts';
import { GATE_MIDDLE, GATE_RING, PEDESTAL_TOP, PICTURE_MIDDLE } from './props.ts';

/** What is pointed at; `id` is the challenge's for an open gate. */
export type Picked = {
  readonly kind: 'gate' | 'frame' | 'pedestal';
  readonly spotIndex: number;
  readonly id: string | null;
};

const TARGETS: readonly {
  readonly kind: Picked['kind'];
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

/** The nearest target under a point of the picture, or null. */
export function pickSpot(camera: PerspectiveCamera, ndcX: number, ndcY: number): Picked | null {
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
  return best;
}
