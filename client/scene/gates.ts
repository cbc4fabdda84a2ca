/** What is alive at the gates: the swirling portals, the diamonds of difficulty, the beams, the labels. */
import {
  CircleGeometry,
  Color,
  CylinderGeometry,
  DoubleSide,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  Quaternion,
  Vector3,
} from 'three';
import { GATE_PLATFORMS, GATE_REACH, GATE_SPOTS, PLAZA_HEIGHT } from '#content/world/island.ts';
import type { LabelText, Mark } from './label-ink.ts';
import type { Labels } from './labels.ts';
import { MEANING } from './palette.ts';
import { GATE_MIDDLE, GATE_RING } from './props.ts';
import { Soup } from './soup.ts';
import { bespoke, glow, type SharedUniforms } from './styl.ts';

/** What a gate says about its challenge. */
type GateState = 'frontier' | 'solved' | 'training';

/** A gate as the world shows it. */
export type GateDraw = {
  readonly id: string;
  readonly spotIndex: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: GateState;
  /** Lit diamonds, 0…5. */
  readonly difficulty: number;
};

/** By shape and pattern as well as by colour: nobody has to tell cyan from pink. */
const MARKS: Readonly<Record<GateState, Mark>> = { frontier: 'diamond', solved: 'ring', training: 'square' };
const PATTERNS: Readonly<Record<GateState, number>> = { frontier: 0, solved: 1, training: 2 };

const DIAMONDS = 5;
const BEAM_HEIGHT = 70;
const COUNT = GATE_SPOTS.length;
/** How long a pulse lasts in seconds. */
const PULSE_SECONDS = 3;

/** All gates of the island in three draws. */
export class Gates {
  readonly group = new Group();
  readonly #portals: InstancedMesh;
  /** The beams alone, so that a plain tier can leave them out. */
  readonly beams: InstancedMesh;
  readonly #diamonds: InstancedMesh;
  readonly #live = new InstancedBufferAttribute(new Float32Array(COUNT * 3), 3);
  readonly #pulsedAt = new Float32Array(COUNT).fill(-100);
  readonly #drawn: (GateDraw | null)[] = Array.from({ length: COUNT }, () => null);
  readonly #texts: (LabelText | null)[] = Array.from({ length: COUNT }, () => null);
  #seconds = 0;

