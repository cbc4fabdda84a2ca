/** Wind on a course: streaks of light that run through its zone the way it pushes, and fade while it rests. */
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, Vector3 } from 'three';
import { hash2 } from '#content/world/noise.ts';
import { isOn } from '#shared/physics/cycle.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { yawVector } from '#shared/physics/turns.ts';
import { metres, TURN } from './course-pieces.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

type Wind = NonNullable<Scene['winds']>[number];

/** A wind as drawn; `at` tells it the tick. */
export interface WindDraw {
  readonly mesh: Mesh;
  at(tick: number): void;
}

/** Streaks in one wind at most. */
const MOST = 160;
const VERTEX = /* glsl */ `
attribute vec3 aBase;
attribute vec2 aCorner;
uniform vec3 uHalf;
uniform vec3 uFlow;
uniform float uForce;
varying float vFade;
void main() {
  vec3 flow = normalize(uFlow);
  vec3 base = mod(aBase + uFlow * uTime + uHalf, 2.0 * uHalf) - uHalf;
  vec3 edge = abs(base) / uHalf;
  vec3 at = base + flow * aCorner.x * (0.5 + 0.06 * length(uFlow));
  vec4 world = modelMatrix * vec4(at, 1.0);
  vec3 aside = normalize(cross((modelMatrix * vec4(flow, 0.0)).xyz, cameraPosition - world.xyz));
  world.xyz += aside * aCorner.y * 0.025;
  vWorld = world.xyz;
  vFade = (0.5 - aCorner.x) * (1.0 - smoothstep(0.75, 1.0, max(edge.x, max(edge.y, edge.z)))) * uForce;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;
const FRAGMENT = /* glsl */ `
varying float vFade;
void main() {
  gl_FragColor = vec4(vec3(0.75, 0.95, 1.0) * vFade, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

/** Builds the streaks of one wind. */
export function drawWind(shared: SharedUniforms, wind: Wind, index: number): WindDraw {
  const half = metres(wind.half);
  const force = { value: 1 };
  const mesh = new Mesh(
    streaks(half, index),
    bespoke(shared, VERTEX, FRAGMENT, {
      additive: true,
      side: DoubleSide,
      uniforms: { uHalf: { value: new Vector3(...half) }, uFlow: { value: flowOf(wind) }, uForce: force },
    }),
  );
  mesh.frustumCulled = false;
  mesh.renderOrder = 8;
  mesh.position.set(...metres(wind.at));
  mesh.rotation.y = wind.yaw * TURN;
  return {
    mesh,
    at: (tick) => {
      force.value = isOn(wind, tick) ? 1 : isOn(wind, tick + 30) ? 0.3 : 0.08;
    },
  };
}

/** The way of the streaks in the zone's own axes, m/s; a wind without a push stands still. */
function flowOf({ push, yaw }: Wind): Vector3 {
  const [x, y, z] = metres(push);
  const { cos, sin } = yawVector(yaw);
  const flow = new Vector3(x * cos - z * sin, y, x * sin + z * cos).multiplyScalar(0.22);
  return flow.lengthSq() > 0 ? flow : new Vector3(0, 1e-4, 0);
}

function streaks([x, y, z]: readonly [number, number, number], seed: number): BufferGeometry {
  const count = Math.max(16, Math.min(MOST, Math.round(x * y * z * 5)));
  const bases: number[] = [];
  const corners: number[] = [];
  for (let streak = 0; streak < count; streak++) {
    const unit = (axis: number) => hash2(streak, axis, 31 + seed) / 2_147_483_648 - 1;
    const base = [unit(1) * x, unit(2) * y, unit(3) * z];
    for (const corner of [-0.5, -1, 0.5, -1, 0.5, 1, -0.5, -1, 0.5, 1, -0.5, 1]) corners.push(corner);
    for (let vertex = 0; vertex < 6; vertex++) bases.push(...base);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(bases), 3));
  geometry.setAttribute('aBase', new BufferAttribute(new Float32Array(bases), 3));
  geometry.setAttribute('aCorner', new BufferAttribute(new Float32Array(corners), 2));
  return geometry;
}
