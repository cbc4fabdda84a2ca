/** The one material helper: every surface of the world is a Lambert, unlit or additive shader with our patches. */
import {
  AdditiveBlending,
  type Color,
  type DataArrayTexture,
  DoubleSide,
  type IUniform,
  type Material,
  MeshBasicMaterial,
  MeshDepthMaterial,
  MeshLambertMaterial,
  ShaderMaterial,
  type Side,
  type WebGLProgramParametersWithUniforms,
} from 'three';
import { type Atmosphere, Weather } from './atmosphere.ts';
import { GAIT_GLSL } from './gait-glsl.ts';
import { PAVING_GLSL } from './paving-glsl.ts';
import { FOG_GLSL, NOISE_GLSL, SKY_GLSL } from './sky-glsl.ts';
import { patchWork } from './works/work-material.ts';

/** The values every shader reads; changed once a frame, shared by all programs. */
export type SharedUniforms = Atmosphere & {
  /** Seconds of what must move: bodies, lights along a way, wind. Set by `tellTime` alone. */
  readonly uTime: IUniform<number>;
  /** Seconds of what moves for its beauty: sea, grass, clouds, birds, portals; they stand where less motion is wanted. */
  readonly uScenery: IUniform<number>;
  /** The skins that robots wear; null where nobody wears any. */
  readonly uSkins: IUniform<DataArrayTexture | null>;
};

/** A fresh set of shared values for one scene, under the sky of `weather`. */
export function sharedUniforms(weather = new Weather()): SharedUniforms {
  return { uTime: { value: 0 }, uScenery: { value: 0 }, uSkins: { value: null }, ...weather.shared };
}

/** Once a frame, before anything is drawn. @param still whether what need not move stands still */
export function tellTime(shared: SharedUniforms, seconds: number, still: boolean): void {
  shared.uTime.value = seconds;
  if (!still) shared.uScenery.value = seconds;
}

/** How a lit surface moves and is coloured. One kind is one program (two with instancing). */
export type SurfaceKind = 'plain' | 'tree' | 'grass' | 'paving' | 'robot' | 'work' | 'bead';

/** What may be said about a surface beside its kind. */
export type SurfaceOptions = {
  readonly transparent?: boolean;
  readonly opacity?: number;
  readonly side?: Side;
  readonly color?: Color | number;
};

const WORLD_VERTEX = /* glsl */ `
vec4 mvPosition = vec4(transformed, 1.0);
#ifdef USE_INSTANCING
mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelMatrix * mvPosition;
#ifdef SWAY
float swayHeight = max(position.y, 0.0) * SWAY;
mvPosition.x += swayHeight * (sin(uScenery * 1.25 + mvPosition.x * 0.21 + mvPosition.z * 0.17) + 0.4 * sin(uScenery * 3.1 + mvPosition.x * 0.9));
mvPosition.z += swayHeight * 0.7 * cos(uScenery * 1.05 + mvPosition.x * 0.13 - mvPosition.z * 0.23);
#endif
vWorld = mvPosition.xyz;
mvPosition = viewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;
`;

/** Rim light in the colour of the sky behind, light through blades of grass, then haze: all before tone mapping. */
const FINISH_FRAGMENT = /* glsl */ `
#include <opaque_fragment>
vec3 eye = normalize(vWorld - cameraPosition);
#ifdef RIM
vec3 worldNormal = normalize((vec4(normal, 0.0) * viewMatrix).xyz);
float rim = 1.0 + dot(worldNormal, eye);
gl_FragColor.rgb += skyColour(normalize(reflect(eye, worldNormal))) * (rim * rim * rim * RIM);
#endif
#ifdef GRASS
float through = max(dot(eye, uSun), 0.0);
gl_FragColor.rgb *= 1.0 + 0.55 * through * through * through * through;
#endif
gl_FragColor.rgb = hazed(gl_FragColor.rgb, vWorld);
`;

