/** The works that people wear: each is grown once and cut into a skin, one after another. */
import type { WorldClient } from '#client/net/world-client.ts';
import type { Picture } from '#client/scene/picture.ts';
import type { Skins } from '#client/scene/skins.ts';
import { skinOfMesh } from '#client/scene/works/mesh-skin.ts';
import type { StudioOpener } from './open-studio.ts';

/** A work that did not grow is tried again after this, ms. */
const AGAIN_MS = 30_000;

/** Keeps the skins of everybody in the room at hand. */
export class Wardrobe {
  readonly #skins: Skins;
  readonly #client: WorldClient;
  readonly #studio: StudioOpener;
  /** Works whose skin is being cut, and those that could not be: they are not asked for again before then, ms. */
  readonly #waits = new Map<string, number>();
  #cutting: Promise<void> = Promise.resolve();

  constructor(skins: Skins, client: WorldClient, studio: StudioOpener) {
    this.#skins = skins;
    this.#client = client;
    this.#studio = studio;
  }

  /** After the room's state changed. Settles when every skin that is worn was cut. */
  refresh(): Promise<void> {
    for (const { skin } of this.#client.state.avatars.values()) {
      if (skin === '' || this.#skins.of(skin) !== null || performance.now() < (this.#waits.get(skin) ?? 0)) continue;
      this.#waits.set(skin, Number.POSITIVE_INFINITY);
      this.#cutting = this.#cutting.then(() => this.#cut(skin));
    }
    return this.#cutting;
  }

  /** What a work looks like when it is worn; null for one that does not stand here or does not grow. */
  async picture(id: string): Promise<Picture | null> {
    const work = this.#client.state.works.get(id);
    if (work === undefined) return null;
    const { generator, generatorVersion, genome } = work;
    try {
      const shown = await (await this.#studio.open()).show({ generator, generatorVersion, genome });
      return shown.kind === 'picture' ? shown : skinOfMesh(shown.object.geometry);
    } catch (error) {
      // Who wears what does not grow here is seen in their own colours.
      console.warn(`The work ${id} (${generator}) could not be worn.`, error);
      return null;
    }
  }

  async #cut(id: string): Promise<void> {
    const picture = await this.picture(id);
    if (picture !== null) this.#skins.set(id, picture);
    this.#waits.set(id, performance.now() + AGAIN_MS);
  }
}
