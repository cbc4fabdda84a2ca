/** The workshops' island: an atelier for each automaton, free plots, what lies in the yard, and who works where. */
import { Group, Mesh } from 'three';
import { ARTISANS } from '#content/world/automata.ts';
import { PLAZA_HEIGHT, type Spot } from '#content/world/island.ts';
import { ATELIER, ATELIER_PLOTS, beside, YARD_THINGS, type YardThing } from '#content/world/workshops.ts';
import { CHIMNEY, pourAtelier, pourFreePlot } from './atelier-shape.ts';
import type { LabelText } from './label-ink.ts';
import type { Labels } from './labels.ts';
import { STONE } from './palette.ts';
import { buildSmoke } from './smoke.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';

/** What an atelier's sign says: who works here, and what they do now and why. */
export type AtelierDraw = { readonly automaton: string; readonly name: string; readonly words: string };

const WOOD = { foot: 0x6d4a43, top: 0xb98a60 } as const;
const CRATE = { foot: 0x8a6650, top: 0xd6ab78 } as const;

/** Three draws, and a label an atelier. */
export class Workshops {
  readonly group = new Group();
  #signs: readonly (LabelText | null)[] = [];

  constructor(shared: SharedUniforms, shadows: boolean) {
    const solid = new Soup();
    const shining = new Soup();
    for (const [index, plot] of ATELIER_PLOTS.entries()) {
      const founder = ARTISANS[index];
      solid.within(placed(plot), () =>
        shining.within(placed(plot), () => {
          if (founder === undefined) pourFreePlot(solid);
          else pourAtelier(solid, shining, index, founder);
        }),
      );
    }
    for (const thing of YARD_THINGS) solid.within(placed(thing.spot), () => pourThing(solid, thing));
    const stone = new Mesh(solid.geometry(), surface(shared, 'plain'));
    stone.castShadow = shadows;
    stone.receiveShadow = shadows;
    const mouths = ATELIER_PLOTS.slice(0, ARTISANS.length).map((plot) => {
      const { x, z } = beside(plot, CHIMNEY.right, CHIMNEY.back);
      return [x, PLAZA_HEIGHT + CHIMNEY.top, z] as const;
    });
    this.group.add(stone, new Mesh(shining.geometry(), glow(shared, 1.5)), buildSmoke(shared, mouths));
  }

  /** Shows what each automaton does; the sign of one that is not named stays empty. */
  set(list: readonly AtelierDraw[]): void {
    this.#signs = ARTISANS.map(({ id }) => {
      const draw = list.find(({ automaton }) => automaton === id);
      return draw === undefined ? null : { dot: '#ffd36b', text: draw.name, second: draw.words };
    });
  }

  /** Once a frame: signs that fade with distance. */
  frame(labels: Labels, eyeX: number, eyeZ: number): void {
    for (const [index, sign] of this.#signs.entries()) {
      const plot = ATELIER_PLOTS[index];
      if (sign === null || plot === undefined) continue;
      const away = Math.hypot(plot.x - eyeX, plot.z - eyeZ);
      const fade = Math.min(1, Math.max(0, (52 - away) / 12));
      const { x, z } = beside(plot, 0, -ATELIER.halfDepth - 0.2);
      labels.place(`atelier ${index}`, sign, x, PLAZA_HEIGHT + ATELIER.ridge + 0.95, z, 0.5 + away * 0.009, fade);
    }
  }
}

function placed({ x, z, yaw }: Spot) {
  return { at: [x, PLAZA_HEIGHT, z], turn: [0, yaw, 0] } as const;
}

function pourThing(solid: Soup, { kind }: YardThing): void {
  if (kind === 'crane') crane(solid);
  else if (kind === 'crates') crates(solid);
  else logs(solid);
}

/** A wooden crane that has lifted a block of stone. */
function crane(solid: Soup): void {
  solid.drum(0.95, 0.8, 0.5, 8, { foot: STONE.deep, top: STONE.mid });
  solid.drum(0.3, 0.22, 6.2, 6, WOOD);
  solid.box([0.26, 0.3, 6.2], { foot: 0x9b6f63, top: 0xd6ab78 }, { at: [0, 6.1, -1.9], turn: [0.1, 0, 0] });
  solid.box([0.14, 0.14, 3.4], WOOD, { at: [0, 4.9, -1.35], turn: [-0.78, 0, 0] });
  solid.box([0.9, 0.7, 0.9], { foot: STONE.deep, top: STONE.dark }, { at: [0, 5.7, 0.95] });
  solid.drum(0.03, 0.03, 3, 4, { foot: 0x2e2953 }, { at: [0, 3.35, -4.6] });
  solid.bevelled([1, 0.8, 1], 0.09, { foot: STONE.mid, top: STONE.pale }, { at: [0, 2.95, -4.6], turn: [0, 0.4, 0] });
}

function crates(solid: Soup): void {
  for (const [x, y, z, size, turn] of [
    [-0.55, 0.5, 0.05, 1, 0.1],
    [0.6, 0.42, -0.1, 0.84, -0.25],
    [-0.2, 1.36, 0, 0.72, 0.5],
  ] as const) {
    solid.box([size, size, size], CRATE, { at: [x, y, z], turn: [0, turn, 0] });
    for (const side of [-1, 1])
      solid.box(
        [size * 1.04, size * 0.14, size * 1.04],
        { foot: 0x6d4a43 },
        { at: [x, y + side * size * 0.38, z], turn: [0, turn, 0] },
      );
  }
}

function logs(solid: Soup): void {
  for (const [y, z] of [
    [0.26, -0.52],
    [0.26, 0],
    [0.26, 0.52],
    [0.7, -0.26],
    [0.7, 0.26],
  ] as const)
    solid.drum(0.26, 0.26, 2.9, 7, { foot: 0x7d5a4e, top: 0xb98a60 }, { at: [1.45, y, z], turn: [0, 0, Math.PI / 2] });
}
