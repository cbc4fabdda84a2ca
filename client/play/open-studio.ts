/** The studio of this page: one for pictures in frames, sculptures and skins, loaded when the first work is asked for. */
import type { WorkStudio } from '#client/scene/works/studio.ts';

/** Opens it once; a load that failed is tried again at the next call. */
export class StudioOpener {
  #studio: Promise<WorkStudio> | null = null;

  open(): Promise<WorkStudio> {
    this.#studio ??= import('#client/scene/works/studio.ts').then(
      ({ WorkStudio }) => new WorkStudio(),
      (error: unknown) => {
        this.#studio = null;
        throw error;
      },
    );
    return this.#studio;
  }
}
