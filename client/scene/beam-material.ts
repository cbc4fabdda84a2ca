/** Light along a line: a haze around a thin core, brightest where one looks through most of it. */
import { DoubleSide } from 'three';
import { bespoke, type SharedUniforms } from './styl.ts';

/** For copies of a prism that stands on y 0 … 1 with radius 1; the colour is each copy's own. */
export function beamMaterial(shared: SharedUniforms) {
  return bespoke(
    shared,
    /* glsl */ `
varying vec3 vTint;
varying vec3 vOut;
varying float vAlong;
void main() {
  vTint = instanceColor;
  vAlong = position.y;
  vec4 world = modelMatrix * instanceMatrix * vec4(position, 1.0);
  vOut = mat3(modelMatrix) * mat3(instanceMatrix) * vec3(position.x, 0.0, position.z);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
varying vec3 vTint;
varying vec3 vOut;
varying float vAlong;
void main() {
  float through = abs(dot(normalize(vOut), normalize(cameraPosition - vWorld)));
  float beat = 0.72 + 0.28 * sin(vAlong * 9.0 - uScenery * 4.0);
  gl_FragColor = vec4(vTint * 1.5, through * through * beat * 0.5);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { transparent: true, side: DoubleSide },
  );
}