/** A lit surface in vertex colours (times instance colours), with haze and rim light. */
export function surface(shared: SharedUniforms, kind: SurfaceKind, options: SurfaceOptions = {}): MeshLambertMaterial {
  const material = new MeshLambertMaterial({
    vertexColors: kind !== 'robot' && kind !== 'grass' && kind !== 'paving',
    fog: false,
    side: options.side ?? (kind === 'grass' ? DoubleSide : 0),
    transparent: options.transparent ?? false,
    opacity: options.opacity ?? 1,
    ...(options.color === undefined ? {} : { color: options.color }),
  });
  material.customProgramCacheKey = () => `surface-${kind}`;
  material.onBeforeCompile = (shader) => {
    patchCommon(shader, shared, definesOf(kind));
    if (kind === 'tree') patchTree(shader);
    if (kind === 'grass') patchGrass(shader);
    if (kind === 'robot') patchRobot(shader, shared);
    if (kind === 'work') patchWork(shader);
    if (kind === 'paving') patchPaving(shader);
    if (kind === 'bead') patchBead(shader);
    shader.fragmentShader = shader.fragmentShader.replace('#include <opaque_fragment>', FINISH_FRAGMENT);
  };
  return material;
}

/** An unlit surface that glows: vertex colour × instance colour × `strength`; above 1 it blooms. */
export function glow(shared: SharedUniforms, strength: number, map?: MeshBasicMaterial['map']): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ vertexColors: map === undefined, fog: false, ...(map ? { map } : {}) });
  material.color.setScalar(strength);
  material.customProgramCacheKey = () => 'glow';
  material.onBeforeCompile = (shader) => {
    patchCommon(shader, shared, '');
    shader.fragmentShader = shader.fragmentShader.replace('#include <opaque_fragment>', FINISH_FRAGMENT);
  };
  return material;
}

/** An unlit shader of our own with sky, haze and noise at hand; additive ones are drawn after the solid world. */
export function bespoke(
  shared: SharedUniforms,
  vertexShader: string,
  fragmentShader: string,
  options: { additive?: boolean; transparent?: boolean; uniforms?: Record<string, IUniform>; side?: Side } = {},
): ShaderMaterial {
  const additive = options.additive ?? false;
  return new ShaderMaterial({
    vertexShader: `uniform float uTime;\nuniform float uScenery;\nvarying vec3 vWorld;\n${vertexShader}`,
    fragmentShader: `uniform float uTime;\nuniform float uScenery;\nvarying vec3 vWorld;\n${SKY_GLSL}${FOG_GLSL}${NOISE_GLSL}${fragmentShader}`,
    uniforms: { ...shared, ...options.uniforms },
    transparent: additive || (options.transparent ?? false),
    depthWrite: !(additive || (options.transparent ?? false)),
    ...(additive ? { blending: AdditiveBlending } : {}),
    side: options.side ?? 0,
  });
}

/** The depth material that gives walking robots walking shadows. */
export function robotDepth(shared: SharedUniforms): Material {
  const material = new MeshDepthMaterial();
  material.customProgramCacheKey = () => 'robot-depth';
  material.onBeforeCompile = (shader) => {
    shader.uniforms['uTime'] = shared.uTime;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\nuniform float uTime;\n${GAIT_GLSL}`)
      .replace(
        '#include <begin_vertex>',
        'vec3 gaitNormal = vec3(0.0);\nvec3 transformed = gaitPose(position, gaitNormal);',
      );
  };
  return material;
}

function definesOf(kind: SurfaceKind): string {
  if (kind === 'tree') return '#define SWAY 0.017\n#define RIM 0.22\n';
  if (kind === 'grass') return '#define GRASS\n';
  if (kind === 'robot') return '#define RIM 0.30\n';
  if (kind === 'paving') return '';
  return '#define RIM 0.16\n';
}

function patchCommon(shader: WebGLProgramParametersWithUniforms, shared: SharedUniforms, defines: string): void {
  Object.assign(shader.uniforms, shared);
  shader.vertexShader = shader.vertexShader
    .replace(
      '#include <common>',
      `${defines}uniform float uTime;\nuniform float uScenery;\nvarying vec3 vWorld;\n#include <common>`,
    )
    .replace('#include <project_vertex>', WORLD_VERTEX);
  shader.fragmentShader = shader.fragmentShader.replace(
    '#include <common>',
    `${defines}uniform float uTime;\nuniform float uScenery;\nvarying vec3 vWorld;\n${SKY_GLSL}${FOG_GLSL}\n#include <common>`,
  );
}

/** Trunks keep their own colour; only leaves take the tree's. */
function patchTree(shader: WebGLProgramParametersWithUniforms): void {
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', '#include <common>\nattribute float aLeaf;')
    .replace('#include <color_vertex>', 'vColor = vec4(color * mix(vec3(1.0), instanceColor, aLeaf), 1.0);');
}

