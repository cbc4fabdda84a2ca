/** The dome: sky colours, the sun's disc and slow clouds. */
import { BackSide, Mesh, SphereGeometry } from 'three';
import { bespoke, type SharedUniforms } from './styl.ts';

/**
 * A dome that follows the camera (it is drawn at the far end of everything).
 * @param fancy with clouds, stars and ribbons; without, its colours and the sun alone
 */
export function buildSky(shared: SharedUniforms, fancy: boolean): Mesh {
  const material = bespoke(
    shared,
    /* glsl */ `
varying vec3 vRay;
void main() {
  vRay = position;
  vWorld = position;
  gl_Position = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
  gl_Position.z = gl_Position.w * 0.999999;
}`,
    /* glsl */ `${fancy ? '' : '#define PLAIN'}
varying vec3 vRay;
uniform vec3 uCloud;
uniform vec4 uSky;
void main() {
  vec3 d = normalize(vRay);
  vec3 c = skyColour(d);
  float s = max(dot(d, uSun), 0.0);
  float clear = 1.0 - uSky.x;
  c += mix(vec3(1.0, 0.86, 0.62), vec3(0.72, 0.8, 1.0), uSky.y) * (smoothstep(0.9993, 0.9997, s) * mix(5.0, 2.2, uSky.y) + pow(s, 900.0) * 0.9) * clear;
#ifndef PLAIN
  if (uSky.y > 0.01 && d.y > 0.0) {
    vec2 grid = d.xz / (d.y + 0.35) * 46.0;
    vec2 cell = floor(grid);
    float luck = hash12(cell);
    vec2 off = fract(grid) - 0.5 - 0.6 * (vec2(hash12(cell + 7.1), hash12(cell + 3.7)) - 0.5);
    float twinkle = 0.75 + 0.25 * sin(uScenery * (1.0 + 3.0 * luck) + luck * 40.0);
    c += vec3(0.85, 0.9, 1.0) * smoothstep(0.10, 0.02, length(off)) * step(0.9, luck) * twinkle * uSky.y * clear * smoothstep(0.0, 0.25, d.y);
  }
  if (uSky.w > 0.01 && d.y > 0.05) {
    float along = d.x * 2.2 + 0.5 * sin(d.z * 3.0 + uScenery * 0.05);
    float fold = fbm2(vec2(along * 2.0 + uScenery * 0.03, d.z * 1.4));
    float ribbon = pow(1.0 - abs(2.0 * fract(fold * 2.0 + along * 0.25) - 1.0), 5.0);
    vec3 hue = mix(vec3(0.25, 0.95, 0.85), vec3(1.0, 0.45, 0.82), smoothstep(0.2, 0.7, d.y + 0.2 * fold));
    c += hue * ribbon * smoothstep(0.05, 0.3, d.y) * smoothstep(0.95, 0.5, d.y) * uSky.w * mix(0.34, 0.6, uSky.y) * clear;
  }
  if (d.y > 0.01) {
    vec2 p = d.xz / (d.y + 0.16) * 1.15 + vec2(uScenery * 0.006, uScenery * 0.002) + vec2(3.1, 7.7);
    float n = fbm2(p);
    float cover = smoothstep(mix(0.53, 0.18, uSky.x), mix(0.70, 0.5, uSky.x), n);
    float towards = fbm2(p + normalize(uSun.xz + 1e-4) * 0.09);
    float lit = clamp(0.62 + (n - towards) * 3.2, 0.0, 1.0);
    vec3 cloud = mix(skyColour(normalize(vec3(d.x, 0.10, d.z))) * 0.80, uCloud, lit * (1.0 - 0.45 * uSky.x));
    c = mix(c, cloud, cover * smoothstep(0.03, 0.2, d.y) * 0.92);
  }
#endif
  gl_FragColor = vec4(c, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { side: BackSide },
  );
  material.depthWrite = false;
  const dome = new Mesh(new SphereGeometry(10, 32, 20), material);
  dome.frustumCulled = false;
  // After everything solid, so that nothing is drawn that is covered later.
  dome.renderOrder = 10;
  return dome;
}
