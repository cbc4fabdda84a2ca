/** Where works become visible: meshes grown in one worker, pictures painted in another, both kept for the next visit. */
import type { Mesh } from 'three';
import type { GrownMesh } from '#content/generators/generator.ts';
import { workId } from '#shared/base/content-ids.ts';
import { fromHex } from '#shared/base/hash.ts';
import type { GrowRequest, PaintRequest, Picture } from './messages.ts';
import { WorkCache } from './work-cache.ts';
import { workObject } from './work-mesh.ts';
import { WorkerLine } from './worker-line.ts';

/** The part of a work that says how it looks. */
export interface WorkToShow {
  readonly generator: string;
  readonly generatorVersion: number;
  /** Hexadecimal, without prefix. */
  readonly genome: string;
  readonly title?: string;
}

/** Ready to be placed: an object that stands on y = 0 and faces −Z, or pixels for a frame. */
export type ShownWork = { readonly kind: 'object'; readonly object: Mesh } | Picture;

type Made = GrownMesh | Picture;

/** Slow machines ask for fewer triangles a work; tests bring a cache of their own. */
interface StudioOptions {
  readonly triangles?: number;
  readonly cache?: WorkCache<Made>;
}

/** Triangles a work has on the screen unless the studio is told otherwise. */
const TRIANGLES = 4000;
/** Pixels a side of a framed picture. */
const PICTURE_SIZE = 256;

/** Starts its workers when they are first needed; nothing of the ONNX runtime is requested before a picture is. */
export class WorkStudio {
  readonly #growing = new WorkerLine<Omit<GrowRequest, 'id'>, GrownMesh | { readonly kind: 'to-paint' }>(
    () => new Worker(new URL('./grow-worker.ts', import.meta.url), { type: 'module' }),
  );
  readonly #painting = new WorkerLine<Omit<PaintRequest, 'id'>, Picture>(
    () => new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' }),
  );
  readonly #cache: WorkCache<Made>;
  readonly #triangles: number;

  constructor({ triangles = TRIANGLES, cache = new WorkCache<Made>() }: StudioOptions = {}) {
    this.#triangles = triangles;
    this.#cache = cache;
  }

  /** @throws DimensionError `genome.*`, `catalog.unknown`, `worker.broken` */
  async show(work: WorkToShow): Promise<ShownWork> {
    const made = await this.#make(work);
    return made.kind === 'mesh' ? { kind: 'object', object: workObject(made, work.title ?? work.generator) } : made;
  }

  /** The mesh of a genome with about `triangles` triangles, or 'to-paint' for a picture. */
  grow(
    generator: string,
    genome: string,
    triangles = this.#triangles,
  ): Promise<GrownMesh | { readonly kind: 'to-paint' }> {
    return this.#growing.ask({ generator, genome, triangles });
  }

  /** A picture of `size` pixels a side, rows from the top. */
  paint(generator: string, genome: string, size = PICTURE_SIZE): Promise<Picture> {
    return this.#painting.ask({ generator, genome, size });
  }

  /** Ends both workers; questions without an answer fail with `worker.broken`. */
  close(): void {
    this.#growing.close();
    this.#painting.close();
    void this.#cache.close();
  }

  async #make(work: WorkToShow): Promise<Made> {
    const key = `${workId(fromHex(work.genome))}:${work.generator}:${work.generatorVersion}:${this.#triangles}:${PICTURE_SIZE}`;
    const kept = await this.#cache.get(key, isMade);
    if (kept !== null) return kept;
    const grown = await this.grow(work.generator, work.genome);
    const made = grown.kind === 'mesh' ? grown : await this.paint(work.generator, work.genome);
    await this.#cache.put(key, made);
    return made;
  }
}

/** True for what a studio of this version keeps. */
export function isMade(value: unknown): value is Made {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'picture') return 'rgba' in value && value.rgba instanceof Uint8ClampedArray;
  return value.kind === 'mesh' && 'positions' in value && value.positions instanceof Float32Array;
}
