/** The camera of the world and who places it: it follows the player, is held at a place, or somebody else flies it. */
import { PerspectiveCamera } from 'three';
import { type Blocked, FollowCamera, type View } from './follow-camera.ts';

/** One camera; who flies it goes before where it is held, and that before whom it follows. */
export class WorldCamera {
  readonly eye = new PerspectiveCamera(58, 16 / 9, 0.12, 1600);
  readonly #follow = new FollowCamera();
  #flown: ((eye: PerspectiveCamera) => void) | null = null;
  #held = false;

  constructor() {
    this.eye.rotation.order = 'YXZ';
  }

  /** How the player looks around: change its numbers at will. */
  get view(): View {
    return this.#follow.view;
  }

  /** True while it comes behind the player. */
  get isFollowing(): boolean {
    return this.#flown === null && !this.#held;
  }

  /** True when the eye is so near that one's own body would be in the way. */
  get isNear(): boolean {
    return this.#follow.near;
  }

  /** How wide the view is, degrees from bottom to top. */
  setFieldOfView(degrees: number): void {
    this.eye.fov = degrees;
    this.eye.updateProjectionMatrix();
  }

  /** Where the player's soles are: the camera keeps behind them. */
  follow(x: number, y: number, z: number): void {
    this.#held = false;
    this.#follow.follow(x, y, z);
  }

  /** Stays at a place, looking at another, until `follow` is called again. */
  hold(place: readonly [number, number, number], target: readonly [number, number, number]): void {
    this.#held = true;
    this.eye.position.set(...place);
    this.eye.lookAt(...target);
  }

  /** Lets somebody else place the eye every frame, until null gives it back. */
  fly(place: ((eye: PerspectiveCamera) => void) | null): void {
    this.#flown = place;
  }

  /** Once a frame. @param blocked where the eye may not be */
  frame(dt: number, blocked: Blocked): void {
    if (this.#flown !== null) this.#flown(this.eye);
    else if (!this.#held) this.#follow.place(this.eye, dt, blocked);
  }
}
