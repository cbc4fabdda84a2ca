/** The island as one group: land, sea, paving, props, gates, pictures, board, Core; plants grow after the first frame. */
import { Group, Mesh, type Object3D } from 'three';
import { PEDESTAL_SPOTS, PLAZA_HEIGHT } from '#content/world/island.ts';
import { Board } from './board.ts';
import { buildCore } from './core.ts';
import { FrontierMap } from './frontier-map.ts';
import { Gallery } from './gallery.ts';
import { Gates } from './gates.ts';
import { type LandGrid, sampleLand } from './land-grid.ts';
import type { LandmarkDraw, Landmarks } from './landmarks.ts';
import { buildPaving } from './paving.ts';
import { buildProps, PEDESTAL_TOP } from './props.ts';
import type { Quality } from './quality.ts';
import type { Slices } from './slices.ts';
import { type SharedUniforms, surface } from './styl.ts';
import { buildLand } from './terrain-mesh.ts';
import { buildWater } from './water.ts';
import type { AtelierDraw, Workshops } from './workshops.ts';

/** The parts of the island that change while it is shown. */
export class IslandScene {
  readonly group = new Group();
  readonly gates: Gates;
  readonly map: FrontierMap;
  readonly gallery: Gallery;
  readonly board: Board;
  #landmarks: Landmarks | null = null;
  #landmarkLines: readonly LandmarkDraw[] = [];
  #workshops: Workshops | null = null;
  #atelierLines: readonly AtelierDraw[] = [];
  #disposed = false;
  readonly #shared: SharedUniforms;
  readonly #quality: Quality;
  readonly #grid: LandGrid;
  readonly #core: { readonly group: Group; readonly turn: (seconds: number) => void };
  readonly #material;
  readonly #works: (Object3D | null)[] = PEDESTAL_SPOTS.map(() => null);

  private constructor(shared: SharedUniforms, quality: Quality, grid: LandGrid) {
    this.#shared = shared;
    this.#quality = quality;
    this.#grid = grid;
    this.#material = surface(shared, 'work');
    this.gates = new Gates(shared, quality.postSamples > 0 ? 0.85 : 0.38);
    this.map = new FrontierMap(shared);
    this.gallery = new Gallery(shared);
    this.board = new Board(shared);
    this.#core = buildCore(shared, quality.fancy);
    this.gates.beams.visible = quality.fancy;
    this.board.mesh.visible = quality.fancy;
  }

  /** Builds everything but the plants, yielding between slices. */
  static async build(shared: SharedUniforms, quality: Quality, slices: Slices): Promise<IslandScene> {
    const grid = await sampleLand(quality.landQuads, slices);
    const island = new IslandScene(shared, quality, grid);
    const shadows = quality.shadow > 0;
    const land = new Mesh(await buildLand(grid, slices), surface(shared, 'plain'));
    land.receiveShadow = shadows;
    island.group.add(
      land,
      buildWater(shared, grid, quality.fancy),
      buildPaving(shared, quality.fancy),
      buildProps(shared, shadows),
    );
    await slices.breathe();
    island.group.add(island.gates.group, island.map.group, island.gallery.group, island.board.mesh, island.#core.group);
    return island;
  }

  /** The families' landmarks, once they have grown. */
  get landmarks(): Landmarks | null {
    return this.#landmarks;
  }

  /** What the landmarks say from now on. */
  showLandmarks(list: readonly LandmarkDraw[]): void {
    this.#landmarkLines = list;
    this.#landmarks?.set(list);
  }

  /** The workshops, once they have grown. */
  get workshops(): Workshops | null {
    return this.#workshops;
  }

  /** What the signs of the ateliers say from now on. */
  showAteliers(list: readonly AtelierDraw[]): void {
    this.#atelierLines = list;
    this.#workshops?.set(list);
  }

  /** Lets what is built on the other islands, then trees, rocks and grass grow into the group, slice by slice. */
  async grow(slices: Slices): Promise<void> {
    const shadows = this.#quality.shadow > 0;
    if (this.#quality.plants + this.#quality.tufts === 0) return;
    // What grows after the first frame is loaded after it, too.
    const [{ Landmarks }, { Workshops }, { buildGalleries }] = await Promise.all([
      import('./landmarks.ts'),
      import('./workshops.ts'),
      import('./gallery-props.ts'),
    ]);
    const [{ plantIsland }, { sowGrass }, { buildLife }] = await Promise.all([
      import('./vegetation.ts'),
      import('./grass.ts'),
      import('./life.ts'),
    ]);
    if (this.#disposed) return;
    if (this.#quality.fancy) this.group.add(buildLife(this.#shared));
    this.#landmarks = new Landmarks(this.#shared, shadows);
    this.#landmarks.set(this.#landmarkLines);
    this.group.add(this.#landmarks.group);
    await slices.breathe();
    this.#workshops = new Workshops(this.#shared, shadows);
    this.#workshops.set(this.#atelierLines);
    this.group.add(this.#workshops.group, buildGalleries(this.#shared, shadows));
    await slices.breathe();
    // The emblems are worked out elsewhere and come one by one; nothing waits for them.
    void this.#landmarks.grow(slices);
    if (this.#quality.plants > 0)
      await plantIsland(this.group, this.#grid, this.#shared, this.#quality.plants, shadows, slices);
    await sowGrass(this.group, this.#grid, this.#shared, this.#quality.tufts, shadows, slices);
  }

  /** Sets a work on a pedestal, or takes it away with null. The object stands on y 0 and is not disposed of here. */
  place(spotIndex: number, work: Object3D | null): void {
    const spot = PEDESTAL_SPOTS[spotIndex];
    if (spot === undefined) return;
    const old = this.#works[spotIndex] ?? null;
    if (old !== null) this.group.remove(old);
    this.#works[spotIndex] = work;
    if (work === null) return;
    if (work instanceof Mesh && work.geometry.getAttribute('aSurface') !== undefined) {
      work.material = this.#material;
      work.castShadow = this.#quality.shadow > 0;
      work.receiveShadow = this.#quality.shadow > 0;
    }
    work.position.set(spot.x, PLAZA_HEIGHT + PEDESTAL_TOP, spot.z);
    this.group.add(work);
  }

  /** Once a frame. */
  frame(seconds: number): void {
    this.#core.turn(seconds);
    for (const [index, work] of this.#works.entries()) if (work !== null) work.rotation.y = seconds * 0.25 + index;
  }

  dispose(): void {
    this.#disposed = true;
    this.#landmarks?.dispose();
    for (const work of this.#works) if (work !== null) this.group.remove(work);
    disposeTree(this.group);
    this.#material.dispose();
    this.gallery.dispose();
    this.board.dispose();
  }
}

/** Gives back the memory of every geometry and material below `root`, and takes all out. */
export function disposeTree(root: Group): void {
  root.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    child.geometry.dispose();
    for (const material of Array.isArray(child.material) ? child.material : [child.material]) material.dispose();
    child.dispatchEvent({ type: 'removed' });
  });
  root.clear();
}
