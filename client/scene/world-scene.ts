/** The world as the play page draws it: the island or a course, who is about, and the camera behind the player. */
import { type Object3D, PerspectiveCamera, Scene } from 'three';
import type { Scene as CourseScene } from '#shared/physics/scene.ts';
import { DAWN, type Mood, Weather } from './atmosphere.ts';
import type { BoardLine } from './board.ts';
import type { CourseRun } from './course-view.ts';
import type { Diorama, DioramaNeeds } from './diorama.ts';
import type { AvatarDraw, GhostPose } from './flock.ts';
import { FollowCamera, type View } from './follow-camera.ts';
import type { MapDraw } from './frontier-map.ts';
import type { GateDraw } from './gates.ts';
import type { Guide } from './guide.ts';
import { IslandScene } from './island-scene.ts';
import type { LandmarkDraw } from './landmarks.ts';
import { Painter, type WorldStats } from './painter.ts';
import { type Picked, pickSpot } from './pick.ts';
import type { Picture } from './picture.ts';
import { QUALITIES, type Quality, type QualityName } from './quality.ts';
import { Skins } from './skins.ts';
import { Slices } from './slices.ts';
import { type SharedUniforms, sharedUniforms } from './styl.ts';
import { Wanted } from './wanted.ts';
import type { AtelierDraw } from './workshops.ts';
import { WorldStage } from './world-stage.ts';

/** What is being built. */
export type BuildingStep = 'island' | 'sky' | 'shaders' | 'ready';

/** How a world is opened. */
export type WorldOptions = {
  readonly quality: QualityName;
  /** Decides everything that looks random; the same seed looks the same. */
  readonly seed?: number;
  /** Told how far the building is (0…1) and what is being built. */
  readonly onProgress?: (fraction: number, step: BuildingStep) => void;
};

const MAX_DT = 0.1;

/**
 * Opens the world on a canvas; settles when the first frame can be drawn. Trees and grass grow afterwards, see `grown`.
 * @throws Error from three when the browser gives no WebGL 2 context
 */
export async function createWorldScene(canvas: HTMLCanvasElement, options: WorldOptions): Promise<WorldScene> {
  const world = new WorldScene(canvas, options);
  await world.build();
  return world;
}

/** The world on a canvas. All places are metres, all angles radians, yaw 0 looks along −Z and grows to the left. */
export class WorldScene {
  readonly camera = new PerspectiveCamera(58, 16 / 9, 0.12, 1600);
  readonly #scene = new Scene();
  readonly #weather = new Weather();
  readonly #shared: SharedUniforms = sharedUniforms(this.#weather);
  readonly #options: WorldOptions;
  readonly #follow = new FollowCamera();
  readonly #wanted = new Wanted();
  readonly #skins = new Skins();
  readonly #painter: Painter;
  #quality: Quality;
  #stage: WorldStage | null = null;
  #slices = new Slices(10);
  #grown: Promise<void> = Promise.resolve();
  #restWanted = false;
  #moodKnown = false;
  #mood: Mood = DAWN;
  #flown: ((camera: PerspectiveCamera) => void) | null = null;
  #held = false;
  #seconds = 0;

  /** Use `createWorldScene`, which also builds. */
  constructor(canvas: HTMLCanvasElement, options: WorldOptions) {
    this.#options = options;
    this.#quality = QUALITIES[options.quality];
    this.camera.rotation.order = 'YXZ';
    this.#shared.uSkins.value = this.#skins.texture;
    this.#painter = new Painter(canvas, this.#quality, this.#scene, this.camera);
  }

