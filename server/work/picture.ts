/** The job `picture`: a solution drawn from its payload alone, with its title, for whoever shares a link to it. */
import { FAMILIES, load } from '#content/catalog.ts';
import { parseParkour } from '#content/families/parkour/instance.ts';
import { type Jobs, PICTURE } from '#server/ports/pool.ts';
import { escaped } from '#shared/base/escaped.ts';
import { toBase64 } from '#shared/base/hash.ts';
import type { Engine } from '#shared/physics/engine.ts';
import { drawingSvg, type Way } from './picture-svg.ts';
import type { Press } from './press.ts';
import { traceRun } from './trace.ts';

const WAY_COLOURS = ['#63f5ff', '#ff8bd0', '#ffd36b', '#c9a8ff'] as const;

/** What a thread draws with; whoever starts the thread keeps it, so that each part is started once. */
export interface PictureTools {
  readonly engine: Engine;
  readonly press: Press;
}

/** @throws DimensionError `catalog.unknown`, `instance.*`, `payload.*`, `engine.load` */
export async function picture(
  order: Jobs['picture']['in'],
  { engine, press }: PictureTools,
): Promise<Jobs['picture']['out']> {
  return { pngBase64: toBase64(await press.print(await pictureSvg(order, engine))) };
}

/** The whole picture. */
export async function pictureSvg(
  { file, payload, title, line }: Jobs['picture']['in'],
  engine: Engine,
): Promise<string> {
  const family = await load(FAMILIES, file.family);
  const instance = family.parseInstance(file.instance);
  const solution = family.parsePayload(payload, instance);
  const ways: readonly Way[] =
    family.hand === 'tape'
      ? traceRun(await engine.load(), parseParkour(instance).scene, solution).map((places, who) => ({
          places,
          colour: WAY_COLOURS[who] ?? WAY_COLOURS[0],
        }))
      : [];
  return framed(drawingSvg(family.show(instance, solution), ways), plain(title), plain(line));
}

/** The sky of the world, the drawing, and the words on ink below it. */
function framed(drawing: string, title: string, line: string): string {
  const { width, height } = PICTURE;
  const foot = height - 150;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="#3f7fcf"/><stop offset="0.45" stop-color="#8fd0e6"/><stop offset="0.8" stop-color="#ffdcbc"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/>
${drawing}
<rect y="${foot}" width="${width}" height="150" fill="#181236"/>
<rect y="${foot}" width="${width}" height="4" fill="#63f5ff"/>
${words(title, foot + 66, 46, 'bold', '#ffffff', width - 120)}
${words(line, foot + 116, 30, 'normal', '#d3ccf0', width - 480)}
<text x="${width - 60}" y="${foot + 116}" font-family="DejaVu Sans" font-size="22" fill="#63f5ff" text-anchor="end">Autonomous Dimension</text>
</svg>`;
}

/** Widths of this font come to about that share of its size a sign. */
const SIGN_WIDTH = { bold: 0.68, normal: 0.6 } as const;
/** No smaller than this share of the wanted size; what is longer still is cut. */
const SMALLEST = 0.6;

function words(text: string, y: number, wanted: number, weight: 'bold' | 'normal', fill: string, room: number): string {
  const signs = [...text];
  const size = Math.max(wanted * SMALLEST, Math.min(wanted, room / (SIGN_WIDTH[weight] * Math.max(1, signs.length))));
  const most = Math.floor(room / (SIGN_WIDTH[weight] * size));
  const shown = signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
  return `<text x="60" y="${y}" font-family="DejaVu Sans" font-weight="${weight}" font-size="${size.toFixed(1)}" fill="${fill}">${escaped(shown)}</text>`;
}

/** Without what XML has no place for. */
function plain(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}
