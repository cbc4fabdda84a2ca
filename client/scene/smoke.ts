/** Slow smoke over chimneys: soft puffs that rise, widen and fade, moved by the shader alone. */
import { InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry } from 'three';
import { hash2 } from '#content/world/noise.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

const PUFFS = 9;

/** Smoke from these mouths, metres: one draw. */
export function buildSmoke(shared: SharedUniforms, mouths: readonly (readonly [number, number, number])[]): Mesh {
  const plane = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(plane.index);
  geometry.setAttribute('position', plane.getAttribute('position'));
  const from: number[] = [];
  const seeds: number[] = [];
  for (const [index, mouth] of mouths.entries())
    for (let k = 0; k < PUFFS; k++) {
      from.push(...mouth);
      seeds.push((k + (hash2(k, index, 3) / 4294967296) * 0.6) / PUFFS, hash2(k, index, 7) / 4294967296);
    }
  geometry.setAttribute('aFrom', new InstancedBufferAttribute(new Float32Array(from), 3));
  geometry.setAttribute('aSeed', new InstancedBufferAttribute(new Float32Array(seeds), 2));
  geometry.instanceCount = mouths.length * PUFFS;
  const mesh = new Mesh(
    geometry,
    bespoke(
      shared,
      /* glsl */ `
attribute vec3 aFrom;
attribute vec2 aSeed;
varying vec2 vAt;
varying float vAge;
void main() {
  float age = fract(aSeed.x + uScenery * 0.045);
  vec3 at = aFrom + vec3(age * age * 2.6 + 0.4 * sin(uScenery * 0.4 + aSeed.y * 20.0) * age, age * 5.2, 0.5 * sin(aSeed.y * 40.0) * age);
  vAt = position.xy * 2.0;
  vAge = age;
  vec4 mv = viewMatrix * vec4(at, 1.0);
  mv.xy += position.xy * (0.45 + 2.1 * age);
  vWorld = at;
  gl_Position = projectionMatrix * mv;
}`,
      /* glsl */ `
varying vec2 vAt;
varying float vAge;
void main() {
  float soft = max(0.0, 1.0 - dot(vAt, vAt));
  vec3 c = mix(vec3(0.80, 0.72, 0.78), vec3(1.0, 0.93, 0.88), 0.5 + 0.5 * vAt.y);
  gl_FragColor = vec4(hazed(c, vWorld), soft * soft * 0.34 * smoothstep(0.0, 0.12, vAge) * (1.0 - vAge));
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
      { transparent: true },
    ),
  );
  mesh.frustumCulled = false;
  mesh.renderOrder = 8;
  return mesh;
}