  /** Builds or rebuilds everything for the present quality. */
  async build(): Promise<void> {
    const { onProgress, seed } = this.#options;
    const quality = this.#quality;
    this.#slices.cancel();
    const slices = new Slices(10);
    this.#slices = slices;
    onProgress?.(0.1, 'island');
    const island = await IslandScene.build(this.#shared, quality, slices);
    if (slices.cancelled) return island.dispose();
    onProgress?.(0.6, 'sky');
    const stage = new WorldStage(
      { shared: this.#shared, weather: this.#weather, skins: this.#skins },
      quality,
      island,
      seed ?? 1,
    );
    this.#stage?.dispose(this.#scene);
    this.#stage = stage;
    this.#scene.add(stage.group);
    this.#wanted.showOn(stage);
    onProgress?.(0.75, 'shaders');
    await this.#painter.use(quality);
    await this.#painter.compile();
    onProgress?.(1, 'ready');
    if (this.#restWanted) void stage.loadRest();
    this.#grown = island.grow(slices);
  }

  /** Settles when trees and grass stand. */
  get grown(): Promise<void> {
    return this.#grown;
  }

  /** Loads what neither the first picture nor the first step needs, so that courses and confetti begin at once. */
  loadRest(): void {
    this.#restWanted = true;
    void this.#stage?.loadRest();
  }

  /** Makes ready for people while nobody walks yet: the plain tier has compiled nothing but its first picture. */
  warm(): void {
    const { avatars, labels } = this.#stage ?? {};
    for (const part of [avatars?.group, labels]) if (part !== undefined) this.#painter.warm(part);
  }

  /** How the player looks around: change its numbers at will. */
  get view(): View {
    return this.#follow.view;
  }

  /** Everybody to draw, once a frame; the list and its members may be reused by the caller. */
  setAvatars(list: readonly AvatarDraw[]): void {
    this.#wanted.people = list;
    this.#stage?.avatars.set(list);
  }

  /** Whether a work's picture is there to be worn. */
  hasSkin(work: string): boolean {
    return this.#skins.of(work) !== null;
  }

  /** Lends a work's picture to those who wear it. */
  setSkin(work: string, picture: Picture): void {
    this.#skins.set(work, picture);
  }

  /** Somebody speaks: it stands over their head for a while, and those who are near look at them. */
  say(id: string, text: string): void {
    this.#stage?.avatars.say(id, text);
  }

  /** The translucent runners of a recorded attempt, at most four, or none. */
  setGhosts(poses: readonly GhostPose[]): void {
    this.#stage?.avatars.setGhosts(poses);
  }

  /** Which gates are open; all others stand dark. */
  setGates(list: readonly GateDraw[]): void {
    this.#wanted.gates = list;
    this.#stage?.island.gates.set(list);
  }

  /** What the map over the dais says and shows. */
  setMap(map: MapDraw): void {
    this.#wanted.map = map;
    this.#stage?.island.map.set(map);
  }

  /** What each family's landmark on the frontier says; a family without a line stands dormant. */
  setLandmarks(list: readonly LandmarkDraw[]): void {
    this.#wanted.landmarks = list;
    this.#stage?.island.showLandmarks(list);
  }

  /** What the signs of the ateliers say. */
  setAteliers(list: readonly AtelierDraw[]): void {
    this.#wanted.ateliers = list;
    this.#stage?.island.showAteliers(list);
  }

  /** The lights along the way to a place, and its name over it; null takes them away. */
  setGuide(guide: Guide | null): void {
    this.#wanted.guide = guide;
    this.#stage?.setGuide(guide);
  }

  /** Hangs a picture in a frame (`FRAME_SPOTS`), or takes it down with null. */
  setFrame(spotIndex: number, picture: Picture | null, title: string): void {
    if (picture === null) this.#wanted.frames.delete(spotIndex);
    else this.#wanted.frames.set(spotIndex, { picture, title });
    this.#stage?.island.gallery.hang(spotIndex, picture, title);
  }

  /** Sets a work on a pedestal (`PEDESTAL_SPOTS`): it stands on y 0 and is about a metre high; null takes it away. */
  setPedestal(spotIndex: number, work: Object3D | null, title: string): void {
    if (work === null) this.#wanted.works.delete(spotIndex);
    else this.#wanted.works.set(spotIndex, { work, title });
    this.#stage?.island.place(spotIndex, work);
  }

  /** How the sky looks from now on; the first one at once, later ones glide over. */
  setMood(mood: Mood, atOnce = false): void {
    this.#mood = mood;
    this.#weather.set(mood, atOnce || !this.#moodKnown);
    this.#moodKnown = true;
  }

  /** What the board says: a title and up to six lines; without any, what stands there instead. */
  setBoard(title: string, lines: readonly BoardLine[], instead: string): void {
    this.#wanted.board = { title, lines, instead };
    this.#stage?.island.board.show(title, lines, instead);
  }

  /** Leaves the island for a course; all coordinates are the course's own from now on. */
  enterCourse(scene: CourseScene): void {
    this.#wanted.course = scene;
    this.#stage?.showCourse(scene);
  }

  /** Back to the island. */
  leaveCourse(): void {
    this.#wanted.course = null;
    this.setGhosts([]);
    this.#stage?.showCourse(null);
  }

  /** What a diorama is built with. */
  get dioramaNeeds(): DioramaNeeds {
    return { shared: this.#shared, shadows: this.#quality.shadow > 0, fancy: this.#quality.fancy };
  }

  /** Shows a diorama in the island's place; null brings the island back. */
  showDiorama(diorama: Diorama | null): void {
    this.#wanted.diorama = diorama;
    this.#stage?.showDiorama(diorama);
  }

  /** Poses the moving pieces of the course from a run (a `Run` of shared/physics as it is). */
  setCoursePoses(run: CourseRun): void {
    this.#stage?.pose(run);
  }

  /** How wide the view is, degrees from bottom to top. */
  setFieldOfView(degrees: number): void {
    this.camera.fov = degrees;
    this.camera.updateProjectionMatrix();
  }

  /** Where the player's soles are: the camera keeps behind them. */
  follow(x: number, y: number, z: number): void {
    this.#held = false;
    this.#follow.follow(x, y, z);
  }

  /** Holds the camera at a place, looking at another, until `follow` is called again. */
  holdCamera(eye: readonly [number, number, number], target: readonly [number, number, number]): void {
    this.#held = true;
    this.camera.position.set(...eye);
    this.camera.lookAt(...target);
  }

  /** Lets somebody else place the camera every frame, until null gives it back. */
  flyCamera(place: ((camera: PerspectiveCamera) => void) | null): void {
    this.#flown = place;
  }

  /** Whether names and labels stand in the picture. */
  setNames(shown: boolean): void {
    this.#wanted.names = shown;
    this.#stage?.setNames(shown);
  }

  /** Shows another sky than the one that was set; null shows that one again. */
  pretendMood(mood: Mood | null): void {
    this.#weather.set(mood ?? this.#mood, true);
  }

  /** The picture of this moment as a file; null when it cannot be drawn. */
  capture(): Promise<Blob | null> {
    if (this.#stage === null || this.#painter.lost) return Promise.resolve(null);
    return this.#painter.capture();
  }

  /** The id of the open gate in which a body at (x, z) stands, or null. */
  gateAt(x: number, z: number): string | null {
    return this.#wanted.onIsland ? (this.#stage?.island.gates.reached(x, z) ?? null) : null;
  }

  /** What is pointed at: (−1…1, −1…1) from the lower left. Only on the island. */
  pick(ndcX: number, ndcY: number): Picked | null {
    if (!this.#wanted.onIsland) return null;
    const others = this.#wanted.people.filter(({ isSelf }) => !isSelf);
    const picked = pickSpot(this.camera, ndcX, ndcY, others);
    if (picked?.kind !== 'gate') return picked;
    const gate = this.#stage?.island.gates.at(picked.spotIndex) ?? null;
    return gate === null ? null : { ...picked, id: gate.id };
  }

  /** Whether what need not move stands still: confetti, rain, what turns on pedestals. */
  setStill(still: boolean): void {
    this.#wanted.still = still;
    this.#stage?.setStill(still);
  }

  /** Makes a gate shine and throws confetti there: something was settled. */
  pulse(gateId: string): void {
    const at = this.#stage?.island.gates.pulse(gateId) ?? null;
    if (at !== null) this.celebrate(at.x, at.y, at.z);
  }

  /** Throws confetti at a place. */
  celebrate(x: number, y: number, z: number): void {
    this.#stage?.celebrate(x, y, z, this.#seconds);
  }

  /** Changes the tier: everything is built anew while the old world stays in view. */
  async setQuality(name: QualityName): Promise<void> {
    if (name === this.#quality.name) return;
    this.#quality = QUALITIES[name];
    await this.build();
  }

  /** The present tier. */
  get quality(): QualityName {
    return this.#quality.name;
  }

  /** Fits the drawing to the canvas; call it when the canvas changes its size. */
  resize(): void {
    this.#painter.resize();
  }

  /** Draws a frame. All motion comes from these two numbers: the same numbers give the same picture. */
  render(timeSeconds: number, dtSeconds: number): void {
    const stage = this.#stage;
    if (stage === null || this.#painter.lost) return;
    const dt = Math.min(MAX_DT, Math.max(0, dtSeconds));
    this.#seconds = timeSeconds;
    this.#shared.uTime.value = timeSeconds;
    this.#weather.frame(dt);
    if (this.#flown !== null) this.#flown(this.camera);
    else if (!this.#held) {
      this.#follow.place(this.camera, dt, (x, y, z) => stage.blocked(x, y, z));
      stage.avatars.hideSelf = this.#follow.near;
    }
    stage.frame(timeSeconds, dt, this.camera);
    this.#painter.draw(dt);
  }

  /** True while the browser has taken the picture away; it is drawn again by itself when it comes back. */
  get isLost(): boolean {
    return this.#painter.lost;
  }

  /** What the last frame cost. */
  stats(): WorldStats {
    return this.#painter.stats();
  }

  /** Gives everything back; the scene is not used afterwards. */
  dispose(): void {
    this.#slices.cancel();
    this.#stage?.dispose(this.#scene);
    this.#stage = null;
    this.#painter.dispose();
  }
}
