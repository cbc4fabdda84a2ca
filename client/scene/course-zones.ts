/** Zones of a course as walls of light that fade upwards, and the islets that hang in the distance. */
import { BoxGeometry, type BufferGeometry, Color, DoubleSide, type Material, Mesh } from 'three';
import { hash2 } from '#content/world/noise.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { metres, pourEdges, pourIslet, TURN, UNIT } from './course-pieces.ts';
import { Soup } from './soup.ts';
import { bespoke, type SharedUniforms } from './styl.ts';

/** Walls of light around a zone and a bright line around its foot; `tint` may be changed while it is shown. */
export function zoneOfLight(
  shared: SharedUniforms,
  zone: Scene['goal'],
  colour: number,
  line: Material,
): { readonly walls: Mesh; readonly foot: Mesh; readonly tint: { readonly value: Color } } {
  const tint = { value: new Color(colour) };
  const [hx, hy, hz] = metres(zone.half);
  const [x, y, z] = metres(zone.at);
  const shape = new BoxGeometry(hx * 2, hy * 2, hz * 2);
  const index = [...(shape.index?.array ?? [])];
  // The third and fourth face of a box are its top and bottom: only the walls shine.
  shape.setIndex(index.filter((_, i) => i < 12 || i >= 24));
  const walls = new Mesh(shape, zoneMaterial(shared, tint));
  walls.position.set(x, y, z);
  walls.rotation.y = zone.yaw * TURN;
  walls.renderOrder = 9;
  const ring = new Soup();
  pourEdges(ring, [hx, 0.02, hz], colour, false, 0.07);
  const foot = new Mesh(ring.geometry(), line);
  foot.position.set(x, y - hy, z);
  foot.rotation.y = walls.rotation.y;
  return { walls, foot, tint };
}

/** Eleven hanging rocks around a course. */
export function isletsOf(scene: Scene): BufferGeometry {
  const soup = new Soup();
  const [x, , z] = metres(scene.goal.at);
  for (let i = 0; i < 11; i++) {
    const unit = (seed: number) => hash2(i, seed, 77) / 4294967296;
    const angle = (i / 11) * Math.PI * 2 + unit(1) * 0.4;
    const far = Math.max(Math.abs(x), Math.abs(z)) + 42 + unit(2) * 55;
    const height = scene.kill * UNIT - 2 + unit(3) * 22;
    const at = [x / 2 + Math.sin(angle) * far, height, z / 2 + Math.cos(angle) * far] as const;
    soup.within({ at }, () => pourIslet(soup, 3 + unit(4) * 6, unit(5) * 6));
  }
  return soup.geometry();
}

function zoneMaterial(shared: SharedUniforms, tint: { value: Color }) {
  return bespoke(
    shared,
    /* glsl */ `
varying float vUp;
void main() {
  vUp = uv.y;
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
uniform vec3 uTint;
varying float vUp;
void main() {
  float rise = fract(vUp * 2.0 - uTime * 0.35);
  float band = smoothstep(0.0, 0.08, rise) * (1.0 - smoothstep(0.08, 0.6, rise));
  gl_FragColor = vec4(uTint * (0.20 * pow(1.0 - vUp, 1.6) + 0.10 * band * (1.0 - vUp)), 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`,
    { additive: true, side: DoubleSide, uniforms: { uTint: tint } },
  );
}
