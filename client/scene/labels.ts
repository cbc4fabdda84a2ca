/** Text in the world: one canvas as an atlas, one draw for all gate labels and name tags. */
import {
  CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  PlaneGeometry,
  SRGBColorSpace,
} from 'three';
import { drawLabel, type LabelText, SLOT } from './label-ink.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

const ATLAS = { width: 2048, height: 1024 } as const;
const COLUMNS = ATLAS.width / SLOT.width;
const SLOTS = COLUMNS * (ATLAS.height / SLOT.height);

type Slot = { owner: string; text: string; width: number; usedAt: number };

/** All labels of a scene. Call `begin`, then `place` for each label of this frame, then `end`. */
export class Labels {
  readonly mesh: Mesh;
  /** False leaves all of them out of the picture. */
  shown = true;
  readonly #texture: CanvasTexture;
  readonly #ink: CanvasRenderingContext2D | null;
  readonly #slots: Slot[] = Array.from({ length: SLOTS }, () => ({ owner: '', text: '', width: 0, usedAt: -1 }));
  readonly #bySlot = new Map<string, number>();
  readonly #at: InstancedBufferAttribute;
  readonly #part: InstancedBufferAttribute;
  readonly #geometry: InstancedBufferGeometry;
  #frame = 0;
  #count = 0;

  constructor(shared: SharedUniforms) {
    const canvas = document.createElement('canvas');
    canvas.width = ATLAS.width;
    canvas.height = ATLAS.height;
    this.#ink = canvas.getContext('2d');
    this.#texture = new CanvasTexture(canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.minFilter = LinearMipmapLinearFilter;
    this.#texture.magFilter = LinearFilter;
    this.#texture.anisotropy = 4;
    const quad = new PlaneGeometry(1, 1);
    this.#geometry = new InstancedBufferGeometry();
    this.#geometry.setIndex(quad.index);
    this.#geometry.setAttribute('position', quad.getAttribute('position'));
    this.#geometry.setAttribute('uv', quad.getAttribute('uv'));
    this.#at = new InstancedBufferAttribute(new Float32Array(SLOTS * 4), 4).setUsage(DynamicDrawUsage);
    this.#part = new InstancedBufferAttribute(new Float32Array(SLOTS * 4), 4).setUsage(DynamicDrawUsage);
    this.#geometry.setAttribute('aAt', this.#at);
    this.#geometry.setAttribute('aPart', this.#part);
    this.#geometry.instanceCount = 0;
    this.mesh = new Mesh(this.#geometry, labelMaterial(shared, this.#texture));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 20;
  }

  /** Starts a frame: nothing is shown until it is placed. */
  begin(): void {
    this.#frame++;
    this.#count = 0;
  }

  /**
   * Shows a label in this frame at (x, y, z).
   * @param owner who it belongs to: redrawn only when its text changes
   * @param height of the label in metres
   * @param fade how much of it is seen: all from 1 on, nothing from 0 down
   * @param over nothing stands before it
   */
  place(
    owner: string,
    label: LabelText,
    x: number,
    y: number,
    z: number,
    height: number,
    fade: number,
    over = false,
  ): void {
    if (fade <= 0.01 || this.#count >= SLOTS) return;
    const index = this.#slotOf(owner, label);
    const slot = this.#slots[index];
    if (slot === undefined) return;
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    const share = slot.width / SLOT.width;
    this.#at.setXYZW(this.#count, x, y, z, height);
    this.#part.setXYZW(
      this.#count,
      (column + 0.5 - share / 2) / COLUMNS,
      1 - (row + 1) * (SLOT.height / ATLAS.height),
      share / COLUMNS,
      Math.min(1, fade) * (over ? -1 : 1),
    );
    this.#count++;
  }

  end(): void {
    this.#geometry.instanceCount = this.#count;
    this.#at.needsUpdate = true;
    this.#part.needsUpdate = true;
    this.mesh.visible = this.shown && this.#count > 0;
  }

  dispose(): void {
    this.#texture.dispose();
    this.#geometry.dispose();
  }

  #slotOf(owner: string, label: LabelText): number {
    const known = this.#bySlot.get(owner);
    const index = known ?? this.#oldest();
    const slot = this.#slots[index];
    if (slot === undefined) return 0;
    if (known === undefined) {
      this.#bySlot.delete(slot.owner);
      this.#bySlot.set(owner, index);
      slot.owner = owner;
      slot.text = '';
    }
    const wanted = `${label.mark ?? ''}${label.dot}${label.text}\n${label.second ?? ''}`;
    if (slot.text !== wanted) {
      slot.text = wanted;
      slot.width = this.#draw(index, label);
    }
    slot.usedAt = this.#frame;
    return index;
  }

  #oldest(): number {
    let best = 0;
    for (let i = 1; i < SLOTS; i++) if ((this.#slots[i]?.usedAt ?? 0) < (this.#slots[best]?.usedAt ?? 0)) best = i;
    return best;
  }

  /** Draws a slot afresh and returns the width of what was drawn in pixels. */
  #draw(index: number, label: LabelText): number {
    const ink = this.#ink;
    if (ink === null) return 0;
    const x = (index % COLUMNS) * SLOT.width;
    const y = Math.floor(index / COLUMNS) * SLOT.height;
    ink.clearRect(x, y, SLOT.width, SLOT.height);
    this.#texture.needsUpdate = true;
    return drawLabel(ink, label, x, y);
  }
}

function labelMaterial(shared: SharedUniforms, map: CanvasTexture) {
  const material = bespoke(
    shared,
    /* glsl */ `
attribute vec4 aAt;
attribute vec4 aPart;
varying vec2 vUv;
varying float vFade;
void main() {
  float slotHeight = ${(SLOT.height / ATLAS.height).toFixed(6)};
  vUv = aPart.xy + uv * vec2(aPart.z, slotHeight);
  vFade = abs(aPart.w);
  vWorld = aAt.xyz;
  vec4 mv = viewMatrix * vec4(aAt.xyz, 1.0);
  float wide = aPart.z * ${(ATLAS.width / SLOT.height).toFixed(4)};
  mv.xy += position.xy * aAt.w * vec2(wide, 1.0);
  gl_Position = projectionMatrix * mv;
  // As near as can be: then nothing hides it.
  if (aPart.w < 0.0) gl_Position.z = -0.999 * gl_Position.w;
}`,
    /* glsl */ `
uniform sampler2D uMap;
varying vec2 vUv;
varying float vFade;
void main() {
  vec4 c = texture2D(uMap, vUv);
  if (c.a < 0.02) discard;
  gl_FragColor = vec4(c.rgb * 0.92, c.a * vFade);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { transparent: true, uniforms: { uMap: { value: map } } },
  );
  return material;
}
