/** How a label is drawn in ink: its plate, its mark, one line or two. */
import { INK } from './palette.ts';

/** Room for one label, pixels. */
export const SLOT = { width: 512, height: 64 } as const;

/** The mark before a label's text: states differ by its shape as well as by its colour. */
export type Mark = 'dot' | 'diamond' | 'ring' | 'square';

/** What a label says: its mark's colour as CSS, the text, and perhaps a second, smaller line. */
export type LabelText = {
  readonly dot: string;
  readonly mark?: Mark;
  readonly text: string;
  readonly second?: string;
};

const FONT = 'system-ui, "DejaVu Sans", sans-serif';
const ROOM = SLOT.width - 84;

/** Draws a label in the middle of the slot at (x, y) px and returns its width in px. */
export function drawLabel(ink: CanvasRenderingContext2D, label: LabelText, x: number, y: number): number {
  const { dot, mark = 'dot', text, second = '' } = label;
  ink.textBaseline = 'middle';
  const small = `600 20px ${FONT}`;
  ink.font = small;
  const below = fitted(ink, second, ROOM);
  const belowWide = ink.measureText(below).width;
  for (const size of below === '' ? [31, 27, 23] : [26, 23]) {
    ink.font = `700 ${size}px ${FONT}`;
    if (ink.measureText(text).width <= ROOM) break;
  }
  const words = fitted(ink, text, ROOM);
  const width = Math.ceil(Math.min(SLOT.width, Math.max(belowWide, ink.measureText(words).width) + 72));
  const left = x + (SLOT.width - width) / 2;
  const middle = y + SLOT.height / 2;
  const inset = below === '' ? 5 : 1;
  ink.fillStyle = INK;
  ink.beginPath();
  ink.roundRect(left + 3, y + inset, width - 6, SLOT.height - inset * 2, 20);
  ink.fill();
  drawMark(ink, mark, dot, left + 28, below === '' ? middle : middle - 12);
  ink.fillStyle = '#ffffff';
  ink.fillText(words, left + 46, below === '' ? middle + 2 : middle - 11);
  if (below === '') return width;
  ink.font = small;
  ink.fillStyle = '#d6d0ff';
  ink.fillText(below, left + 46, middle + 16);
  return width;
}

function drawMark(ink: CanvasRenderingContext2D, mark: Mark, colour: string, x: number, y: number): void {
  ink.fillStyle = colour;
  ink.strokeStyle = colour;
  ink.beginPath();
  if (mark === 'diamond') {
    ink.moveTo(x, y - 11);
    for (const [dx, dy] of [
      [9, 0],
      [0, 11],
      [-9, 0],
    ] as const)
      ink.lineTo(x + dx, y + dy);
  } else if (mark === 'square') ink.rect(x - 7, y - 7, 14, 14);
  else ink.arc(x, y, mark === 'ring' ? 6 : 7, 0, Math.PI * 2);
  ink.lineWidth = 4.5;
  if (mark === 'ring') ink.stroke();
  else ink.fill();
}

/** The text, cut with an ellipsis so that it is no wider than `most` pixels. */
export function fitted(ink: Pick<CanvasRenderingContext2D, 'measureText'>, text: string, most: number): string {
  if (ink.measureText(text).width <= most) return text;
  const letters = [...text];
  while (letters.length > 1 && ink.measureText(`${letters.join('')}…`).width > most) letters.pop();
  return `${letters.join('')}…`;
}
