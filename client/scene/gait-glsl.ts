/** GLSL of the robots' procedural walk: no skeleton, the vertex shader poses each body part from four numbers. */
import { MEANING } from './palette.ts';
import { glslColour } from './sky-glsl.ts';

/** Body parts as the geometry marks them in `aPart.x`. */
export const PART = { torso: 0, head: 1, leftHand: 2, rightHand: 3, leftFoot: 4, rightFoot: 5 } as const;
/** Paints as the geometry marks them in `aPart.y`. */
export const PAINT = { body: 0, detail: 1, dark: 2, light: 3, personOnly: 4, machineOnly: 5 } as const;

/**
 * Per instance: `aGait` = speed in m/s, phase in radians (advances with distance), air 0…1, wave 0…1;
 * `aBody` = body colour and 0 person, 1 machine; `aDetail` = detail colour and a seed 0…1. The robot looks along −Z.
 */
export const GAIT_GLSL = /* glsl */ `
attribute vec3 aPart;
attribute vec4 aGait;
attribute vec4 aBody;
attribute vec4 aDetail;
mat3 aboutX(float a) { float c = cos(a), s = sin(a); return mat3(1, 0, 0, 0, c, s, 0, -s, c); }
mat3 aboutY(float a) { float c = cos(a), s = sin(a); return mat3(c, 0, -s, 0, 1, 0, s, 0, c); }
mat3 aboutZ(float a) { float c = cos(a), s = sin(a); return mat3(c, s, 0, -s, c, 0, 0, 0, 1); }
vec3 turned(vec3 p, vec3 pivot, mat3 m, inout vec3 n) { n = m * n; return pivot + m * (p - pivot); }

vec3 gaitPose(vec3 p, inout vec3 n) {
  float part = aPart.x;
  float seed = aDetail.w * 6.2831853;
  float walk = smoothstep(0.05, 1.2, aGait.x) * (1.0 - aGait.z);
  float run = smoothstep(2.2, 5.2, aGait.x);
  float air = aGait.z;
  float phi = aGait.y;
  float still = (1.0 - walk) * (1.0 - air);
  float breath = sin(uTime * 1.9 + seed) * still;

  if (aPart.y > 4.5 && aBody.w < 0.5) return vec3(0.0, 0.9, 0.0);
  if (aPart.y > 3.5 && aPart.y < 4.5 && aBody.w > 0.5) return vec3(0.0, 0.9, 0.0);

  if (part > 3.5) {
    float side = part > 4.5 ? 1.0 : -1.0;
    float step = phi + (side > 0.0 ? 3.14159265 : 0.0);
    float stride = mix(0.24, 0.44, run) * walk;
    float lift = mix(0.13, 0.27, run) * walk;
    float swing = max(0.0, cos(step));
    float pitch = -0.55 * sin(step) * walk * mix(0.8, 1.4, run) + air * (side > 0.0 ? 0.75 : 0.35);
    p = turned(p, vec3(side * 0.15, 0.1, 0.02), aboutX(pitch), n);
    p.z += -stride * sin(step) + air * (side > 0.0 ? 0.20 : -0.06);
    p.y += lift * swing + air * (side > 0.0 ? 0.10 : 0.22);
    return p;
  }

  float bob = mix(0.035, 0.075, run) * walk * cos(2.0 * phi);
  float lean = -mix(0.06, 0.27, run) * walk + air * 0.10;
  float twist = 0.13 * sin(phi) * walk;
  float roll = 0.05 * sin(phi) * walk;
  float squash = 1.0 - 0.35 * bob + 0.012 * breath + air * 0.05;

  if (part > 1.5) {
    float side = part > 2.5 ? 1.0 : -1.0;
    float swing = sin(phi + (side > 0.0 ? 0.0 : 3.14159265)) * walk;
    p.z += -mix(0.20, 0.40, run) * swing;
    p.y += mix(0.03, 0.15, run) * abs(swing) + run * walk * 0.07 + 0.02 * breath + air * 0.24;
    p.x += side * air * 0.16 - side * run * walk * 0.05;
    if (side > 0.0) {
      float hail = aGait.w;
      p.y += hail * 0.62;
      p.x += hail * (0.06 + 0.13 * sin(uTime * 9.0));
    }
  }
  p.y *= squash;
  if (part > 0.5 && part < 1.5) {
    float lag = sin(phi - 0.9) * walk;
    float look = still * 0.45 * sin(uTime * 0.43 + seed * 3.0) * smoothstep(0.2, 0.9, sin(uTime * 0.19 + seed * 5.0));
    mat3 nod = aboutY(-twist * 0.8 + look) * aboutZ(0.04 * lag) * aboutX(0.05 * lag + run * walk * 0.14 - air * 0.12 + 0.02 * breath);
    p = turned(p, vec3(0.0, 0.98, 0.0), nod, n);
    p.y += 0.02 * lag;
  }
  mat3 frame = aboutY(twist) * aboutX(lean) * aboutZ(roll);
  p = turned(p, vec3(0.0, 0.3, 0.0), frame, n);
  p.y += bob + 0.02 * walk;
  return p;
}

/** Colour, and in alpha how much of it shines by itself. */
vec4 gaitPaint() {
  float paint = aPart.y;
  vec3 shine = aBody.w > 0.5 ? ${glslColour(MEANING.training)} : ${glslColour(MEANING.frontier)};
  if (paint < 0.5) return vec4(aBody.rgb * aPart.z, 0.0);
  if (paint < 1.5) return vec4(aDetail.rgb * aPart.z, 0.0);
  if (paint < 2.5) return vec4(vec3(0.012, 0.016, 0.035), 0.0);
  float blink = paint > 3.5 ? 1.0 - smoothstep(0.985, 1.0, sin(uTime * 0.9 + aDetail.w * 40.0)) : 1.0;
  return vec4(shine * mix(0.1, 2.1, blink), 1.0);
}
`;
