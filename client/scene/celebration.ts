/** Confetti for a laurel: a burst of small leaves thrown by the vertex shader, gone after four seconds. */
import { DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry } from 'three';
import { hash2 } from '#content/world/noise.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

const LEAVES = 180;
const SECONDS = 4;

/** One burst at a time; a new one takes the place of the last. */
export class Celebration {
  readonly mesh: Mesh;
  readonly #start = { value: -100 };

  constructor(shared: SharedUniforms, seed: number) {
    const leaf = new PlaneGeometry(0.12, 0.2);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(leaf.index);
    geometry.setAttribute('position', leaf.getAttribute('position'));
    const seeds = new Float32Array(LEAVES * 4);
    for (let i = 0; i < seeds.length; i++) seeds[i] = hash2(i, seed, 33) / 4294967296;
    geometry.setAttribute('aSeed', new InstancedBufferAttribute(seeds, 4));
    geometry.instanceCount = LEAVES;
    this.mesh = new Mesh(geometry, confetti(shared, this.#start));
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /** Starts the burst at a place in metres. */
  burst(x: number, y: number, z: number, seconds: number): void {
    this.mesh.position.set(x, y, z);
    this.#start.value = seconds;
    this.mesh.visible = true;
  }

  /** Ends it at once. */
  stop(): void {
    this.mesh.visible = false;
  }

  frame(seconds: number): void {
    if (seconds - this.#start.value > SECONDS) this.mesh.visible = false;
  }
}

function confetti(shared: SharedUniforms, start: { value: number }) {
  return bespoke(
    shared,
    /* glsl */ `
attribute vec4 aSeed;
uniform float uStart;
varying vec3 vTint;
void main() {
  float t = max(0.0, uTime - uStart);
  float turn = aSeed.x * 6.2831853;
  vec3 throwTo = vec3(cos(turn), 0.0, sin(turn)) * (1.2 + 3.4 * aSeed.y) + vec3(0.0, 5.5 + 4.5 * aSeed.z, 0.0);
  float drag = (1.0 - exp(-1.5 * t)) / 1.5;
  vec3 at = throwTo * drag - vec3(0.0, 0.9 * t * t, 0.0);
  at.xz += 0.25 * vec2(sin(t * 3.0 + aSeed.w * 20.0), cos(t * 2.6 + aSeed.x * 20.0));
  float spin = t * (4.0 + 6.0 * aSeed.w) + aSeed.y * 6.0;
  vec3 p = position * (1.0 - smoothstep(3.0, 4.0, t));
  p = vec3(p.x * cos(turn), p.y * cos(spin), p.y * sin(spin) + p.x * sin(turn));
  vTint = aSeed.w < 0.34 ? vec3(0.13, 0.92, 1.0) : aSeed.w < 0.67 ? vec3(1.0, 0.27, 0.64) : vec3(1.0, 0.66, 0.15);
  vec4 world = modelMatrix * vec4(at + p, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
varying vec3 vTint;
void main() {
  gl_FragColor = vec4(hazed(vTint * 1.25, vWorld), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { side: DoubleSide, uniforms: { uStart: start } },
  );
}
