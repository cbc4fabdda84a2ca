/** The Core: a pale faceted world in a cage of light, three tilted rings and floating shards, over the lagoon. */
import { EdgesGeometry, Group, IcosahedronGeometry, InstancedMesh, Matrix4, Mesh, Quaternion, Vector3 } from 'three';
import { CORE } from '#content/world/island.ts';
import { hash2 } from '#content/world/noise.ts';
import { MEANING } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';

const SHARDS = 46;

/** The Core as a group, with or without its shards, and `turn(seconds)` that moves its rings and shards. */
export function buildCore(
  shared: SharedUniforms,
  withShards: boolean,
): { readonly group: Group; readonly turn: (seconds: number) => void } {
  const group = new Group();
  group.position.set(CORE.x, CORE.y, CORE.z);
  const body = new Soup();
  body.ball(CORE.radius * 0.985, 1, { foot: 0xaebcff, top: 0xffffff });
  const skin = surface(shared, 'plain');
  skin.emissive.set(0x3b4aa8);
  const ball = new Mesh(body.geometry(), skin);
  const cage = new Mesh(cageShape(), glow(shared, 1.6));
  ball.add(cage);
  const rings = [
    ring(shared, CORE.radius * 1.28, MEANING.frontier, 1.35, 0.25),
    ring(shared, CORE.radius * 1.42, MEANING.solved, 1.72, -0.3),
    ring(shared, CORE.radius * 1.62, MEANING.training, 1.5, 0.5),
  ];
  const shard = new Soup();
  shard.diamond(0.62, { foot: 0xa9a3d0, top: 0xffffff }, { scale: [0.7, 1.25, 0.7] });
  const shards = new InstancedMesh(shard.geometry(), surface(shared, 'plain'), SHARDS);
  shards.frustumCulled = false;
  group.add(ball, ...rings);
  if (withShards) group.add(shards);
  const turn = (seconds: number) => {
    group.position.y = CORE.y + Math.sin(seconds * 0.5) * 0.5;
    ball.rotation.set(0.15, seconds * 0.05, 0.1);
    for (const [index, one] of rings.entries())
      one.rotation.z = seconds * (0.1 + 0.05 * index) * (index % 2 === 0 ? 1 : -1);
    if (withShards) placeShards(shards, seconds);
  };
  turn(0);
  return { group, turn };
}

const MATRIX = new Matrix4();
const PLACE = new Vector3();
const TURN = new Quaternion();
const AXIS = new Vector3();
const SIZE = new Vector3();

function placeShards(shards: InstancedMesh, seconds: number): void {
  for (let i = 0; i < SHARDS; i++) {
    const unit = (seed: number) => hash2(i, seed, 91) / 4294967296;
    const side = i % 2 === 0 ? 0 : Math.PI;
    const angle = side + (unit(1) - 0.5) * 1.9 + seconds * 0.035 * (0.6 + unit(2));
    const radius = CORE.radius * (1.35 + unit(3) * 0.75);
    const height = (unit(4) - 0.5) * CORE.radius * 1.5 + Math.sin(seconds * 0.6 + unit(5) * 6.3) * 0.4;
    AXIS.set(unit(6) - 0.5, unit(7), unit(8) - 0.5).normalize();
    TURN.setFromAxisAngle(AXIS, seconds * (0.2 + unit(9) * 0.5) + unit(9) * 6);
    MATRIX.compose(
      PLACE.set(Math.cos(angle) * radius, height, Math.sin(angle) * radius),
      TURN,
      SIZE.setScalar(0.35 + unit(10) * unit(11) * 1.5),
    );
    shards.setMatrixAt(i, MATRIX);
  }
  shards.instanceMatrix.needsUpdate = true;
}

/** Thin three-sided bars along the edges of the ball. */
function cageShape() {
  const soup = new Soup();
  const edges = new EdgesGeometry(new IcosahedronGeometry(CORE.radius, 1), 1);
  const points = edges.getAttribute('position');
  const a = new Vector3();
  const b = new Vector3();
  for (let i = 0; i < points.count; i += 2) {
    a.fromBufferAttribute(points, i);
    b.fromBufferAttribute(points, i + 1);
    const along = b.clone().sub(a);
    const flat = Math.hypot(along.x, along.z);
    soup.drum(
      0.055,
      0.055,
      along.length(),
      3,
      { foot: MEANING.frontier },
      {
        at: [a.x, a.y, a.z],
        turn: [Math.atan2(flat, along.y), Math.atan2(along.x, along.z), 0],
      },
    );
  }
  edges.dispose();
  return soup.geometry();
}

function ring(shared: SharedUniforms, radius: number, colour: number, tiltX: number, tiltY: number): Mesh {
  const soup = new Soup();
  soup.ring(radius, 0.075, 72, 4, { foot: colour });
  const mesh = new Mesh(soup.geometry(), glow(shared, 1.35));
  mesh.rotation.set(tiltX, tiltY, 0);
  return mesh;
}
