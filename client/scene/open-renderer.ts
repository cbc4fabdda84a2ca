/** The WebGL renderer as every stage of ours wants it. */
import { NeutralToneMapping, PCFShadowMap, type PerspectiveCamera, WebGLRenderer } from 'three';
import type { Quality } from './quality.ts';

/** Opens a renderer on a canvas. Counting is reset by the stage, so that shadows and passes are counted too. */
export function openRenderer(canvas: HTMLCanvasElement, quality: Quality): WebGLRenderer {
  const renderer = new WebGLRenderer({
    canvas,
    antialias: quality.antialias,
    powerPreference: 'high-performance',
    preserveDrawingBuffer: quality.name === 'test',
  });
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = 1;
  renderer.shadowMap.type = PCFShadowMap;
  renderer.shadowMap.autoUpdate = false;
  renderer.info.autoReset = false;
  // Asking whether a shader was accepted waits until it is; a browser says of itself when a draw found none.
  renderer.debug.checkShaderErrors = false;
  return renderer;
}

/** Size of the drawing in CSS pixels and device pixels per CSS pixel, as the tier caps them. */
export type Sizing = { readonly width: number; readonly height: number; readonly dpr: number };

/** Fits drawing buffer and camera to the canvas and the tier; returns what was set. */
export function fitRenderer(renderer: WebGLRenderer, camera: PerspectiveCamera, quality: Quality): Sizing {
  const canvas = renderer.domElement;
  const [width, height] = quality.fixedSize ?? [Math.max(1, canvas.clientWidth), Math.max(1, canvas.clientHeight)];
  const dpr = Math.min(quality.dpr, window.devicePixelRatio || 1);
  renderer.setPixelRatio(dpr);
  renderer.setSize(width, height, false);
  const shown =
    quality.fixedSize === undefined
      ? width / height
      : Math.max(1, canvas.clientWidth) / Math.max(1, canvas.clientHeight);
  camera.aspect = shown;
  camera.updateProjectionMatrix();
  return { width, height, dpr };
}

/** The name of what draws, as the browser gives it away. */
export function rendererName(renderer: WebGLRenderer): string {
  const gl = renderer.getContext();
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(extension === null ? gl.RENDERER : extension.UNMASKED_RENDERER_WEBGL));
}
