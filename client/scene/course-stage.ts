/** A course alone under the sky, for the creator's page: the caller adds its own gizmos to `scene`. */

import { PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import { Weather } from './atmosphere.ts';
import { CourseView } from './course-view.ts';
import { fitRenderer, openRenderer } from './open-renderer.ts';
import { QUALITIES, type QualityName } from './quality.ts';
import { buildSky } from './sky.ts';
import { StageLight } from './stage-light.ts';
import { type SharedUniforms, sharedUniforms, tellTime } from './styl.ts';
import { buildWater } from './water.ts';

/** What the creator's page holds. */
export type CourseStage = {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  readonly renderer: WebGLRenderer;
  readonly course: CourseView;
  readonly shared: SharedUniforms;
  /** Looks at a place (m) from `distance`; yaw 0 looks along −Z, a negative pitch looks down. */
  readonly setView: (target: readonly [number, number, number], yaw: number, pitch: number, distance: number) => void;
  readonly resize: () => void;
  readonly render: (timeSeconds: number) => void;
  readonly stats: () => { readonly calls: number; readonly triangles: number; readonly programs: number };
  readonly dispose: () => void;
};

/** Opens a stage on a canvas. @param options.sea height of the sea in m; `still`: whether what need not move stands */
export function createCourseStage(
  canvas: HTMLCanvasElement,
  options: { readonly quality: QualityName; readonly still: () => boolean; readonly sea?: number },
): CourseStage {
  const quality = QUALITIES[options.quality];
  const renderer = openRenderer(canvas, quality);
  renderer.shadowMap.enabled = quality.shadow > 0;
  const weather = new Weather();
  const shared = sharedUniforms(weather);
  const scene = new Scene();
  const camera = new PerspectiveCamera(55, 16 / 9, 0.12, 1600);
  camera.rotation.order = 'YXZ';
  const course = new CourseView(shared, quality.shadow > 0);
  const light = new StageLight(weather, quality.shadow);
  const sea = buildWater(shared, null, quality.fancy);
  sea.position.y = options.sea ?? -24;
  scene.add(buildSky(shared, quality.fancy), light.group, sea, course.group);
  const target = { x: 0, y: 0, z: 0 };
  const resize = () => {
    fitRenderer(renderer, camera, quality);
  };
  resize();
  return {
    scene,
    camera,
    renderer,
    course,
    shared,
    setView: ([x, y, z], yaw, pitch, distance) => {
      Object.assign(target, { x, y, z });
      const level = Math.cos(pitch) * distance;
      camera.position.set(x + Math.sin(yaw) * level, y - Math.sin(pitch) * distance, z + Math.cos(yaw) * level);
      camera.rotation.set(pitch, yaw, 0);
    },
    resize,
    render: (timeSeconds) => {
      tellTime(shared, timeSeconds, options.still());
      sea.position.setX(camera.position.x).setZ(camera.position.z);
      light.follow(target.x, target.y, target.z);
      renderer.info.reset();
      renderer.shadowMap.needsUpdate = true;
      renderer.render(scene, camera);
    },
    stats: () => ({
      calls: renderer.info.render.calls,
      triangles: renderer.info.render.triangles,
      programs: renderer.info.programs?.length ?? 0,
    }),
    dispose: () => {
      course.dispose();
      light.dispose();
      renderer.dispose();
    },
  };
}
