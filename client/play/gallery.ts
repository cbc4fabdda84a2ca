/** Hangs pictures and stands sculptures where the room says works are; each is grown once, one after another. */
import type { WorldClient } from '#client/net/world-client.ts';
import type { OnIsland } from '#client/scene/on-island.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { StudioOpener } from './open-studio.ts';

/** A work whose worker or code did not come is tried again after this, ms. */
const AGAIN_MS = 10_000;

interface Standing {
  readonly id: string;
  readonly generator: string;
  readonly generatorVersion: number;
  readonly genome: string;
  readonly title: string;
  readonly kind: 'frame' | 'pedestal';
  readonly spot: number;
}

/** Keeps the works of the room on their spots. */
export class Gallery {
  readonly #island: OnIsland;
  readonly #client: WorldClient;
  /** Work id by kind and spot, as shown. */
  readonly #shown = new Map<string, string>();
  #growing: Promise<void> = Promise.resolve();
  readonly #studio: StudioOpener;

  constructor(island: OnIsland, client: WorldClient, studio: StudioOpener) {
    this.#island = island;
    this.#client = client;
    this.#studio = studio;
  }

  /** After the room's state changed. Settles when every work that it named stands. */
  refresh(): Promise<void> {
    const wanted = new Map<string, Standing>();
    for (const work of this.#client.state.works.values()) {
      const kind = work.spotKind === 'frame' ? 'frame' : 'pedestal';
      const { id, generator, generatorVersion, genome, title, maker, spot } = work;
      wanted.set(`${kind} ${spot}`, {
        id,
        generator,
        generatorVersion,
        genome,
        title: `${title} · ${maker}`,
        kind,
        spot,
      });
    }
    for (const place of [...this.#shown.keys()]) if (!wanted.has(place)) this.#clear(place);
    for (const [place, work] of wanted) {
      if (this.#shown.get(place) === work.id) continue;
      this.#shown.set(place, work.id);
      this.#growing = this.#growing.then(() => this.#stand(place, work));
    }
    return this.#growing;
  }

  async #stand(place: string, work: Standing): Promise<void> {
    const { id, generator, generatorVersion, genome, title, kind, spot } = work;
    try {
      const grown = await (await this.#studio.open()).show({ generator, generatorVersion, genome });
      if (this.#shown.get(place) !== id) return;
      if (grown.kind === 'picture' && kind === 'frame') this.#island.setFrame(spot, grown, title);
      if (grown.kind === 'object' && kind === 'pedestal') this.#island.setPedestal(spot, grown.object);
    } catch (error) {
      // One work that does not grow here leaves its place empty; the island goes on.
      console.warn(`The work ${id} (${generator}) did not grow.`, error);
      if (isDimensionError(error) && error.code !== 'worker.broken') return;
      // Not the work but the line was at fault: the next change after a while tries again.
      setTimeout(() => {
        if (this.#shown.get(place) === id) this.#shown.delete(place);
      }, AGAIN_MS);
    }
  }

  #clear(place: string): void {
    this.#shown.delete(place);
    const [kind, spot] = place.split(' ');
    if (kind === 'frame') this.#island.setFrame(Number(spot), null, '');
    else this.#island.setPedestal(Number(spot), null);
  }
}
