/** What makes a creature this one: tail, wings, spines, a wound shell, thin legs. */
import { lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { Field, meet } from '#content/generators/sculpt/field.ts';
import { direction, type Frame, facing, smoothstep } from '#content/generators/sculpt/frame.ts';
import { lathe } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { alongPath, curve, tube } from '#content/generators/sculpt/tube.ts';
import { cos, PI, sin, TAU } from '#shared/maths/deterministic.ts';
import { add, along, type Vec3 } from '#shared/maths/vector.ts';
import type { Body } from './body.ts';

/** Reads genes 21–26 and 31, 32. */
export function addTrimmings(growing: Growing, body: Body, into: Sculpture): void {
  const { genes } = growing;
  if (body.plan === 'snailish') {
    addHouse(growing, body, into);
    return;
  }
  if (body.plan === 'feathered') {
    addBirdLegs(growing, body, into);
    addWings(growing, body, 1, into);
    addTailFeathers(growing, body, into);
    return;
  }
  addTail(growing, body, into);
  if (genes.has(24, 0.4)) addWings(growing, body, 0.8, into);
  else if (genes.has(25, 0.55)) addSpines(growing, body, into);
}

/** A tail that curls up, hangs or ends in a light. */
function addTail({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const long = genes.between(21, 0.28, 0.6);
  const curl = genes.between(22, -0.15, 0.5);
  const { rump } = body;
  const start: Vec3 = [rump[0], rump[1], rump[2] - 0.06];
  const path = curve(
    start,
    add(rump, [0, long * 0.1, long * 0.5]),
    add(rump, [0.05, long * (0.5 + curl), long * 0.8]),
    add(rump, [0.1, long * (0.75 + curl), long * (0.45 - curl * 0.4)]),
    16,
  );
  const kind = genes.int(23, 0, 3);
  const puffy = kind === 0;
  into.add(
    tube(path, (t) => (puffy ? 0.045 + 0.075 * smoothstep(0.05, 0.75, t) * (1.15 - 0.55 * t) : 0.058 - 0.03 * t), 14),
    'matt',
    ({ u }) =>
      mix(
        palette.main,
        kind === 1 ? (Math.floor(u * 7) % 2 === 0 ? palette.main : palette.second) : palette.second,
        smoothstep(0.55, 0.8, u),
      ),
  );
  if (puffy) return;
  const { point, tangent } = alongPath(path, 1);
  if (kind === 2)
    into.add(ball(0.07, 2), 'glow', palette.glow, [facing(along(point, tangent, 0.03), tangent, [0, 0, 1])]);
  if (kind === 3) {
    const leaf = sheet({
      length: 0.2,
      width: (t) => OUTLINES.pointed(t) * 0.075,
      thickness: 0.025,
      bend: 0.3,
      cup: 0.3,
      steps: 8,
      across: 6,
    });
    into.add(leaf, 'matt', ({ u }) => mix(palette.second, palette.accent, u), [facing(point, tangent, [0, 0.3, 1])]);
  }
}

/** Wings of three overlapping feathers a side. */
function addWings({ genes, palette }: Growing, body: Body, size: number, into: Sculpture): void {
  const long = size * genes.between(26, 0.34, 0.5);
  const lift = body.plan === 'feathered' ? genes.between(24, -0.9, 0.5) : 0.7;
  const feather = sheet({
    length: long,
    width: (t) => OUTLINES.spoon(t) * long * 0.28,
    thickness: 0.028,
    bend: 0.35,
    cup: 0.25,
    steps: 10,
    across: 6,
  });
  for (const side of [-1, 1]) {
    const from: Vec3 = [side * 1.2, body.torso[1] + body.torsoRadii[1] * 0.3, body.torso[2]];
    const root = meet(body.field.shapes, from, [-side, 0, 0]);
    const frames: Frame[] = [0, 1, 2].map((at) => {
      const up: Vec3 = [side * 0.75, lift - at * 0.5, 0.55 + at * 0.25];
      return facing(add(root, [-side * 0.03, -0.025 * at, 0.02 * at]), up, [side * 0.9, 0.25, -0.8], 1 - 0.14 * at);
    });
    into.add(
      feather,
      'matt',
      ({ u, copy }) =>
        mix(shade(palette.second, 1 - 0.06 * copy), mix(palette.accent, palette.pale, 0.3), smoothstep(0.55, 0.95, u)),
      frames,
    );
  }
}

/** Small plates along the back, tallest in the middle. */
function addSpines({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const count = genes.int(31, 4, 7);
  const glows = genes.has(32, 0.35);
  const spine = lathe(
    [
      [0.05, -0.02],
      [0.04, 0.05],
      [0, 0.15],
    ],
    { sides: 5, crease: 1 },
  );
  const upright = body.plan === 'sitting';
  const frames = Array.from({ length: count }, (_, at) => {
    const place = (at + 0.5) / count;
    const turn = upright ? PI * (0.12 + 0.36 * place) : PI * (0.18 + 0.62 * place);
    const out: Vec3 = upright ? [0, cos(turn), sin(turn)] : [0, sin(turn), -cos(turn)];
    const from = along(body.torso, out, 1.2);
    const size = 0.65 + 0.6 * sin(place * PI);
    return facing(meet(body.field.shapes, from, [-out[0], -out[1], -out[2]]), out, [1, 0, 0], size);
  });
  into.add(
    spine,
    glows ? 'glow' : 'gloss',
    ({ at }) => mix(palette.accent, glows ? palette.glow : palette.pale, smoothstep(0, 0.15, at[1])),
    frames,
  );
}

/** The snail's house: a ball wound up in a shrinking spiral, striped along the winding. */
function addHouse(growing: Growing, body: Body, into: Sculpture): void {
  const { genes, palette, network, resolution } = growing;
  const turns = genes.between(21, 1.6, 2.2);
  const big = genes.between(22, 0.25, 0.32);
  const field = new Field();
  const steps = 30;
  const centre: Vec3 = [0, body.torsoRadii[0] * 0.75 + big * 1.1, body.torso[2]];
  for (let at = 0; at < steps; at++) {
    const t = at / (steps - 1);
    const angle = -PI * 0.5 - t * turns * TAU;
    const shrink = (1 - t) * (1 - t) * 0.82 + 0.18 * (1 - t);
    const far = big * 0.8 * shrink;
    const colour = at % 6 < 3 ? palette.second : mix(palette.second, palette.accent, genes.between(23, 0.35, 0.9));
    for (const side of [-1, 1])
      field.ball(
        [side * big * 0.34 * t, centre[1] + far * sin(angle), centre[2] - far * cos(angle)],
        big * (0.16 + 0.46 * shrink),
        colour,
        { blend: 0.018 },
      );
  }
  const pattern = patternOf(network, 4);
  const shell = extractNets(field, { cell: 1.1 / resolution, softness: 0.03 });
  into.add(shell, 'gloss', ({ at, base }) => shade(base, 1 + 0.06 * pattern(at).tint));
}

function addBirdLegs({ palette }: Growing, body: Body, into: Sculpture): void {
  const hip = body.torso[1] - body.torsoRadii[1] * 0.8;
  const colour = mix(palette.accent, lch(0.75, 0.15, 0.18), 0.6);
  for (const side of [-1, 1]) {
    const x = side * body.torsoRadii[0] * 0.4;
    into.add(
      tube(
        [
          [x, hip, 0],
          [x * 1.05, hip * 0.5, 0.02],
          [x * 1.1, 0.025, 0],
        ],
        () => 0.024,
        8,
      ),
      'matt',
      colour,
    );
    for (const toe of [-0.6, 0, 0.6])
      into.add(
        tube(
          [
            [x * 1.1, 0.022, 0],
            [x * 1.1 + sin(toe) * 0.1, 0.02, -cos(toe) * 0.11],
          ],
          (t) => 0.024 - 0.006 * t,
          7,
        ),
        'matt',
        colour,
      );
    into.add(
      tube(
        [
          [x * 1.1, 0.022, 0],
          [x * 1.1, 0.02, 0.07],
        ],
        () => 0.02,
        7,
      ),
      'matt',
      colour,
    );
  }
}

function addTailFeathers({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const count = genes.int(21, 3, 6);
  const long = genes.between(22, 0.22, 0.42);
  const feather = sheet({
    length: long,
    width: (t) => OUTLINES.spoon(t) * long * 0.2,
    thickness: 0.02,
    bend: -0.4,
    cup: 0.2,
    steps: 9,
    across: 4,
  });
  const frames = Array.from({ length: count }, (_, at) => {
    const turn = PI / 2 + (at - (count - 1) / 2) * 0.34;
    const [x, , z] = direction(turn, 0);
    return facing(add(body.rump, [0, 0.02, -0.06]), [x, genes.between(23, 0.2, 0.9), z], [0, 1, -0.2]);
  });
  into.add(feather, 'matt', ({ u }) => mix(palette.second, palette.accent, smoothstep(0.5, 0.95, u)), frames);
}
