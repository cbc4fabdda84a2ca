/** Sun and sky light, with a shadow box that follows what is looked at. */
import { DirectionalLight, Group, HemisphereLight } from 'three';
import { LIGHT } from './palette.ts';
import { SHADOW_SUN } from './sky-glsl.ts';

/** Half the side of the shadowed square, m. */
const REACH = 46;
const FAR = 120;

/** Both lights; `follow` moves the shadow box in whole texels so that edges do not crawl. */
export class StageLight {
  readonly group = new Group();
  readonly #sun: DirectionalLight;
  readonly #texel: number;

  /** @param shadow side of the shadow map in texels; 0 casts none */
  constructor(shadow: number) {
    this.#sun = new DirectionalLight(LIGHT.sun, 3.3);
    this.#texel = shadow > 0 ? (REACH * 2) / shadow : 1;
    const sky = new HemisphereLight(LIGHT.sky, LIGHT.ground, 1.7);
    this.group.add(this.#sun, this.#sun.target, sky);
    if (shadow > 0) {
      this.#sun.castShadow = true;
      const { camera, mapSize } = this.#sun.shadow;
      mapSize.set(shadow, shadow);
      camera.left = -REACH;
      camera.right = REACH;
      camera.top = REACH;
      camera.bottom = -REACH;
      camera.near = 10;
      camera.far = FAR * 2;
      this.#sun.shadow.radius = 1.6;
      this.#sun.shadow.bias = -0.0009;
      this.#sun.shadow.normalBias = 0.09;
    }
    this.follow(0, 0, 0);
  }

  /** Keeps the lit box around a place (m). */
  follow(x: number, y: number, z: number): void {
    const snap = (v: number) => Math.round(v / (this.#texel * 8)) * this.#texel * 8;
    this.#sun.target.position.set(snap(x), snap(y), snap(z));
    this.#sun.position.copy(this.#sun.target.position).addScaledVector(SHADOW_SUN, FAR);
    this.#sun.target.updateMatrixWorld();
  }

  dispose(): void {
    this.#sun.dispose();
  }
}
