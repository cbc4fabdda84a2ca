/** Sun and sky light, with a shadow box that follows what is looked at. */
import { DirectionalLight, Group, HemisphereLight, Vector3 } from 'three';
import type { Weather } from './atmosphere.ts';

/** Half the side of the shadowed square, m. */
const REACH = 46;
const FAR = 120;

/** Both lights; `follow` moves the shadow box in whole texels so that edges do not crawl. */
export class StageLight {
  readonly group = new Group();
  readonly #sun: DirectionalLight;
  readonly #sky: HemisphereLight;
  readonly #weather: Weather;
  readonly #from = new Vector3();
  readonly #texel: number;

  /** @param shadow side of the shadow map in texels; 0 casts none */
  constructor(weather: Weather, shadow: number) {
    this.#weather = weather;
    this.#sun = new DirectionalLight(weather.light, weather.strength);
    this.#texel = shadow > 0 ? (REACH * 2) / shadow : 1;
    this.#sky = new HemisphereLight(weather.sky, weather.ground, weather.ambient);
    this.group.add(this.#sun, this.#sun.target, this.#sky);
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
    const { shared, light, sky, ground, strength, ambient } = this.#weather;
    this.#sun.color.copy(light);
    this.#sun.intensity = strength;
    this.#sky.color.copy(sky);
    this.#sky.groundColor.copy(ground);
    this.#sky.intensity = ambient;
    const snap = (v: number) => Math.round(v / (this.#texel * 8)) * this.#texel * 8;
    this.#sun.target.position.set(snap(x), snap(y), snap(z));
    this.#sun.position.copy(this.#sun.target.position).addScaledVector(shadowFrom(shared.uSun.value, this.#from), FAR);
    this.#sun.target.updateMatrixWorld();
  }

  dispose(): void {
    this.#sun.dispose();
  }
}

/** Where shadows come from: the sun's side, raised so that they stay short and turned a little off the plaza's axis. */
function shadowFrom({ x, y, z }: Vector3, into: Vector3): Vector3 {
  return into.set(x + 0.04, Math.max(y, 0.42) + 0.24, z + 0.36).normalize();
}
