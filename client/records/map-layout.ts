/** The map in pixels: the field of both ratings, the strips for what is not rated yet, a spot and a label a mark. */
import type { Placed } from './placing.ts';
import { type Spot, spread, type Wish } from './spreading.ts';

/** A name beside its mark. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** A challenge with its place in the picture. */
export interface MapMark extends Spot {
  readonly one: Placed;
  /** Null where there is no room for it. */
  readonly label: Label | null;
}

/** The picture without what is drawn. */
export interface MapLayout {
  readonly wide: number;
  readonly high: number;
  /** Where both ratings are known. */
  readonly field: Wish['field'];
  /** Left of the field stands what machines are not rated on, below it what people are not rated on. */
  readonly side: Wish['field'];
  readonly foot: Wish['field'];
  readonly marks: readonly MapMark[];
  /** True when nothing stands in the field yet: then it is low. */
  readonly isBare: boolean;
}

/** Marks are at least so far apart, and labels keep off them, px. */
export const MARK_APART = 22;
const MARK = 10;
const LETTER = 6.4;
const LINE = 13;
const LONGEST = 26;
/** Room for the names and figures of the axes, and between field and strips, px. */
const ROOM = { left: 74, right: 14, top: 14, bottom: 46, between: 12 } as const;
const LEAST_STRIP = 40;
/** Height of a field without marks, px. */
const BARE = 150;

/** @param placed in reading order, @param wide width of the picture, px */
export function layOut(placed: readonly Placed[], wide: number): MapLayout {
  const isBare = placed.every(({ machines, people }) => machines === null || people === null);
  const fieldHigh = isBare ? BARE : wide < 560 ? 300 : 340;
  const count = (is: (one: Placed) => boolean) => placed.filter(is).length;
  const [noMachines, noPeople] = [count(({ machines }) => machines === null), count(({ people }) => people === null)];
  const across = wide - ROOM.left - ROOM.right;
  const sideWide = Math.min(across * 0.3, stripFor(noMachines, fieldHigh));
  const footHigh = stripFor(noPeople, across - sideWide);
  const left = ROOM.left + (sideWide === 0 ? 0 : sideWide + ROOM.between);
  const field = { left, right: wide - ROOM.right, top: ROOM.top, bottom: ROOM.top + fieldHigh };
  const below = field.bottom + (footHigh === 0 ? 0 : ROOM.between);
  const side = { left: ROOM.left, right: ROOM.left + sideWide, top: field.top, bottom: field.bottom };
  const foot = { left: field.left, right: field.right, top: below, bottom: below + footHigh };
  const spots = spread(
    placed.map((one) => wishOf(one, { field, side, foot })),
    MARK_APART,
  );
  const marks = labelled(placed, spots, wide);
  return { wide, high: foot.bottom + ROOM.bottom, field, side, foot, marks, isBare };
}

/** How thick a strip of that length is that has room for so many marks, and for a third more between them, px. */
function stripFor(marks: number, length: number): number {
  if (marks === 0) return 0;
  const inLine = Math.max(1, Math.floor((length - 2 * MARK) / MARK_APART));
  return Math.max(LEAST_STRIP, Math.ceil((1.35 * marks) / inLine) * MARK_APART + 2 * MARK);
}

/** Where a rating leads in a field; what is not rated stands in the middle of its strip. */
function wishOf({ machines, people }: Placed, { field, side, foot }: Pick<MapLayout, 'field' | 'side' | 'foot'>): Wish {
  const x = machines === null ? (side.left + side.right) / 2 : lead(field.left, field.right, machines);
  const y = people === null ? (foot.top + foot.bottom) / 2 : lead(field.bottom, field.top, people);
  const columns = machines === null ? side : field;
  const rows = people === null ? foot : field;
  const inner = { left: columns.left, right: columns.right, top: rows.top, bottom: rows.bottom };
  return {
    at: { x, y },
    field: { left: inner.left + MARK, right: inner.right - MARK, top: inner.top + MARK, bottom: inner.bottom - MARK },
  };
}

/** The place at a share of the way. */
export function lead(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Names go right or left of their mark, the first ones first, and never over a mark or another name. */
function labelled(placed: readonly Placed[], spots: readonly Spot[], wide: number): readonly MapMark[] {
  const boxes: Box[] = spots.map(({ x, y }) => ({ left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK }));
  return placed.map((one, index) => {
    const spot = spots[index] ?? { x: 0, y: 0 };
    const { title } = one.card;
    const text = title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
    const length = text.length * LETTER;
    for (const anchor of ['start', 'end'] as const) {
      const x = anchor === 'start' ? spot.x + MARK + 3 : spot.x - MARK - 3;
      const left = anchor === 'start' ? x : x - length;
      const box = { left, right: left + length, top: spot.y - LINE / 2, bottom: spot.y + LINE / 2 };
      if (left < ROOM.left || box.right > wide - 2 || boxes.some((other) => overlaps(box, other))) continue;
      boxes.push(box);
      return { ...spot, one, label: { text, x, y: spot.y + 4, anchor } };
    }
    return { ...spot, one, label: null };
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
