/** What moves the visitor while no hand of their own does: after somebody, or along the way to a place. */
import { t } from '#client/i18n/translate.ts';
import { PlaceList } from '#client/wayfinding/list-places.ts';
import type { Place } from '#client/wayfinding/place.ts';
import { Wayfinder } from '#client/wayfinding/wayfinder.ts';
import type { Point } from '#content/world/ways.ts';
import { IDLE } from '#shared/physics/input.ts';
import { Following } from './following.ts';
import type { Game } from './game.ts';

type Needs = Pick<Game, 'hud' | 'client' | 'scene' | 'view' | 'bodies' | 'news' | 'gate'>;

/** One of both at a time. */
export class Autopilot {
  readonly #game: Needs;
  readonly #following = new Following();
  readonly #places = new PlaceList();
  readonly #wayfinder: Wayfinder;

  constructor(game: Needs) {
    this.#game = game;
    this.#wayfinder = new Wayfinder({
      state: game.hud.way,
      places: () => this.places(),
      show: (guide) => game.scene.island.setGuide(guide),
      ended: (place, arrived) => this.#ended(place, arrived),
    });
  }

  /** Walks after somebody until a key is pressed, or stands still with null. */
  follow(session: string | null): void {
    this.#wayfinder.halt();
    if (session === null) this.#following.stop();
    else this.#following.start(session);
    this.#game.hud.followed.value = this.#following.whom;
  }

  /** Shows the way to a place, or none. */
  track(place: Place | null): void {
    this.#wayfinder.track(place);
  }

  /** Walks to a place until a key is pressed. */
  walkTo(place: Place): void {
    const self = this.#game.client.self();
    if (self === null) return;
    this.follow(null);
    this.#wayfinder.walkTo(place, self);
  }

  /** Stands still. */
  halt(): void {
    this.follow(null);
  }

  /** Every place there is just now. */
  places(): readonly Place[] {
    const { client, view } = this.#game;
    const others = [...client.state.avatars.entries()].filter(([session]) => session !== client.session);
    return this.#places.read(
      view.gates,
      others.map(([session, { name, machine, x, z }]) => ({ session, name, machine, x, z })),
    );
  }

  /** The byte of this step: of the visitor's own hands, which end every walk, else of the walk under way. */
  byte(own: number, nowMs: number): number {
    const { hud, client, bodies } = this.#game;
    const { whom } = this.#following;
    if (whom === null && !hud.way.walking.value) return own;
    const self = client.self();
    if (own !== IDLE || self === null) {
      this.halt();
      return own;
    }
    if (whom === null) return this.#wayfinder.byte(self, nowMs) ?? own;
    const byte = this.#following.byte(self, bodies.drawn.find(({ id }) => id === whom) ?? null);
    if (byte === null) this.follow(null);
    return byte ?? own;
  }

  /** At most ten times a second, on the island. */
  show(self: Point, nowMs: number): void {
    const { hud, scene } = this.#game;
    this.#wayfinder.show(self, scene.camera.view.yaw, nowMs);
    if (hud.panel.value === 'map' || hud.panel.value === 'quests') this.list();
  }

  /** Says what there is to the panels that list it. */
  list(): void {
    const { hud, client, scene } = this.#game;
    const self = client.self();
    if (self === null) return;
    hud.way.places.value = this.places();
    hud.way.self.value = { x: self.x, z: self.z, yaw: scene.camera.view.yaw };
  }

  #ended({ name, challenge }: Place, arrived: boolean): void {
    const { hud, news } = this.#game;
    if (!arrived) news.toast('problem', t('way.stuck', { name }));
    else if (challenge === null) this.track(null);
    else if (hud.panel.value === null) void this.#game.gate.open(challenge);
  }
}
