/** GLSL shared by dome, fog, water and rim light: the colour of the sky in any direction, and value noise. */
import { Color } from 'three';

/** A colour as a GLSL literal in linear light. */
export function glslColour(hex: number): string {
  const { r, g, b } = new Color(hex);
  return `vec3(${r.toFixed(5)},${g.toFixed(5)},${b.toFixed(5)})`;
}

/** `vec3 skyColour(vec3 direction)`: the dome without sun disc and clouds, in linear light; `uSun` points at the sun. */
export const SKY_GLSL = /* glsl */ `
uniform vec3 uZenith;
uniform vec3 uMid;
uniform vec3 uHorizon;
uniform vec3 uGlow;
uniform vec3 uSun;
vec3 skyColour(vec3 d) {
  float y = max(d.y, 0.0);
  vec3 c = mix(uHorizon, uMid, smoothstep(0.0, 0.22, y));
  c = mix(c, uZenith, smoothstep(0.12, 0.75, y));
  float s = max(dot(d, uSun), 0.0);
  float s2 = s * s;
  return c + uGlow * (0.30 * s2 * s2 * s + 0.45 * pow(s, 40.0));
}
`;

/** `vec3 hazed(vec3 colour, vec3 world)`: fog in exactly the colour of the sky behind it; runs before tone mapping. */
export const FOG_GLSL = /* glsl */ `
uniform float uFog;
vec3 hazed(vec3 c, vec3 world) {
  vec3 v = world - cameraPosition;
  float f = 1.0 - exp(-pow(length(v) * uFog, 1.5));
  return mix(c, skyColour(normalize(vec3(v.x, 0.0, v.z) + vec3(1e-4))), min(f, 0.93));
}
`;

/** `float noise2(vec2)` in 0…1 and `float fbm2(vec2)` of five octaves. */
export const NOISE_GLSL = /* glsl */ `
float hash12(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}
float noise2(vec2 p) {
  vec2 i = floor(p);
  vec2 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash12(i), hash12(i + vec2(1, 0)), f.x), mix(hash12(i + vec2(0, 1)), hash12(i + vec2(1, 1)), f.x), f.y);
}
float fbm2(vec2 p) {
  float sum = 0.0;
  float w = 0.5;
  for (int i = 0; i < 5; i++) { sum += w * noise2(p); p = p * 2.03 + vec2(17.3, 9.1); w *= 0.5; }
  return sum;
}
`;