/** Blades stand where `aRoot` says (x, y, z, turn), of size `aTint.w`, coloured like the ground with a lighter tip. */
function patchGrass(shader: WebGLProgramParametersWithUniforms): void {
  shader.vertexShader = shader.vertexShader
    .replace(
      '#include <common>',
      '#include <common>\nattribute vec4 aRoot;\nattribute vec4 aTint;\nvarying vec3 vBlade;',
    )
    .replace(
      '#include <begin_vertex>',
      `float turnCos = cos(aRoot.w);
      float turnSin = sin(aRoot.w);
      vec3 blade = position * aTint.w;
      blade.xz = mat2(turnCos, -turnSin, turnSin, turnCos) * blade.xz;
      float tip = clamp(position.y / 0.62, 0.0, 1.0);
      blade.x += tip * tip * (0.10 * sin(uScenery * 1.7 + aRoot.x * 0.35 + aRoot.z * 0.21) + 0.04 * sin(uScenery * 4.3 + aRoot.x * 2.0));
      vec3 transformed = blade + aRoot.xyz;
      vBlade = mix(aTint.rgb * 0.78, aTint.rgb * 1.22 + vec3(0.10, 0.085, 0.0), tip);`,
    )
    .replace('#include <beginnormal_vertex>', 'vec3 objectNormal = vec3(0.0, 1.0, 0.0);');
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', '#include <common>\nvarying vec3 vBlade;')
    .replace('#include <color_fragment>', 'diffuseColor.rgb = vBlade;')
    .replace('#include <normal_fragment_begin>', 'float faceDirection = 1.0;\nvec3 normal = normalize(vNormal);');
}

/** Posed by the gait; the body is painted, or wears its layer of the skins, printed on from the front. */
function patchRobot(shader: WebGLProgramParametersWithUniforms, shared: SharedUniforms): void {
  shader.uniforms['uSkins'] = shared.uSkins;
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', `#include <common>\n${GAIT_GLSL}\nvarying vec4 vPaint;\nvarying vec4 vSkin;`)
    .replace(
      '#include <beginnormal_vertex>',
      `vec3 objectNormal = normal;
      vec3 gaitPosition = gaitPose(position, objectNormal);
      vPaint = gaitPaint();
      vSkin = vec4(position.x / 0.72 + 0.5, position.y / 1.5, aPart.y < 0.5 ? aHead.w : -1.0, aPart.z);`,
    )
    .replace('#include <begin_vertex>', 'vec3 transformed = gaitPosition;');
  shader.fragmentShader = shader.fragmentShader
    .replace(
      '#include <common>',
      '#include <common>\nvarying vec4 vPaint;\nvarying vec4 vSkin;\nuniform sampler2DArray uSkins;',
    )
    .replace(
      '#include <color_fragment>',
      `vec3 worn = texture(uSkins, vec3(vSkin.xy, max(0.0, floor(vSkin.z + 0.5)))).rgb * vSkin.w;
      diffuseColor.rgb = (vSkin.z > -0.5 ? worn : vPaint.rgb) * (1.0 - vPaint.a);`,
    )
    .replace('#include <emissivemap_fragment>', 'totalEmissiveRadiance = vPaint.rgb * vPaint.a;');
}

/** Shines by itself in its own colour: as lanterns do at dawn. */
function patchBead(shader: WebGLProgramParametersWithUniforms): void {
  shader.fragmentShader = shader.fragmentShader.replace(
    '#include <emissivemap_fragment>',
    'totalEmissiveRadiance = vColor.rgb * 0.42;',
  );
}

function patchPaving(shader: WebGLProgramParametersWithUniforms): void {
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', '#include <common>\nattribute vec3 aPave;\nvarying vec3 vPave;')
    .replace('#include <begin_vertex>', '#include <begin_vertex>\nvPave = aPave;');
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', `#include <common>\nvarying vec3 vPave;\n${NOISE_GLSL}${PAVING_GLSL}`)
    .replace(
      '#include <color_fragment>',
      'vec3 ringGlow = vec3(0.0);\ndiffuseColor.rgb = paving(vPave, vWorld, ringGlow);',
    )
    .replace('#include <emissivemap_fragment>', 'totalEmissiveRadiance = ringGlow;');
}