  /** @param beamStrength how bright beams are; without bloom they clip unless halved */
  constructor(shared: SharedUniforms, beamStrength: number) {
    const disc = new CircleGeometry(GATE_RING - 0.12, 28);
    disc.setAttribute('aLive', this.#live);
    this.#portals = new InstancedMesh(disc, portalMaterial(shared), COUNT);
    const beam = new CylinderGeometry(0.62, 0.82, BEAM_HEIGHT, 20, 1, true).translate(0, BEAM_HEIGHT / 2, 0);
    beam.setAttribute('aLive', this.#live);
    this.beams = new InstancedMesh(beam, beamMaterial(shared, beamStrength), COUNT);
    this.beams.renderOrder = 10;
    const gem = new Soup();
    gem.diamond(0.21, { foot: 0xd8d8d8, top: 0xffffff }, { scale: [0.8, 1.15, 0.8] });
    this.#diamonds = new InstancedMesh(gem.geometry(), glow(shared, 1), COUNT * DIAMONDS);
    this.#place();
    this.set([]);
    this.group.add(this.#portals, this.beams, this.#diamonds);
    for (const mesh of [this.#portals, this.beams, this.#diamonds]) mesh.frustumCulled = false;
  }

  /** Shows exactly these gates; the others stand dark. */
  set(gates: readonly GateDraw[]): void {
    this.#drawn.fill(null);
    this.#texts.fill(null);
    for (const gate of gates) {
      if (gate.spotIndex < 0 || gate.spotIndex >= COUNT) continue;
      this.#drawn[gate.spotIndex] = gate;
      const dot = `#${MEANING[gate.state].toString(16).padStart(6, '0')}`;
      this.#texts[gate.spotIndex] = { dot, mark: MARKS[gate.state], text: gate.title, second: gate.subtitle };
    }
    const colour = new Color();
    for (let i = 0; i < COUNT; i++) {
      const gate = this.#drawn[i] ?? null;
      colour.set(gate === null ? MEANING.dormant : MEANING[gate.state]);
      this.#portals.setColorAt(i, colour);
      this.beams.setColorAt(i, colour);
      for (let k = 0; k < DIAMONDS; k++) {
        const lit = gate !== null && k < gate.difficulty;
        this.#diamonds.setColorAt(i * DIAMONDS + k, lit ? BRIGHT.copy(colour).multiplyScalar(1.9) : UNLIT);
      }
    }
    for (const mesh of [this.#portals, this.beams, this.#diamonds])
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
  }

  /** The gate on a spot, or null. */
  at(spotIndex: number): GateDraw | null {
    return this.#drawn[spotIndex] ?? null;
  }

  /** The id of the open gate that a body at (x, z) stands in, or null. */
  reached(x: number, z: number): string | null {
    for (const [index, gate] of this.#drawn.entries()) {
      const spot = GATE_SPOTS[index];
      if (gate === null || spot === undefined) continue;
      if (Math.hypot(x - spot.x, z - spot.z) < GATE_REACH) return gate.id;
    }
    return null;
  }

  /** Makes a gate shine for a few seconds; returns its place or null. */
  pulse(id: string): { readonly x: number; readonly y: number; readonly z: number } | null {
    const index = this.#drawn.findIndex((gate) => gate?.id === id);
    const spot = GATE_SPOTS[index];
    if (spot === undefined) return null;
    this.#pulsedAt[index] = this.#seconds;
    return { x: spot.x, y: PLAZA_HEIGHT + GATE_MIDDLE, z: spot.z };
  }

  /** Once a frame: pulses, turning diamonds' light, labels that fade with distance. */
  frame(seconds: number, labels: Labels, eyeX: number, eyeZ: number): void {
    this.#seconds = seconds;
    for (let i = 0; i < COUNT; i++) {
      const gate = this.#drawn[i] ?? null;
      const age = (seconds - (this.#pulsedAt[i] ?? -100)) / PULSE_SECONDS;
      const pulse = age >= 0 && age < 1 ? (1 - age) * (1 - age) * (0.7 + 0.3 * Math.cos(age * 24)) : 0;
      this.#live.setXYZ(i, gate === null ? 0 : 1, pulse, gate === null ? 0 : PATTERNS[gate.state]);
      const text = this.#texts[i];
      const spot = GATE_SPOTS[i];
      if (text === null || text === undefined || spot === undefined) continue;
      const away = Math.hypot(spot.x - eyeX, spot.z - eyeZ);
      const fade = Math.min(1, Math.max(0, (64 - away) / 16)) * Math.min(1, away / 6);
      labels.place(`gate ${i}`, text, spot.x, PLAZA_HEIGHT + 6.35, spot.z, 0.62 + away * 0.0075, fade);
    }
    this.#live.needsUpdate = true;
  }

  #place(): void {
    const matrix = new Matrix4();
    const turn = new Quaternion();
    const up = new Vector3(0, 1, 0);
    const one = new Vector3(1, 1, 1);
    for (const [i, spot] of GATE_SPOTS.entries()) {
      const foot = PLAZA_HEIGHT + (GATE_PLATFORMS[i]?.rise ?? 0);
      turn.setFromAxisAngle(up, spot.yaw + Math.PI);
      matrix.compose(new Vector3(spot.x, PLAZA_HEIGHT + GATE_MIDDLE, spot.z), turn, one);
      this.#portals.setMatrixAt(i, matrix);
      matrix.compose(new Vector3(spot.x, foot, spot.z), turn, one);
      this.beams.setMatrixAt(i, matrix);
      for (let k = 0; k < DIAMONDS; k++) {
        const angle = (k - 2) * 0.36;
        const radius = GATE_RING + 0.86;
        const aside = -Math.sin(angle) * radius;
        matrix.compose(
          new Vector3(
            spot.x + Math.cos(spot.yaw) * aside * -1,
            PLAZA_HEIGHT + GATE_MIDDLE + Math.cos(angle) * radius,
            spot.z + Math.sin(spot.yaw) * aside,
          ),
          turn,
          one,
        );
        this.#diamonds.setMatrixAt(i * DIAMONDS + k, matrix);
      }
    }
  }
}

const BRIGHT = new Color();
const UNLIT = new Color(0x3a3658);

const GATE_VERTEX = /* glsl */ `
attribute vec3 aLive;
varying vec2 vUv;
varying vec3 vLive;
varying vec3 vTint;
varying vec3 vNormalW;
void main() {
  vUv = uv;
  vLive = aLive;
  vTint = instanceColor;
  vec3 p = position;
  #ifdef WIDEN
  p.xz *= 1.0 + aLive.y * 1.6;
  p *= step(0.5, aLive.x);
  #endif
  vec4 world = modelMatrix * instanceMatrix * vec4(p, 1.0);
  vWorld = world.xyz;
  vNormalW = mat3(instanceMatrix) * normal;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

function portalMaterial(shared: SharedUniforms) {
  return bespoke(
    shared,
    GATE_VERTEX,
    /* glsl */ `
varying vec2 vUv;
varying vec3 vLive;
varying vec3 vTint;
void main() {
  if (length(cameraPosition - vWorld) < 2.0 + 0.7 * hash12(gl_FragCoord.xy)) discard;
  vec2 p = vUv * 2.0 - 1.0;
  float r = length(p);
  float turn = atan(p.y, p.x);
  float fine = noise2(p * 2.6 + vec2(sin(uScenery * 0.4), cos(uScenery * 0.3)));
  float arm = turn * 2.0 + 7.5 * pow(1.0 - r, 1.3) + fine * 1.5 - uScenery * 0.8;
  float arms = 0.5 + 0.5 * sin(arm);
  float thread = 0.5 + 0.5 * sin(arm * 2.0 + 3.0 * fine + r * 9.0);
  vec3 deep = vTint * 0.10 + vec3(0.02, 0.025, 0.20);
  vec3 c = mix(deep, vTint * 0.72, smoothstep(0.18, 0.72, arms));
  c = mix(c, mix(vTint, vec3(1.0), 0.55), smoothstep(0.74, 0.98, arms) * (0.35 + 0.65 * thread));
  c += vTint * (smoothstep(0.86, 1.0, r) * 0.75 + exp(-r * 6.0) * 0.35 + vLive.y * 0.9);
  vec3 asleep = mix(vec3(0.06, 0.05, 0.12), vec3(0.16, 0.14, 0.26), smoothstep(0.2, 0.9, fine));
  c = mix(asleep, c, vLive.x);
  gl_FragColor = vec4(hazed(c, vWorld), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { side: DoubleSide },
  );
}

function beamMaterial(shared: SharedUniforms, strength: number) {
  return bespoke(
    shared,
    `#define WIDEN\n${GATE_VERTEX}`,
    /* glsl */ `
varying vec2 vUv;
varying vec3 vLive;
varying vec3 vTint;
varying vec3 vNormalW;
void main() {
  float facing = abs(dot(normalize(vNormalW.xz), normalize((cameraPosition - vWorld).xz)));
  float up = vUv.y;
  float soft = facing * facing * (0.35 + 0.65 * facing);
  float fade = smoothstep(0.0, 0.03, up) * pow(1.0 - up, 1.3);
  float flow = 0.82 + 0.18 * sin(up * 60.0 - uScenery * 2.2);
  // What people hold rises in rings, what is for training stands in dashes, what is unsolved is one clear light.
  float rings = 0.45 + 0.9 * smoothstep(0.55, 1.0, sin(up * 150.0 - uScenery * 3.0));
  float dashes = 0.25 + 0.95 * smoothstep(-0.15, 0.25, sin(up * 70.0));
  flow *= vLive.z < 0.5 ? 1.0 : vLive.z < 1.5 ? rings : dashes;
  vec3 c = vTint * soft * fade * flow * (${strength.toFixed(2)} + 0.9 * vLive.y) * vLive.x;
  gl_FragColor = vec4(c, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { additive: true },
  );
}
