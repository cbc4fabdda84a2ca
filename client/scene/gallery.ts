/** The framed pictures in one draw: an array of textures over the frames, and a bar of light below each. */
import {
  Color,
  DataArrayTexture,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  PlaneGeometry,
  Quaternion,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { FRAME_SPOTS, PLAZA_HEIGHT } from '#content/world/island.ts';
import { type Picture, scaledPicture } from './picture.ts';
import { PICTURE_MIDDLE, PICTURE_SIDE } from './props.ts';
import { Soup } from './soup.ts';
import { bespoke, glow, type SharedUniforms } from './styl.ts';

/** Side in texels of the pictures as they hang; what is handed in is scaled to it. */
const PICTURE_TEXELS = 256;

const COUNT = FRAME_SPOTS.length;
const BARS = [0x63f5ff, 0xff8bd0, 0xffd36b, 0x9dff9a];

/** The pictures of the island's frames. */
export class Gallery {
  readonly group = new Group();
  readonly titles: string[] = Array.from({ length: COUNT }, () => '');
  readonly #texture: DataArrayTexture;
  readonly #data = new Uint8Array(PICTURE_TEXELS * PICTURE_TEXELS * 4 * COUNT);
  readonly #layer = new InstancedBufferAttribute(new Float32Array(COUNT).fill(-1), 1);
  readonly #bars: InstancedMesh;

  constructor(shared: SharedUniforms) {
    this.#texture = new DataArrayTexture(this.#data, PICTURE_TEXELS, PICTURE_TEXELS, COUNT);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.minFilter = LinearMipmapLinearFilter;
    this.#texture.magFilter = LinearFilter;
    this.#texture.generateMipmaps = true;
    this.#texture.needsUpdate = true;
    const quad = new PlaneGeometry(PICTURE_SIDE, PICTURE_SIDE);
    quad.setAttribute('aLayer', this.#layer);
    const pictures = new InstancedMesh(quad, pictureMaterial(shared, this.#texture), COUNT);
    const bar = new Soup();
    bar.box([1.3, 0.06, 0.06], { foot: 0xffffff });
    this.#bars = new InstancedMesh(bar.geometry(), glow(shared, 1.25), COUNT);
    const dark = new Color(0x29244a);
    for (const [i, spot] of FRAME_SPOTS.entries()) {
      pictures.setMatrixAt(i, onSpot(spot, PICTURE_MIDDLE, 0.115, Math.PI));
      this.#bars.setMatrixAt(i, onSpot(spot, 0.93, 0.1, 0));
      this.#bars.setColorAt(i, dark);
    }
    pictures.frustumCulled = false;
    this.#bars.frustumCulled = false;
    this.group.add(pictures, this.#bars);
  }

  /** Hangs a picture, or takes it down with null. */
  hang(spotIndex: number, picture: Picture | null, title: string): void {
    if (spotIndex < 0 || spotIndex >= COUNT) return;
    this.titles[spotIndex] = title;
    this.#layer.setX(spotIndex, picture === null ? -1 : spotIndex);
    this.#layer.needsUpdate = true;
    this.#bars.setColorAt(
      spotIndex,
      new Color(picture === null ? 0x29244a : (BARS[spotIndex % BARS.length] ?? 0xffffff)),
    );
    if (this.#bars.instanceColor !== null) this.#bars.instanceColor.needsUpdate = true;
    if (picture === null) return;
    const bytes = PICTURE_TEXELS * PICTURE_TEXELS * 4;
    scaledPicture(picture, PICTURE_TEXELS, this.#data.subarray(spotIndex * bytes, (spotIndex + 1) * bytes));
    this.#texture.needsUpdate = true;
  }

  dispose(): void {
    this.#texture.dispose();
  }
}

/** The matrix of something in front of a spot: `height` over the ground, `ahead` metres towards where it looks. */
export function onSpot(
  spot: { readonly x: number; readonly z: number; readonly yaw: number },
  height: number,
  ahead: number,
  turned: number,
): Matrix4 {
  const place = new Vector3(
    spot.x - Math.sin(spot.yaw) * ahead,
    PLAZA_HEIGHT + height,
    spot.z - Math.cos(spot.yaw) * ahead,
  );
  const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), spot.yaw + turned);
  return new Matrix4().compose(place, turn, new Vector3(1, 1, 1));
}

function pictureMaterial(shared: SharedUniforms, texture: DataArrayTexture) {
  return bespoke(
    shared,
    /* glsl */ `
attribute float aLayer;
varying vec3 vUvLayer;
void main() {
  vUvLayer = vec3(uv, aLayer);
  vec4 world = modelMatrix * instanceMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
uniform sampler2DArray uPictures;
varying vec3 vUvLayer;
void main() {
  vec3 c = texture(uPictures, vec3(vUvLayer.xy, max(0.0, vUvLayer.z))).rgb;
  vec2 e = abs(vUvLayer.xy - 0.5);
  vec3 empty = mix(vec3(0.05, 0.04, 0.11), vec3(0.10, 0.08, 0.20), smoothstep(0.2, 0.7, noise2(vUvLayer.xy * 3.0 + uScenery * 0.1)));
  c = vUvLayer.z < -0.5 ? empty : c;
  c *= 1.0 - 0.25 * smoothstep(0.46, 0.5, max(e.x, e.y));
  gl_FragColor = vec4(hazed(c * 0.95, vWorld), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { uniforms: { uPictures: { value: texture } } },
  );
}
