/** Rain around the eye: streaks that fall in the shader, one draw, nothing to update. */
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three';
import { bespoke, type SharedUniforms } from './styl.ts';

const DROPS = 900;
/** Side of the box of rain that moves with the eye, m. */
const BOX = 26;

/** Invisible until the shared sky says that it rains. */
export function buildRain(shared: SharedUniforms): Mesh {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from([-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const seeds = new Float32Array(DROPS * 4);
  for (let at = 0; at < seeds.length; at++) seeds[at] = (Math.imul(at + 1, 2654435761) >>> 0) / 4294967296;
  geometry.setAttribute('aSeed', new InstancedBufferAttribute(seeds, 4));
  geometry.instanceCount = DROPS;
  const material = bespoke(
    shared,
    /* glsl */ `
attribute vec4 aSeed;
uniform vec4 uSky;
varying float vFade;
void main() {
  float speed = 13.0 + 5.0 * aSeed.w;
  vec3 at = vec3(aSeed.x, aSeed.y - fract(uTime * speed / ${BOX.toFixed(1)}), aSeed.z) * ${BOX.toFixed(1)};
  // The box repeats for ever: drops stay where they are while the eye walks through them.
  at = mod(at - cameraPosition, ${BOX.toFixed(1)}) - ${(BOX / 2).toFixed(1)} + cameraPosition;
  vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), at - cameraPosition)) * 0.014;
  vec3 p = at + side * position.x + vec3(0.04, 0.55, 0.0) * position.y;
  vWorld = p;
  vFade = step(aSeed.w, uSky.z) * smoothstep(0.4, 2.0, distance(at, cameraPosition)) * (0.4 + 0.6 * position.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
}`,
    /* glsl */ `
varying float vFade;
void main() {
  if (vFade < 0.01) discard;
  gl_FragColor = vec4(skyColour(vec3(0.0, 0.5, 0.0)) * 1.15 + 0.12, vFade * 0.5);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { transparent: true },
  );
  const rain = new Mesh(geometry, material);
  rain.frustumCulled = false;
  rain.renderOrder = 8;
  rain.visible = false;
  return rain;
}
