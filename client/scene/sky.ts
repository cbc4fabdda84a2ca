/** The dome: sky colours, the sun's disc and slow clouds. */
import { BackSide, Mesh, SphereGeometry } from 'three';
import { SKY } from './palette.ts';
import { glslColour } from './sky-glsl.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

/** A dome that follows the camera (it is drawn at the far end of everything). */
export function buildSky(shared: SharedUniforms): Mesh {
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
    /* glsl */ `
varying vec3 vRay;
void main() {
  vec3 d = normalize(vRay);
  vec3 c = skyColour(d);
  float s = max(dot(d, SUN_DIR), 0.0);
  c += vec3(1.0, 0.86, 0.62) * (smoothstep(0.9993, 0.9997, s) * 5.0 + pow(s, 900.0) * 0.9);
  if (d.y > 0.01) {
    vec2 p = d.xz / (d.y + 0.16) * 1.15 + vec2(uTime * 0.006, uTime * 0.002) + vec2(3.1, 7.7);
    float n = fbm2(p);
    float cover = smoothstep(0.53, 0.70, n);
    float towards = fbm2(p + normalize(SUN_DIR.xz) * 0.09);
    float lit = clamp(0.62 + (n - towards) * 3.2, 0.0, 1.0);
    vec3 cloud = mix(skyColour(normalize(vec3(d.x, 0.10, d.z))) * 0.80, ${glslColour(SKY.cloud)}, lit);
    c = mix(c, cloud, cover * smoothstep(0.03, 0.2, d.y) * 0.92);
  }
  gl_FragColor = vec4(c, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { side: BackSide },
  );
  material.depthWrite = false;
  const dome = new Mesh(new SphereGeometry(10, 32, 20), material);
  dome.frustumCulled = false;
  dome.renderOrder = -10;
  return dome;
}
