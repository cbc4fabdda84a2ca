/** How works take light: one Lambert program for matt, glossy, metal and glowing parts, told apart by an attribute. */
import { MeshLambertMaterial, type WebGLProgramParametersWithUniforms } from 'three';

/** Adds highlights and glow by `aSurface`; leaves room for other patches (haze, rim) of the same shader. */
export function patchWork(shader: WebGLProgramParametersWithUniforms): void {
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', '#include <common>\nattribute float aSurface;\nvarying float vSurface;')
    .replace('#include <begin_vertex>', '#include <begin_vertex>\nvSurface = aSurface;');
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', '#include <common>\nvarying float vSurface;')
    .replace('#include <envmap_fragment>', `#include <envmap_fragment>\n${SURFACES_GLSL}`);
}

/** A material of its own, for scenes that have none to share. */
export function workMaterial(): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ vertexColors: true });
  material.customProgramCacheKey = () => 'work';
  material.onBeforeCompile = patchWork;
  return material;
}

/** Surfaces: 1 gloss, 2 metal, 3 glow. A glow above 1 is what the bloom of the world picks up. */
const SURFACES_GLSL = /* glsl */ `
if (vSurface > 2.5) {
  outgoingLight = diffuseColor.rgb * 1.35;
} else if (vSurface > 0.5) {
  vec3 toEye = normalize(vViewPosition);
  float graze = 1.0 - max(dot(normal, toEye), 0.0);
  bool metal = vSurface > 1.5;
  float shine = 0.0;
  #if NUM_DIR_LIGHTS > 0
  vec3 halfway = normalize(directionalLights[0].direction + toEye);
  shine = pow(max(dot(normal, halfway), 0.0), metal ? 28.0 : 90.0) * (metal ? 0.9 : 0.6);
  #endif
  vec3 tint = metal ? diffuseColor.rgb * 1.6 : vec3(1.0, 0.96, 0.9);
  outgoingLight += tint * shine + diffuseColor.rgb * graze * graze * (metal ? 0.5 : 0.22);
}
`;
