/** Those who run in a film, as they are drawn: solid under their names, or pale beside others. */
import type { Avatars } from '#client/scene/avatars.ts';
import type { AvatarDraw, GhostPose } from '#client/scene/flock.ts';
import type { Labels } from '#client/scene/labels.ts';
import type { Film } from './film.ts';

/** Who they are. */
export interface CastNames {
  /** One for each start. */
  readonly names: readonly string[];
  readonly isMachine: boolean;
  /** Any whole number: the same number gives the same colours. */
  readonly look: number;
}

/** Height of a name tag over the soles, and of its letters, m. */
const TAG = { over: 2.05, high: 0.3 } as const;
const PALE = '#c9c2ee';

/** One film's characters on a stage. */
export class Cast {
  readonly film: Film;
  readonly avatars: Avatars;
  readonly #draws: AvatarDraw[];

  /** @param avatars what draws them; casts after one another may share it */
  constructor(film: Film, who: CastNames, avatars: Avatars) {
    this.film = film;
    this.avatars = avatars;
    this.#draws = film.scene.starts.map((_, index) => ({
      id: `${who.look} ${index}`,
      name: who.names[index] ?? who.names[0] ?? '',
      look: who.look + index,
      x: 0,
      y: 0,
      z: 0,
      yaw: 0,
      speed: 0,
      air: 0,
      gesture: 'none',
      swims: false,
      head: null,
      skin: '',
      isSelf: false,
      isMachine: who.isMachine,
    }));
  }

  /** What the tag over a head says. */
  nameOf(index: number): string {
    return this.#draws[index]?.name ?? '';
  }

  /** Puts everybody where the film is. @param moves false while it stands still: then nobody's feet go on */
  pose(fraction: number, moves: boolean): void {
    for (const [index, draw] of this.#draws.entries()) {
      const { x, y, z, yaw, speed, grounded } = this.film.runner.pose(fraction, index);
      Object.assign(draw, { x, y, z, yaw, speed: moves ? speed : 0, air: grounded ? 0 : 1 });
    }
    this.avatars.set(this.#draws);
  }

  /** Where somebody's soles are. */
  at(index: number): Readonly<AvatarDraw> | undefined {
    return this.#draws[index];
  }

  /** For another cast to show them pale. */
  ghosts(): readonly GhostPose[] {
    return this.#draws;
  }

  /** The names of those who are shown pale. */
  tag(labels: Labels): void {
    for (const { id, name, x, y, z } of this.#draws)
      labels.place(`pale ${id}`, { dot: PALE, text: name }, x, y + TAG.over, z, TAG.high, 0.9);
  }
}
