/** What was asked of the world, kept so that a stage that is built anew shows the same. */
import type { Object3D } from 'three';
import type { Scene as CourseScene } from '#shared/physics/scene.ts';
import type { BoardLine } from './board.ts';
import type { Diorama } from './diorama.ts';
import type { AvatarDraw } from './flock.ts';
import type { MapDraw } from './frontier-map.ts';
import type { GateDraw } from './gates.ts';
import type { Guide } from './guide.ts';
import type { LandmarkDraw } from './landmarks.ts';
import type { Picture } from './picture.ts';
import type { AtelierDraw } from './workshops.ts';
import type { WorldStage } from './world-stage.ts';

/** The wishes; change them and show them on the present stage. */
export class Wanted {
  readonly frames = new Map<number, { readonly picture: Picture; readonly title: string }>();
  readonly works = new Map<number, { readonly work: Object3D; readonly title: string }>();
  gates: readonly GateDraw[] = [];
  map: MapDraw | null = null;
  landmarks: readonly LandmarkDraw[] = [];
  ateliers: readonly AtelierDraw[] = [];
  people: readonly AvatarDraw[] = [];
  board: { readonly title: string; readonly lines: readonly BoardLine[]; readonly instead: string } | null = null;
  course: CourseScene | null = null;
  diorama: Diorama | null = null;
  guide: Guide | null = null;
  names = true;
  still = false;

  /** True while neither a course nor a diorama stands in the island's place. */
  get onIsland(): boolean {
    return this.course === null && this.diorama === null;
  }

  /** Shows everything on a fresh stage. */
  showOn(stage: WorldStage): void {
    const { island } = stage;
    island.gates.set(this.gates);
    if (this.map !== null) island.map.set(this.map);
    island.showLandmarks(this.landmarks);
    island.showAteliers(this.ateliers);
    for (const [index, { picture, title }] of this.frames) island.gallery.hang(index, picture, title);
    for (const [index, { work }] of this.works) island.place(index, work);
    if (this.board !== null) island.board.show(this.board.title, this.board.lines, this.board.instead);
    stage.avatars.set(this.people);
    stage.showCourse(this.course);
    stage.showDiorama(this.diorama);
    stage.setNames(this.names);
    stage.setStill(this.still);
    stage.setGuide(this.guide);
  }
}
