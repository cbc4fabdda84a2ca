/** Draws the map: the land, the way, every place by its mark, the names of the islands, and oneself. */
import type { Point } from '#content/world/ways.ts';
import { NAMED_ISLANDS } from './islands.ts';
import { writeNames } from './map-names.ts';
import { LAND_BOX, type MapSize, type MapView, toPixel } from './map-view.ts';
import type { GateState, Place } from './place.ts';
import { SHAPES } from './place-mark.tsx';
import type { Standpoint } from './way-state.ts';

/** Everything on it. */
export interface OnMap {
  readonly land: HTMLCanvasElement;
  readonly places: readonly Place[];
  readonly way: readonly Point[];
  readonly self: Standpoint;
  /** Ids of the goal and of what is picked. */
  readonly goal: string | null;
  readonly picked: string | null;
  /** A cross in the middle, where the keyboard sets a waypoint. */
  readonly cross: boolean;
}

const COLOURS: Readonly<Record<GateState, string>> = { frontier: '#63f5ff', solved: '#ff8bd0', training: '#ffd36b' };
const INK = '#1d1640';
const SEA = '#1b6e9c';
const FONT = 'system-ui, "DejaVu Sans", sans-serif';
/** Of the islands' names, pixels. */
const NAME_SIZE = 13;
const fontOf = (size: number) => `700 ${size}px ${FONT}`;
/** From this scale on (pixels a metre) gates carry their numbers and people their names. */
const NUMBERS_FROM = 1.1;
const NAMES_FROM = 4;

/** Draws on one canvas. */
export class MapDrawing {
  readonly #ink: CanvasRenderingContext2D;
  readonly #shapes = new Map<string, Path2D>();

  constructor(ink: CanvasRenderingContext2D) {
    this.#ink = ink;
  }

  /** @param dots device pixels a CSS pixel */
  draw(view: MapView, size: MapSize, dots: number, map: OnMap): void {
    const ink = this.#ink;
    ink.setTransform(dots, 0, 0, dots, 0, 0);
    ink.fillStyle = SEA;
    ink.fillRect(0, 0, size.width, size.height);
    const corner = toPixel(view, size, { x: LAND_BOX.left, z: LAND_BOX.top });
    ink.imageSmoothingQuality = 'high';
    ink.drawImage(map.land, corner.x, corner.y, LAND_BOX.width * view.scale, LAND_BOX.depth * view.scale);
    this.#way(view, size, map.way);
    for (const place of map.places) this.#place(view, size, place, map);
    this.#names(view, size, map.places);
    this.#self(view, size, map.self);
    if (map.cross) this.#cross(size);
  }

