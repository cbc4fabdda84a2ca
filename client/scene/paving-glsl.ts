/** GLSL of the stone paving: rings of slabs on round places, rows of slabs on ways, and the plaza's glowing ring. */
import { MEANING, PLAZA, STONE } from './palette.ts';
import { glslColour } from './sky-glsl.ts';

/** Radius in metres of the glowing ring on the plaza. */
const RING_RADIUS = 6.6;

/**
 * `vec3 paving(vec3 pave, vec3 world, inout vec3 glow)`: `pave.xy` are metres on the place, `pave.z` says 0 round,
 * 1 way, 2 round with the glowing ring, 3 the pale stage.
 */
export const PAVING_GLSL = /* glsl */ `
vec3 slabColour(vec2 cell) {
  float pick = hash12(cell + 3.7);
  vec3 c = mix(${glslColour(PLAZA.sand)}, ${glslColour(PLAZA.clay)}, smoothstep(0.45, 0.95, pick));
  c = mix(c, ${glslColour(PLAZA.lilac)}, step(0.84, pick));
  return c * (0.9 + 0.14 * hash12(cell.yx + 11.2));
}
vec3 paving(vec3 pave, vec3 world, inout vec3 glow) {
  vec2 cell;
  vec2 edge;
  if (pave.z > 0.5 && pave.z < 1.5) {
    float row = floor(pave.y / 1.28);
    vec2 at = vec2(pave.x / 1.6 + 0.5 * mod(row, 2.0), pave.y / 1.28);
    cell = floor(at) + 60.0;
    edge = (0.5 - abs(fract(at) - 0.5)) * vec2(1.6, 1.28);
  } else {
    float r = length(pave.xy);
    float ring = floor(r / 1.28);
    float tiles = max(1.0, 6.0 * ring);
    float turn = (atan(pave.y, pave.x) / 6.2831853 + 0.5 + 0.37 * hash12(vec2(ring, 5.0))) * tiles;
    cell = vec2(ring, mod(floor(turn), tiles));
    edge = (0.5 - abs(fract(vec2(r / 1.28, turn)) - 0.5)) * vec2(1.28, 6.2831853 * max(r, 0.2) / tiles);
  }
  float near = min(edge.x, edge.y);
  float width = max(fwidth(pave.x), fwidth(pave.y));
  float grout = 1.0 - smoothstep(0.03, 0.045 + width, near);
  grout *= 1.0 / (1.0 + width * 5.0);
  vec3 c = mix(slabColour(cell), ${glslColour(PLAZA.grout)}, grout * 0.75);
  c *= 0.94 + 0.1 * noise2(world.xz * 2.3);
  if (pave.z > 2.5) {
    vec3 pale = mix(${glslColour(PLAZA.lilac)}, ${glslColour(STONE.mid)}, 0.35 * hash12(cell + 1.3));
    c = mix(pale, c, 0.18 + 0.3 * grout);
  } else if (pave.z > 1.5) {
    float r = length(pave.xy);
    float soft = fwidth(r) + 0.012;
    float line = smoothstep(0.11 + soft, 0.11 - soft, abs(r - ${RING_RADIUS.toFixed(2)}));
    glow = ${glslColour(MEANING.frontier)} * line * (1.75 + 0.25 * sin(uScenery * 1.4));
    c *= 1.0 - line * 0.9;
    c *= 1.0 - 0.16 * smoothstep(13.2, 15.0, r);
  }
  return c;
}
`;
