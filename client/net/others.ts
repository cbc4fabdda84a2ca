/** Everybody else in the room, people and automata: what the server says of them, and where they are shown. */
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { RemoteTrack } from '#shared/motion/remote-track.ts';
import { ServerTime } from '#shared/motion/server-time.ts';
import type { WorldState } from '#shared/protocol/world-state.ts';
import { type AvatarPose, avatarPose, strollerOf } from './avatar-pose.ts';

type Avatars = WorldState['avatars'];

/** Holds one track an avatar. */
export class Others {
  readonly #time = new ServerTime();
  readonly #tracks = new Map<string, RemoteTrack>();

  /** Another room has another clock and other people. */
  reset(): void {
    this.#tracks.clear();
    this.#time.reset();
  }

  /** A patch stamped `serverMs` arrived at `nowMs`; `self` is the own session. */
  heard(avatars: Avatars, self: string, serverMs: number, nowMs: number): void {
    this.#time.sample(serverMs, nowMs);
    for (const [session, avatar] of avatars) {
      if (session === self) continue;
      const track = this.#tracks.get(session) ?? new RemoteTrack(ISLAND_GROUND);
      this.#tracks.set(session, track);
      track.add(serverMs, strollerOf(avatar));
    }
    for (const session of [...this.#tracks.keys()]) if (!avatars.has(session)) this.#tracks.delete(session);
  }

  /** Where to draw each of them at `nowMs`. */
  shown(avatars: Avatars, self: string, nowMs: number): AvatarPose[] {
    const atMs = this.#time.at(nowMs);
    const poses: AvatarPose[] = [];
    for (const [session, avatar] of avatars)
      if (session !== self) poses.push(avatarPose(session, avatar, this.#tracks.get(session)?.at(atMs) ?? avatar));
    return poses;
  }
}