  #way(view: MapView, size: MapSize, way: readonly Point[]): void {
    const ink = this.#ink;
    if (way.length < 2) return;
    ink.beginPath();
    for (const point of way) {
      const { x, y } = toPixel(view, size, point);
      ink.lineTo(x, y);
    }
    ink.lineJoin = 'round';
    ink.lineCap = 'round';
    ink.lineWidth = 6;
    ink.strokeStyle = INK;
    ink.stroke();
    ink.setLineDash([1, 7]);
    ink.lineWidth = 4;
    ink.strokeStyle = '#ffd36b';
    ink.stroke();
    ink.setLineDash([]);
  }

  #place(view: MapView, size: MapSize, place: Place, { goal, picked }: OnMap): void {
    const { kind, state, id, number, name } = place;
    if (kind === 'island' || kind === 'garden') return;
    const ink = this.#ink;
    const { x, y } = toPixel(view, size, place);
    if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) return;
    ink.save();
    ink.translate(x, y);
    if (id === goal || id === picked) this.#ring(id === goal);
    ink.beginPath();
    ink.arc(0, 0, 9, 0, Math.PI * 2);
    ink.fillStyle = 'rgba(24,18,54,.82)';
    ink.fill();
    if (kind === 'gate') this.#gate(state ?? 'training');
    else {
      ink.fillStyle = kind === 'waypoint' ? '#ffd36b' : kind === 'automaton' ? '#ffe9b8' : '#fff';
      ink.scale(0.8, 0.8);
      ink.fill(this.#shape(kind));
      ink.scale(1.25, 1.25);
    }
    if (number !== null && view.scale >= NUMBERS_FROM) this.#text(`${number}`, 0, -16, 11);
    if ((kind === 'person' || kind === 'automaton') && view.scale >= NAMES_FROM) this.#text(name, 0, -16, 11);
    ink.restore();
  }

  #gate(state: GateState): void {
    const ink = this.#ink;
    const colour = COLOURS[state];
    ink.beginPath();
    if (state === 'frontier') {
      ink.moveTo(0, -7);
      ink.lineTo(6, 0);
      ink.lineTo(0, 7);
      ink.lineTo(-6, 0);
    } else if (state === 'solved') ink.arc(0, 0, 4.2, 0, Math.PI * 2);
    else ink.rect(-4.5, -4.5, 9, 9);
    ink.fillStyle = colour;
    ink.strokeStyle = colour;
    ink.lineWidth = 3;
    if (state === 'solved') ink.stroke();
    else ink.fill();
  }

  /** Around what is picked, twice around the goal. */
  #ring(isGoal: boolean): void {
    const ink = this.#ink;
    ink.lineWidth = 2.5;
    ink.strokeStyle = isGoal ? '#ffd36b' : '#fff';
    for (const radius of isGoal ? [12, 16] : [13]) {
      ink.beginPath();
      ink.arc(0, 0, radius, 0, Math.PI * 2);
      ink.stroke();
    }
  }

  #names(view: MapView, size: MapSize, places: readonly Place[]): void {
    const spots = places
      .filter(({ kind }) => kind === 'island' || kind === 'garden')
      .map((place) => {
        const radius = NAMED_ISLANDS.find(({ name }) => place.id === `island ${name}`)?.radius ?? 0;
        return { text: place.name, at: toPixel(view, size, place), reach: radius * view.scale };
      });
    this.#ink.font = fontOf(NAME_SIZE);
    const names = writeNames(spots, size, (text) => this.#ink.measureText(text).width);
    for (const { text, at } of names) this.#text(text, at.x, at.y, NAME_SIZE);
  }

  #text(text: string, x: number, y: number, size: number): void {
    const ink = this.#ink;
    ink.font = fontOf(size);
    ink.textAlign = 'center';
    ink.textBaseline = 'middle';
    ink.lineJoin = 'round';
    ink.lineWidth = 3.5;
    ink.strokeStyle = 'rgba(24,18,54,.86)';
    ink.strokeText(text, x, y);
    ink.fillStyle = '#fff';
    ink.fillText(text, x, y);
  }

  #self(view: MapView, size: MapSize, self: Standpoint): void {
    const ink = this.#ink;
    const { x, y } = toPixel(view, size, self);
    ink.save();
    ink.translate(x, y);
    ink.rotate(-self.yaw);
    ink.beginPath();
    ink.moveTo(0, -13);
    ink.lineTo(9, 9);
    ink.lineTo(0, 4);
    ink.lineTo(-9, 9);
    ink.closePath();
    ink.lineWidth = 3;
    ink.strokeStyle = INK;
    ink.stroke();
    ink.fillStyle = '#fff';
    ink.fill();
    ink.restore();
  }

  #cross({ width, height }: MapSize): void {
    const ink = this.#ink;
    ink.beginPath();
    ink.moveTo(width / 2 - 10, height / 2);
    ink.lineTo(width / 2 + 10, height / 2);
    ink.moveTo(width / 2, height / 2 - 10);
    ink.lineTo(width / 2, height / 2 + 10);
    ink.lineWidth = 4;
    ink.strokeStyle = INK;
    ink.stroke();
    ink.lineWidth = 2;
    ink.strokeStyle = '#fff';
    ink.stroke();
  }

  #shape(kind: keyof typeof SHAPES): Path2D {
    const known = this.#shapes.get(kind) ?? new Path2D(SHAPES[kind]);
    this.#shapes.set(kind, known);
    return known;
  }
}
