/** What is done to the finished picture at medium and above: bloom, tone mapping, grade. Loaded only when wanted. */
import { type Camera, HalfFloatType, type Scene, Vector2, type WebGLRenderer, WebGLRenderTarget } from 'three';
import { EffectComposer } from 'three/addons/postprocessing/EffectComposer.js';
import { OutputPass } from 'three/addons/postprocessing/OutputPass.js';
import { RenderPass } from 'three/addons/postprocessing/RenderPass.js';
import { ShaderPass } from 'three/addons/postprocessing/ShaderPass.js';
import { UnrealBloomPass } from 'three/addons/postprocessing/UnrealBloomPass.js';

/** Draws a scene through the passes. */
export type Post = {
  /** What the scene is drawn into. */
  readonly target: WebGLRenderTarget;
  readonly render: (dt: number) => void;
  /** Size in CSS pixels and device pixels per CSS pixel. */
  readonly resize: (width: number, height: number, dpr: number) => void;
  readonly dispose: () => void;
};

/** Builds the passes for a scene; only what shines brighter than white blooms. */
export function buildPost(renderer: WebGLRenderer, scene: Scene, camera: Camera, samples: number): Post {
  const size = renderer.getDrawingBufferSize(new Vector2());
  const target = new WebGLRenderTarget(size.x, size.y, { type: HalfFloatType, samples });
  const composer = new EffectComposer(renderer, target);
  const bloom = new UnrealBloomPass(size.clone().multiplyScalar(0.5), 0.38, 0.55, 1.0);
  composer.addPass(new RenderPass(scene, camera));
  composer.addPass(bloom);
  composer.addPass(new OutputPass());
  composer.addPass(new ShaderPass(GRADE));
  return {
    target,
    render: (dt) => composer.render(dt),
    resize: (width, height, dpr) => {
      composer.setPixelRatio(dpr);
      composer.setSize(width, height);
    },
    dispose: () => {
      for (const pass of composer.passes) pass.dispose();
      composer.dispose();
    },
  };
}

/** A little more colour, a soft S-curve, violet in the shadows, darker corners. */
const GRADE = {
  name: 'Grade',
  uniforms: { tDiffuse: { value: null } },
  vertexShader: /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`,
  fragmentShader: /* glsl */ `
uniform sampler2D tDiffuse;
varying vec2 vUv;
void main() {
  vec3 c = texture2D(tDiffuse, vUv).rgb;
  float grey = dot(c, vec3(0.299, 0.587, 0.114));
  c = mix(vec3(grey), c, 1.08);
  c = mix(c, c * c * (3.0 - 2.0 * c), 0.22);
  c += vec3(0.018, 0.008, 0.038) * (1.0 - smoothstep(0.0, 0.45, grey));
  vec2 off = (vUv - 0.5) * vec2(1.15, 1.0);
  c *= mix(1.0, 0.84, smoothstep(0.18, 0.62, dot(off, off) * 1.35));
  gl_FragColor = vec4(clamp(c, 0.0, 1.0), 1.0);
}`,
};
