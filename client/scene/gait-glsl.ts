/** GLSL of the robots' procedural walk: no skeleton, the vertex shader poses each body part from four numbers. */
import { MEANING } from './palette.ts';
import { glslColour } from './sky-glsl.ts';

/** Body parts as the geometry marks them in `aPart.x`. */
export const PART = { torso: 0, head: 1, leftHand: 2, rightHand: 3, leftFoot: 4, rightFoot: 5 } as const;
/** Paints as the geometry marks them in `aPart.y`. */
export const PAINT = { body: 0, detail: 1, dark: 2, light: 3, personOnly: 4, machineOnly: 5 } as const;

/**
 * Per instance: `aGait` = speed in m/s, phase in radians (advances with distance), air 0…1, wave 0…1;
 * `aPose` = sit, dance, point, cheer, each 0…1; `aHead` = where it looks (yaw to the left, pitch upwards, radians),
 * swim 0…1, layer of its skin or −1; `aBody` = body colour and 0 person, 1 machine; `aDetail` = detail colour and a
 * seed 0…1. The robot looks along −Z.
 */
export const GAIT_GLSL = /* glsl */ `
attribute vec3 aPart;
attribute vec4 aGait;
attribute vec4 aPose;
attribute vec4 aHead;
attribute vec4 aBody;
attribute vec4 aDetail;
mat3 aboutX(float a) { float c = cos(a), s = sin(a); return mat3(1, 0, 0, 0, c, s, 0, -s, c); }
mat3 aboutY(float a) { float c = cos(a), s = sin(a); return mat3(c, 0, -s, 0, 1, 0, s, 0, c); }
mat3 aboutZ(float a) { float c = cos(a), s = sin(a); return mat3(c, s, 0, -s, c, 0, 0, 0, 1); }
vec3 turned(vec3 p, vec3 pivot, mat3 m, inout vec3 n) { n = m * n; return pivot + m * (p - pivot); }

/* A swimmer lies on the water, who treads it bobs. */
vec3 afloat(vec3 p, inout vec3 n, float glide, float tread) {
  if (glide + tread < 0.001) return p;
  p = turned(p, vec3(0.0, 0.72, 0.0), aboutX(-1.28 * glide - 0.12 * tread), n);
  p.y += glide * 0.2 + tread * 0.04 * sin(uTime * 1.7 + aDetail.w * 6.2831853);
  return p;
}

vec3 gaitPose(vec3 p, inout vec3 n) {
  float part = aPart.x;
  float seed = aDetail.w * 6.2831853;
  float sit = aPose.x;
  float dance = aPose.y;
  float swim = aHead.z;
  float dry = 1.0 - swim;
  float walk = smoothstep(0.05, 1.2, aGait.x) * (1.0 - aGait.z) * dry * (1.0 - sit);
  float run = smoothstep(2.2, 5.2, aGait.x);
  float air = aGait.z * dry;
  float phi = aGait.y;
  float still = (1.0 - walk) * (1.0 - air) * dry;
  float breath = sin(uTime * 1.9 + seed) * still;
  float beat = uTime * 7.2 + seed;
  float glide = swim * smoothstep(0.1, 1.4, aGait.x);
  float tread = swim - glide;

  if (aPart.y > 4.5 && aBody.w < 0.5) return vec3(0.0, 0.9, 0.0);
  if (aPart.y > 3.5 && aPart.y < 4.5 && aBody.w > 0.5) return vec3(0.0, 0.9, 0.0);

  if (part > 3.5) {
    float side = part > 4.5 ? 1.0 : -1.0;
    float step = phi + (side > 0.0 ? 3.14159265 : 0.0);
    float stride = mix(0.24, 0.44, run) * walk;
    float lift = mix(0.13, 0.27, run) * walk;
    float swing = max(0.0, cos(step));
    float hop = dance * max(0.0, sin(beat + side * 1.5707963));
    float pitch = -0.55 * sin(step) * walk * mix(0.8, 1.4, run) + air * (side > 0.0 ? 0.75 : 0.35) + sit * 1.15 + glide * 0.9 - hop * 0.4;
    p = turned(p, vec3(side * 0.15, 0.1, 0.02), aboutX(pitch), n);
    p.z += -stride * sin(step) + air * (side > 0.0 ? 0.20 : -0.06) - sit * 0.36;
    p.y += lift * swing + air * (side > 0.0 ? 0.10 : 0.22) + hop * 0.13 + sit * 0.03;
    p.x += side * sit * 0.03 + dance * side * 0.04;
    p.z += glide * 0.17 * sin(uTime * 11.0 + side * 1.5707963) + tread * 0.14 * sin(uTime * 4.2 + side * 1.5707963);
    return afloat(p, n, glide, tread);
  }

  float bob = mix(0.035, 0.075, run) * walk * cos(2.0 * phi) + dance * (0.05 * cos(2.0 * beat) + 0.03);
  float lean = -mix(0.06, 0.27, run) * walk + air * 0.10 + sit * 0.08;
  float twist = 0.13 * sin(phi) * walk + dance * 0.42 * sin(beat * 0.5) - aPose.z * 0.16;
  float roll = 0.05 * sin(phi) * walk + dance * 0.11 * sin(beat);
  float squash = 1.0 - 0.35 * bob + 0.012 * breath + air * 0.05;

  if (part > 1.5) {
    float side = part > 2.5 ? 1.0 : -1.0;
    float swing = sin(phi + (side > 0.0 ? 0.0 : 3.14159265)) * walk;
    p.z += -mix(0.20, 0.40, run) * swing;
    p.y += mix(0.03, 0.15, run) * abs(swing) + run * walk * 0.07 + 0.02 * breath + air * 0.24;
    p.x += side * air * 0.16 - side * run * walk * 0.05;
    float cheers = aPose.w;
    p.y += cheers * (0.66 + 0.08 * sin(uTime * 10.0 + side));
    p.x += side * cheers * (0.05 * sin(uTime * 10.0) - 0.04);
    float sway = 0.5 + 0.5 * sin(beat + side * 1.5707963);
    p.y += dance * (0.10 + 0.52 * sway);
    p.x += side * dance * 0.10 * (1.0 - sway);
    p.z -= dance * 0.12;
    p.y -= sit * 0.02;
    p.z -= sit * 0.16;
    p.x -= side * sit * 0.05;
    float stroke = uTime * 5.2 + side * 1.5707963;
    p.y += glide * (0.34 + 0.42 * cos(stroke));
    p.z += glide * (0.05 + 0.30 * sin(stroke));
    p.x -= side * glide * 0.10;
    p.x += side * tread * 0.12 * sin(uTime * 3.1);
    p.z -= tread * (0.16 + 0.10 * cos(uTime * 3.1));
    p.y += tread * 0.16;
    if (side > 0.0) {
      float hail = aGait.w;
      p.y += hail * 0.62;
      p.x += hail * (0.06 + 0.13 * sin(uTime * 9.0));
      p.y += aPose.z * 0.42;
      p.z -= aPose.z * 0.50;
      p.x -= aPose.z * 0.20;
    }
  }
  p.y *= squash;
  if (part > 0.5 && part < 1.5) {
    float lag = sin(phi - 0.9) * walk;
    float led = min(1.0, (abs(aHead.x) + abs(aHead.y)) * 5.0);
    float look = (1.0 - led) * still * (1.0 - dance) * 0.45 * sin(uTime * 0.43 + seed * 3.0) * smoothstep(0.2, 0.9, sin(uTime * 0.19 + seed * 5.0));
    float tip = 0.05 * lag + run * walk * 0.14 - air * 0.12 + 0.02 * breath + aHead.y * dry + glide * 0.95 + dance * 0.10 * cos(2.0 * beat);
    mat3 nod = aboutY(-twist * 0.8 + look + aHead.x) * aboutZ(0.04 * lag + dance * 0.12 * sin(beat)) * aboutX(tip);
    p = turned(p, vec3(0.0, 0.98, 0.0), nod, n);
    p.y += 0.02 * lag;
  }
  mat3 frame = aboutY(twist) * aboutX(lean) * aboutZ(roll);
  p = turned(p, vec3(0.0, 0.3, 0.0), frame, n);
  p.y += bob + 0.02 * walk - sit * 0.20 + aPose.w * 0.10 * abs(sin(uTime * 8.0));
  return afloat(p, n, glide, tread);
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
