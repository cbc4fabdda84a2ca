/** The way to a place: small lights over the ground that run ahead, one draw, and the place's name over it. */
import { DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry } from 'three';
import type { LabelText } from './label-ink.ts';
import type { Labels } from './labels.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

/** Metres. */
export type Guide = {
  /** In the order in which one walks over them; those beyond `MOST` are left out. */
  readonly lights: readonly (readonly [x: number, y: number, z: number])[];
  readonly goal: { readonly at: readonly [x: number, y: number, z: number]; readonly text: string };
};

const MOST = 40;
const GOLD = '#ffd36b';
/** How high over the ground a place's name stands, and how large it is seen from near and from far, m. */
const OVER = 5.2;
const SIZE = { share: 0.034, least: 0.5, most: 5 } as const;

/** All lights of one way. */
export class GuideLights {
  readonly mesh: Mesh;
  readonly #geometry = new InstancedBufferGeometry();
  readonly #at = new InstancedBufferAttribute(new Float32Array(MOST * 4), 4).setUsage(DynamicDrawUsage);
  #goal: Guide['goal'] | null = null;
  #label: LabelText = { dot: GOLD, text: '' };
  #onIsland = true;

  constructor(shared: SharedUniforms) {
    const plane = new PlaneGeometry(1, 1);
    this.#geometry.setIndex(plane.index);
    this.#geometry.setAttribute('position', plane.getAttribute('position'));
    this.#geometry.setAttribute('aAt', this.#at);
    this.#geometry.instanceCount = 0;
    this.mesh = new Mesh(this.#geometry, lightMaterial(shared));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 7;
    this.mesh.visible = false;
  }

  /** Shows a way, or none. */
  set(guide: Guide | null): void {
    this.#goal = guide?.goal ?? null;
    if (guide !== null && guide.goal.text !== this.#label.text) this.#label = { dot: GOLD, text: guide.goal.text };
    const lights = guide?.lights ?? [];
    const count = Math.min(MOST, lights.length);
    for (let index = 0; index < count; index++) {
      const [x, y, z] = lights[index] ?? [0, 0, 0];
      this.#at.setXYZW(index, x, y, z, index);
    }
    this.#at.needsUpdate = true;
    this.#geometry.instanceCount = count;
    this.showOn(this.#onIsland);
  }

  /** Only the island has ways. */
  showOn(onIsland: boolean): void {
    this.#onIsland = onIsland;
    this.mesh.visible = onIsland && this.#geometry.instanceCount > 0;
  }

  /** Once a frame on the island: the name of the place, as large as one can read it from the eye at (x, y, z). */
  frame(labels: Labels, x: number, y: number, z: number): void {
    if (this.#goal === null) return;
    const [goalX, goalY, goalZ] = this.#goal.at;
    const away = Math.hypot(goalX - x, goalY - y, goalZ - z);
    const size = Math.min(SIZE.most, Math.max(SIZE.least, away * SIZE.share));
    labels.place('goal', this.#label, goalX, goalY + OVER + size / 2, goalZ, size, 1, true);
  }
}

function lightMaterial(shared: SharedUniforms) {
  return bespoke(
    shared,
    /* glsl */ `
attribute vec4 aAt;
varying vec2 vOn;
varying float vGlow;
void main() {
  // A brighter light runs along the way, away from the feet.
  float beat = 0.5 + 0.5 * sin(aAt.w * 0.55 - uTime * 3.4);
  vGlow = (0.45 + 0.55 * beat) * smoothstep(${MOST.toFixed(1)}, ${(MOST * 0.6).toFixed(1)}, aAt.w);
  vOn = position.xy * 2.0;
  vec3 at = aAt.xyz + vec3(0.0, 0.34 + 0.1 * beat, 0.0);
  vWorld = at;
  vec4 mv = viewMatrix * vec4(at, 1.0);
  // Far ones stay large enough to be seen.
  mv.xy += position.xy * (0.5 + 0.22 * beat) * max(1.0, -mv.z / 22.0);
  gl_Position = projectionMatrix * mv;
}`,
    /* glsl */ `
varying vec2 vOn;
varying float vGlow;
void main() {
  float r = length(vOn);
  float core = smoothstep(0.46, 0.26, r);
  float halo = max(0.0, 1.0 - r);
  vec3 c = mix(vec3(1.0, 0.5, 0.08), vec3(1.9, 1.7, 1.2), core);
  gl_FragColor = vec4(c, max(core, halo * 0.85) * vGlow);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { transparent: true },
  );
}
