/** Small life that costs next to nothing: pollen in the light over the plaza, birds that circle over the lagoon. */
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
} from 'three';
import { CORE, PLAZA_HEIGHT } from '#content/world/island.ts';
import { hash2 } from '#content/world/noise.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

const MOTES = 110;
const BIRDS = 14;

/** Pollen and birds, moved by the shader alone. */
export function buildLife(shared: SharedUniforms): Group {
  const group = new Group();
  group.add(motes(shared), birds(shared));
  return group;
}

function seeded(base: BufferGeometry, count: number, seed: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  if (base.index !== null) geometry.setIndex(base.index);
  geometry.setAttribute('position', base.getAttribute('position'));
  const seeds = new Float32Array(count * 4);
  for (let i = 0; i < seeds.length; i++) seeds[i] = hash2(i, seed, 19) / 4294967296;
  geometry.setAttribute('aSeed', new InstancedBufferAttribute(seeds, 4));
  geometry.instanceCount = count;
  return geometry;
}

function motes(shared: SharedUniforms): Mesh {
  const material = bespoke(
    shared,
    /* glsl */ `
attribute vec4 aSeed;
varying vec2 vAt;
varying float vShine;
void main() {
  float r = 3.0 + 26.0 * sqrt(aSeed.x);
  float turn = aSeed.y * 6.2831853 + uScenery * (0.012 + 0.02 * aSeed.z);
  vec3 at = vec3(cos(turn) * r, ${PLAZA_HEIGHT.toFixed(1)} + 0.4 + 5.5 * fract(aSeed.w + uScenery * 0.008), sin(turn) * r);
  at += 0.5 * vec3(sin(uScenery * 0.5 + aSeed.z * 30.0), sin(uScenery * 0.7 + aSeed.x * 30.0), cos(uScenery * 0.4 + aSeed.w * 30.0));
  vAt = position.xy * 2.0;
  vShine = 0.35 + 0.65 * max(0.0, sin(uScenery * (0.6 + aSeed.x) + aSeed.y * 40.0));
  vec4 mv = viewMatrix * vec4(at, 1.0);
  mv.xy += position.xy * (0.05 + 0.05 * aSeed.z);
  vWorld = at;
  gl_Position = projectionMatrix * mv;
}`,
    /* glsl */ `
varying vec2 vAt;
varying float vShine;
void main() {
  float soft = max(0.0, 1.0 - dot(vAt, vAt));
  gl_FragColor = vec4(vec3(1.0, 0.80, 0.45) * soft * soft * vShine * 0.75, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { additive: true },
  );
  const mesh = new Mesh(seeded(new PlaneGeometry(1, 1), MOTES, 5), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 11;
  return mesh;
}

/** Two wings that beat, hung on slow circles of different height. */
function birds(shared: SharedUniforms): Mesh {
  const wings = new BufferGeometry();
  const points = [0, 0, -0.3, 0, 0, 0.3, 1, 0, 0.05, 0, 0, 0.3, 0, 0, -0.3, -1, 0, 0.05];
  wings.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
  const material = bespoke(
    shared,
    /* glsl */ `
attribute vec4 aSeed;
varying float vWing;
void main() {
  float flock = step(0.5, aSeed.x);
  float r = 26.0 + 34.0 * flock + 9.0 * aSeed.y;
  float turn = (0.10 - 0.04 * flock) * uScenery + flock * 2.0 + aSeed.z * 0.9;
  vec3 middle = mix(vec3(${CORE.x.toFixed(1)}, 0.0, ${CORE.z.toFixed(1)}), vec3(10.0, 0.0, 0.0), flock);
  vec3 at = middle + vec3(cos(turn) * r, 27.0 + 9.0 * aSeed.w + sin(uScenery * 0.5 + aSeed.y * 9.0), sin(turn) * r);
  vec3 ahead = vec3(-sin(turn), 0.0, cos(turn));
  vec3 side = vec3(cos(turn), 0.0, sin(turn));
  float beat = sin(uScenery * (6.0 + 2.0 * aSeed.y) + aSeed.w * 20.0) * smoothstep(-0.4, 0.4, sin(uScenery * 0.6 + aSeed.z * 12.0));
  float size = 0.75 + 0.35 * aSeed.y;
  vec3 p = side * position.x * size - ahead * position.z * size;
  p.y += abs(position.x) * (0.12 + 0.55 * beat) * size;
  vWing = abs(position.x);
  vWorld = at + p;
  gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
}`,
    /* glsl */ `
varying float vWing;
void main() {
  vec3 c = mix(vec3(0.92, 0.88, 0.95), vec3(0.30, 0.28, 0.46), smoothstep(0.55, 1.0, vWing));
  gl_FragColor = vec4(hazed(c, vWorld), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { side: DoubleSide },
  );
  const mesh = new Mesh(seeded(wings, BIRDS, 8), material);
  mesh.frustumCulled = false;
  return mesh;
}
