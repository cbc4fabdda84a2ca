/** The sea: depth colours from the land's heights, fresnel to the sky, foam bands at the shore, the sun's glitter. */
import {
  CircleGeometry,
  ClampToEdgeWrapping,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  Mesh,
  RedFormat,
  type Texture,
} from 'three';
import { SEA_LEVEL } from '#content/world/island.ts';
import { gridHeight, LAND_MIDDLE, LAND_SPAN, type LandGrid } from './land-grid.ts';
import { WATER } from './palette.ts';
import { glslColour } from './sky-glsl.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

const TEXELS = 256;

/** The sea as one disc around the islands. `grid` may be null: open sea everywhere. @param fancy with waves, moving foam and glitter */
export function buildWater(shared: SharedUniforms, grid: LandGrid | null, fancy: boolean): Mesh {
  const heights = heightTexture(grid);
  const material = bespoke(
    shared,
    /* glsl */ `
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
${fancy ? '' : '#define PLAIN'}
uniform sampler2D uHeights;
void main() {
  vec2 uv = (vWorld.xz - vec2(${LAND_MIDDLE.x.toFixed(1)}, ${LAND_MIDDLE.z.toFixed(1)})) / ${LAND_SPAN.toFixed(1)} + 0.5;
  float land = texture2D(uHeights, clamp(uv, 0.002, 0.998)).r;
  float depth = max(0.0, ${SEA_LEVEL.toFixed(2)} - land);
  vec3 toEye = cameraPosition - vWorld;
  float away = length(toEye);
  vec3 view = toEye / away;
  float calm = 1.0 / (1.0 + away * 0.012);
  vec2 w = vWorld.xz;
#ifdef PLAIN
  vec3 n = vec3(0.0, 1.0, 0.0);
  float ripple = 0.5;
#else
  vec2 slope = vec2(noise2(w * 0.75 + vec2(uScenery * 0.5, uScenery * 0.31)), noise2(w * 0.75 + vec2(31.0 - uScenery * 0.36, uScenery * 0.42))) - 0.5;
  slope += 0.6 * (vec2(noise2(w * 2.3 - vec2(uScenery * 0.9, 3.0)), noise2(w * 2.3 + vec2(9.0, uScenery * 0.8))) - 0.5);
  slope += 0.4 * (vec2(noise2(w * 0.11 + uScenery * 0.12), noise2(w * 0.11 + 57.0 - uScenery * 0.1)) - 0.5);
  slope *= 0.42 * mix(1.0, 0.42, smoothstep(25.0, 190.0, away));
  vec3 n = normalize(vec3(slope.x, 1.0, slope.y));
  float ripple = noise2(w * 0.9 + vec2(uScenery * 0.25, 0.0));
#endif
  vec3 body = mix(${glslColour(WATER.shallow)}, ${glslColour(WATER.deep)}, 1.0 - exp(-depth * 0.55));
  body *= 0.86 + 0.22 * n.x;
  float fresnel = 0.03 + 0.80 * pow(1.0 - max(dot(n, view), 0.0), 4.0);
  vec3 mirrored = reflect(-view, n);
  mirrored.y = abs(mirrored.y) + 0.02;
  vec3 c = mix(body, skyColour(normalize(mirrored)), clamp(fresnel, 0.0, 0.9));
  float band = sin(depth * 5.2 - uScenery * 1.4 + ripple * 3.2);
  float foam = smoothstep(0.72, 0.94, band) * smoothstep(1.25, 0.15, depth) * smoothstep(0.3, 0.55, ripple);
  foam = max(foam, smoothstep(0.20, 0.03, depth + (ripple - 0.5) * 0.14));
  c = mix(c, ${glslColour(WATER.foam)} * 0.94, foam * 0.85);
  float glint = max(dot(mirrored, uSun), 0.0);
  c += (uGlow * 0.4 + vec3(0.6, 0.52, 0.38)) * (smoothstep(0.965, 0.995, glint) * 0.9 * calm + pow(glint, 12.0) * 0.16);
  gl_FragColor = vec4(hazed(c, vWorld), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { uniforms: { uHeights: { value: heights } } },
  );
  const sea = new Mesh(new CircleGeometry(900, 48).rotateX(-Math.PI / 2), material);
  sea.position.y = SEA_LEVEL;
  sea.addEventListener('removed', () => heights.dispose());
  return sea;
}

/** The land's heights as 256² half floats over the sampled square. */
function heightTexture(grid: LandGrid | null): Texture {
  const size = grid === null ? 1 : TEXELS;
  const data = new Uint16Array(size * size).fill(DataUtils.toHalfFloat(-5));
  if (grid !== null)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        const x = LAND_MIDDLE.x + ((column + 0.5) / size - 0.5) * LAND_SPAN;
        const z = LAND_MIDDLE.z + ((row + 0.5) / size - 0.5) * LAND_SPAN;
        data[row * size + column] = DataUtils.toHalfFloat(gridHeight(grid, x, z));
      }
  const texture = new DataTexture(data, size, size, RedFormat, HalfFloatType);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.wrapS = ClampToEdgeWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.needsUpdate = true;
  return texture;
}
