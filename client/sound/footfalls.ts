/** Hears when a foot comes down: the same walk that the picture shows, counted for those who are near. */
import type { AvatarDraw } from '#client/scene/flock.ts';
import { strideTurn } from '#client/scene/stance.ts';
import type { Ear } from './mixer.ts';

/** Steps farther away than this are not heard, m. */
const HEARD = 18;
/** Slower than this nobody takes steps, m/s. */
const STANDS = 0.3;
/** Of a crowd only so many are heard, the nearest first. */
const MOST = 8;

/** What was heard in a frame. */
export type Footfall = { readonly kind: 'step' | 'leap' | 'land'; readonly who: AvatarDraw; readonly weight: number };

type Walk = { phase: number; air: boolean; seen: number };

/** Follows everybody's feet from frame to frame. */
export class Footfalls {
  readonly #walks = new Map<string, Walk>();
  readonly #near: { readonly who: AvatarDraw; readonly away: number }[] = [];
  #frame = 0;

  /** What was heard of `bodies` in the last `dt` seconds by who stands at `ear`. */
  frame(bodies: readonly AvatarDraw[], ear: Ear, dt: number): readonly Footfall[] {
    this.#frame++;
    this.#near.length = 0;
    for (const who of bodies) {
      const away = Math.hypot(who.x - ear.x, who.y - ear.y, who.z - ear.z);
      if (away < HEARD) this.#near.push({ who, away });
    }
    this.#near.sort((a, b) => a.away - b.away);
    const heard: Footfall[] = [];
    for (const { who } of this.#near.slice(0, MOST)) this.#follow(who, dt, heard);
    for (const [id, walk] of this.#walks) if (this.#frame - walk.seen > 60) this.#walks.delete(id);
    return heard;
  }

  #follow(who: AvatarDraw, dt: number, heard: Footfall[]): void {
    const air = Number(who.air) > 0.5;
    const walk = this.#walks.get(who.id) ?? { phase: 0, air, seen: 0 };
    this.#walks.set(who.id, walk);
    walk.seen = this.#frame;
    if (air !== walk.air) heard.push(air ? { kind: 'leap', who, weight: 1 } : { kind: 'land', who, weight: 1 });
    walk.air = air;
    if (air || who.swims || who.speed < STANDS) return;
    const before = Math.floor(walk.phase / Math.PI);
    walk.phase += strideTurn(who.speed) * dt;
    if (Math.floor(walk.phase / Math.PI) > before)
      heard.push({ kind: 'step', who, weight: Math.min(1, who.speed / 7) });
    if (walk.phase > 1_000 * Math.PI) walk.phase -= 1_000 * Math.PI;
  }
}
