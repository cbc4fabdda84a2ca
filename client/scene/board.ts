/** The leaderboard's screen: one canvas, redrawn only when its lines change. */
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, Mesh, PlaneGeometry, SRGBColorSpace } from 'three';
import { BOARD_SPOT } from '#content/world/island.ts';
import { onSpot } from './gallery.ts';
import { fitted } from './label-ink.ts';
import { BOARD_SCREEN } from './props.ts';
import { glow, type SharedUniforms } from './styl.ts';

/** A line of the board: a name at the left, a value at the right. */
export type BoardLine = { readonly name: string; readonly value: string };

const WIDTH = 768;
const HEIGHT = 512;
const LINES = 6;

/** The screen of the board. */
export class Board {
  readonly mesh: Mesh;
  readonly #texture: CanvasTexture;
  readonly #ink: CanvasRenderingContext2D | null;
  #shown = '';

  constructor(shared: SharedUniforms) {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.#ink = canvas.getContext('2d');
    this.#texture = new CanvasTexture(canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.minFilter = LinearMipmapLinearFilter;
    this.#texture.magFilter = LinearFilter;
    this.#texture.anisotropy = 4;
    this.mesh = new Mesh(new PlaneGeometry(BOARD_SCREEN.width, BOARD_SCREEN.height), glow(shared, 0.95, this.#texture));
    this.mesh.applyMatrix4(onSpot(BOARD_SPOT, BOARD_SCREEN.middle, 0.145, Math.PI));
    this.show('', [], '');
  }

  /** Shows a title and up to six lines; where there is none, what is said instead. */
  show(title: string, lines: readonly BoardLine[], instead: string): void {
    const ink = this.#ink;
    const wanted = JSON.stringify([title, lines, instead]);
    if (ink === null || wanted === this.#shown) return;
    this.#shown = wanted;
    ink.fillStyle = '#1a1442';
    ink.fillRect(0, 0, WIDTH, HEIGHT);
    ink.textBaseline = 'middle';
    ink.font = '700 56px system-ui, "DejaVu Sans", sans-serif';
    ink.fillStyle = '#7ff4ff';
    ink.fillText(fitted(ink, title, WIDTH - 80), 40, 62);
    ink.fillRect(40, 106, WIDTH - 80, 5);
    ink.font = '600 38px system-ui, "DejaVu Sans", sans-serif';
    if (lines.length === 0) {
      ink.fillStyle = '#b9b2e6';
      for (const [index, line] of wrapped(ink, instead, WIDTH - 80).entries()) ink.fillText(line, 40, 175 + index * 58);
    }
    for (const [index, line] of lines.slice(0, LINES).entries()) drawLine(ink, index, line);
    this.#texture.needsUpdate = true;
  }

  dispose(): void {
    this.#texture.dispose();
  }
}

/** The text on as many lines as it takes, broken between words. */
export function wrapped(
  ink: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && ink.measureText(longer).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawLine(ink: CanvasRenderingContext2D, index: number, line: BoardLine): void {
  const y = 160 + index * 60;
  if (index % 2 === 0) {
    ink.fillStyle = 'rgba(160,150,255,.10)';
    ink.fillRect(28, y - 29, WIDTH - 56, 58);
  }
  ink.fillStyle = '#8be9ff';
  ink.fillText(String(index + 1), 44, y);
  const value = fitted(ink, line.value, 260);
  const wide = ink.measureText(value).width;
  ink.fillStyle = '#ffffff';
  ink.fillText(fitted(ink, line.name, WIDTH - 190 - wide), 104, y);
  ink.fillStyle = '#cfc8ff';
  ink.fillText(value, WIDTH - 44 - wide, y);
}
