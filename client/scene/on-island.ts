/** What stands on the island by word of the room; a stage that is built anew shows the same. */
import type { Object3D } from 'three';
import type { BoardLine } from './board.ts';
import type { MapDraw } from './frontier-map.ts';
import type { GateDraw } from './gates.ts';
import type { Guide } from './guide.ts';
import type { LandmarkDraw } from './landmarks.ts';
import type { Picture } from './picture.ts';
import type { AtelierDraw } from './workshops.ts';
import type { WorldStage } from './world-stage.ts';

/** Keeps what was asked for and puts it on the present stage. */
export class OnIsland {
  readonly #frames = new Map<number, { readonly picture: Picture; readonly title: string }>();
  readonly #works = new Map<number, Object3D>();
  #gates: readonly GateDraw[] = [];
  #map: MapDraw | null = null;
  #landmarks: readonly LandmarkDraw[] = [];
  #ateliers: readonly AtelierDraw[] = [];
  #board: { readonly title: string; readonly lines: readonly BoardLine[]; readonly instead: string } | null = null;
  #guide: Guide | null = null;
  #stage: WorldStage | null = null;

  /** Goes over to a fresh stage; null when there is none any more. */
  showOn(stage: WorldStage | null): void {
    this.#stage = stage;
    if (stage === null) return;
    const { island } = stage;
    island.gates.set(this.#gates);
    if (this.#map !== null) island.map.set(this.#map);
    island.showLandmarks(this.#landmarks);
    island.showAteliers(this.#ateliers);
    for (const [index, { picture, title }] of this.#frames) island.gallery.hang(index, picture, title);
    for (const [index, work] of this.#works) island.place(index, work);
    if (this.#board !== null) island.board.show(this.#board.title, this.#board.lines, this.#board.instead);
    stage.setGuide(this.#guide);
  }

  /** Which gates are open; all others stand dark. */
  setGates(list: readonly GateDraw[]): void {
    this.#gates = list;
    this.#stage?.island.gates.set(list);
  }

  /** What the map over the dais says and shows. */
  setMap(map: MapDraw): void {
    this.#map = map;
    this.#stage?.island.map.set(map);
  }

  /** What each family's landmark on the frontier says; a family without a line stands dormant. */
  setLandmarks(list: readonly LandmarkDraw[]): void {
    this.#landmarks = list;
    this.#stage?.island.showLandmarks(list);
  }

  /** What the signs of the ateliers say. */
  setAteliers(list: readonly AtelierDraw[]): void {
    this.#ateliers = list;
    this.#stage?.island.showAteliers(list);
  }

  /** What the board says: a title and up to six lines; without any, what stands there instead. */
  setBoard(title: string, lines: readonly BoardLine[], instead: string): void {
    this.#board = { title, lines, instead };
    this.#stage?.island.board.show(title, lines, instead);
  }

  /** The lights along the way to a place, and its name over it; null takes them away. */
  setGuide(guide: Guide | null): void {
    this.#guide = guide;
    this.#stage?.setGuide(guide);
  }

  /** Hangs a picture in a frame (`FRAME_SPOTS`), or takes it down with null. */
  setFrame(spotIndex: number, picture: Picture | null, title: string): void {
    if (picture === null) this.#frames.delete(spotIndex);
    else this.#frames.set(spotIndex, { picture, title });
    this.#stage?.island.gallery.hang(spotIndex, picture, title);
  }

  /** Sets a work on a pedestal (`PEDESTAL_SPOTS`): it stands on y 0 and is about a metre high; null takes it away. */
  setPedestal(spotIndex: number, work: Object3D | null): void {
    if (work === null) this.#works.delete(spotIndex);
    else this.#works.set(spotIndex, work);
    this.#stage?.island.place(spotIndex, work);
  }

  /** The id of the open gate in which a body at (x, z) stands, or null; nobody stands in one who is elsewhere. */
  gateAt(x: number, z: number): string | null {
    const island = this.#stage?.island;
    return island?.group.visible === true ? island.gates.reached(x, z) : null;
  }

  /** The id of the open gate on a spot, or null. */
  gateOn(spotIndex: number): string | null {
    return this.#stage?.island.gates.at(spotIndex)?.id ?? null;
  }

  /** Makes a gate shine and throws confetti there: something was settled. */
  pulse(gateId: string): void {
    const at = this.#stage?.island.gates.pulse(gateId) ?? null;
    if (at !== null) this.#stage?.celebrate(at.x, at.y, at.z);
  }
}
