/** The face of a creature: eyes with a light in them, a muzzle or beak, blushing cheeks, ears, horns, feelers. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { meet } from '#content/generators/sculpt/field.ts';
import { facing, smoothstep } from '#content/generators/sculpt/frame.ts';
import { lathe, smoothProfile } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { alongPath, curve, tube } from '#content/generators/sculpt/tube.ts';
import { add, along, scale, unit, type Vec3 } from '#shared/maths/vector.ts';
import type { Body } from './body.ts';

const EARS = ['cat', 'rabbit', 'bear', 'floppy', 'none', 'fin'] as const;

/** Reads genes 13–20 and 27–30. */
export function addFace(growing: Growing, body: Body, into: Sculpture): void {
  addEyes(growing, body, into);
  if (body.plan === 'feathered') addBeak(growing, body, into);
  else addMuzzle(growing, body, into);
  if (body.plan === 'snailish') addFeelers(growing, body, into);
  else if (body.plan === 'feathered') addCrest(growing, body, into);
  else addEars(growing, body, into);
  if (body.plan !== 'snailish' && growing.genes.has(27, 0.35)) addHorns(growing, body, into);
}

/** The point of the body seen from afar in a direction from the middle of the head. */
function onHead(body: Body, towards: Vec3): { at: Vec3; out: Vec3 } {
  const out = unit(towards);
  const far = along(body.head, out, body.headRadius * 2.2);
  return { at: meet(body.field.shapes, far, scale(out, -1)), out };
}

function addEyes({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const r = body.headRadius * genes.between(13, 0.2, 0.29);
  const apart = genes.between(14, 0.42, 0.66);
  const rise = genes.between(15, 0, 0.24);
  const eyes = [-1, 1].map((side) => onHead(body, [side * apart, rise, -1]));
  const iris = mix(palette.deep, lch(0.2, 0.03, 0.75), 0.55);
  const frames = eyes.map(({ at, out }) => facing(along(at, out, -r * 0.16), out, [0, 1, 0]));
  into.add(ball(r, 2, 0.62), 'gloss', iris, frames);
  const lights = eyes.map(({ at, out }) => add(along(at, out, r * 0.4), [-r * 0.22, r * 0.36, -r * 0.06]));
  into.add(
    ball(r * 0.25, 1),
    'glow',
    lch(0.98, 0.01, 0.2),
    lights.map((at) => facing(at, [0, 1, 0], [0, 0, 1])),
  );
  const small = eyes.map(({ at, out }) => add(along(at, out, r * 0.38), [r * 0.26, -r * 0.24, 0]));
  into.add(
    ball(r * 0.12, 1),
    'glow',
    lch(0.95, 0.02, 0.2),
    small.map((at) => facing(at, [0, 1, 0], [0, 0, 1])),
  );
  const cheeks = [-1, 1].map((side) => onHead(body, [side * (apart + 0.24), rise - 0.36, -0.95]));
  const blush = mix(palette.main, lch(0.74, 0.15, 0.03), 0.72);
  into.add(
    ball(r * 0.55, 2, 0.16),
    'matt',
    blush,
    cheeks.map(({ at, out }) => facing(at, out, [0, 1, 0])),
  );
}

function addMuzzle({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const r = body.headRadius;
  const { at, out } = onHead(body, [0, -0.3, -1]);
  const long = genes.between(16, 0.25, 0.5);
  const snout = along(at, out, -r * 0.12);
  const pale = mix(palette.pale, palette.main, 0.1);
  into.add(
    ball(r * genes.between(17, 0.34, 0.46), 3, long + 0.35),
    'matt',
    ({ normal }) => shade(pale, 0.95 + 0.05 * normal[1]),
    [facing(snout, out, [0, 1, 0])],
  );
  const tip = add(along(snout, out, r * 0.42 * (long + 0.35)), [0, r * 0.1, 0]);
  const nose = genes.has(18, 0.6) ? palette.deep : shade(palette.accent, 0.85);
  into.add(ball(r * 0.12, 2, 0.75), 'gloss', nose, [facing(tip, [0, 1, -0.3], [0, 0, 1])]);
}

function addBeak({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const r = body.headRadius;
  const { at, out } = onHead(body, [0, -0.12, -1]);
  const long = r * genes.between(16, 0.45, 0.95);
  const wide = r * genes.between(17, 0.2, 0.3);
  const beak = lathe(
    smoothProfile(
      [
        [wide, -wide * 0.6],
        [wide * 0.92, 0],
        [wide * 0.5, long * 0.55],
        [0, long],
      ],
      5,
    ),
    { sides: 16, crease: 0.4 },
  );
  const colour = mix(palette.accent, lch(0.8, 0.16, 0.2), 0.6);
  into.add(beak, 'gloss', ({ v }) => shade(colour, 0.88 + 0.16 * v), [
    facing(along(at, out, -wide * 0.1), [out[0], out[1] - genes.between(18, 0, 0.4), out[2]], [0, 1, 0]),
  ]);
}

function addEars(growing: Growing, body: Body, into: Sculpture): void {
  const { genes, palette } = growing;
  const kind = genes.pick(19, EARS);
  if (kind === 'none') return;
  const r = body.headRadius;
  const long = r * (kind === 'rabbit' ? 1.5 : kind === 'floppy' ? 1.15 : 0.72) * genes.between(20, 0.85, 1.25);
  const inner: Lab = mix(palette.pale, palette.accent, 0.4);
  for (const side of [-1, 1]) {
    const { at, out } = onHead(body, [side * (kind === 'rabbit' ? 0.38 : 0.72), kind === 'floppy' ? 0.7 : 1, 0.08]);
    const root = along(at, out, -r * 0.12);
    if (kind === 'bear') {
      into.add(
        ball(r * 0.34, 3, 0.6),
        'matt',
        ({ at: p }) => (p[1] > 0 && p[0] * p[0] + p[2] * p[2] < r * r * 0.035 ? inner : palette.main),
        [facing(at, [side * 0.12, 0.25, -1], [0, 1, 0])],
      );
      continue;
    }
    const outline =
      kind === 'fin'
        ? OUTLINES.spoon
        : kind === 'cat'
          ? (t: number) => (1 - t) * (0.75 + 0.5 * t) + 0.03
          : OUTLINES.pointed;
    const ear = sheet({
      length: long,
      width: (t) => outline(t) * long * (kind === 'cat' ? 0.5 : kind === 'fin' ? 0.42 : 0.25),
      thickness: r * 0.12,
      bend: kind === 'floppy' ? 1.9 : kind === 'rabbit' ? genes.between(29, -0.2, 1.1) : 0.3,
      cup: 0.5,
      ruffle: kind === 'fin' ? r * 0.06 : 0,
      steps: 12,
      across: 8,
    });
    const up: Vec3 =
      kind === 'fin' ? [side, 0.5, 0.3] : kind === 'floppy' ? [side * 1.1, 0.6, 0] : [side * 0.4, 1, 0.05];
    const front: Vec3 = kind === 'floppy' ? [-side, 0.8, -0.3] : [side * 0.35, 0, -1];
    into.add(
      ear,
      'matt',
      ({ v, u, normal }) => {
        const within = smoothstep(0.34, 0.26, Math.abs(v - 0.5)) * smoothstep(1, 0.8, u);
        return mix(
          mix(palette.main, palette.second, kind === 'fin' ? 0.8 * u : 0.15 * u),
          inner,
          normal[2] > 0 ? within : 0,
        );
      },
      [facing(root, up, front)],
    );
  }
}

/** One horn or a pair, turned in rings. */
function addHorns({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const r = body.headRadius;
  const long = r * genes.between(28, 0.6, 1.2);
  const glows = genes.has(29, 0.3);
  const sides = genes.has(30, 0.5) ? [0] : [-1, 1];
  const horn = lathe(
    smoothProfile(
      [
        [r * 0.15, -0.02],
        [r * 0.14, long * 0.1],
        [r * 0.07, long * 0.6],
        [0, long],
      ],
      8,
    ),
    { sides: 12, crease: 0.3 },
  );
  for (const side of sides) {
    const { at, out } = onHead(body, [side * 0.42, 1.1, side === 0 ? -0.62 : -0.32]);
    const paint = ({ v }: { v: number }) =>
      mix(glows ? palette.glow : palette.accent, palette.pale, Math.floor(v * 7) % 2 === 0 ? 0.35 : 0.75);
    into.add(horn, glows ? 'glow' : 'gloss', paint, [facing(at, [out[0], out[1] + 0.3, out[2]], [0, 0, 1])]);
  }
}

/** Two curved feelers with a light at the end. */
function addFeelers({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const r = body.headRadius;
  const long = r * genes.between(28, 0.9, 1.5);
  for (const side of [-1, 1]) {
    const { at } = onHead(body, [side * 0.45, 1, -0.1]);
    const path = curve(
      at,
      add(at, [side * 0.02, long * 0.4, 0]),
      add(at, [side * long * 0.35, long * 0.9, 0]),
      add(at, [side * long * 0.55, long, -long * 0.25]),
      10,
    );
    into.add(
      tube(path, (t) => r * (0.09 - 0.03 * t), 8),
      'matt',
      ({ u }) => mix(palette.main, palette.second, u),
    );
    into.add(ball(r * 0.17, 2), 'glow', palette.glow, [facing(alongPath(path, 1).point, [0, 1, 0], [0, 0, 1])]);
  }
}

/** Three to five feathers on the crown. */
function addCrest({ genes, palette }: Growing, body: Body, into: Sculpture): void {
  const count = genes.int(19, 2, 5);
  const long = body.headRadius * genes.between(20, 0.5, 1);
  const feather = sheet({
    length: long,
    width: (t) => OUTLINES.spoon(t) * long * 0.2,
    thickness: 0.02,
    bend: 0.9,
    cup: 0.3,
    steps: 9,
    across: 4,
  });
  const { at } = onHead(body, [0, 1, 0]);
  const frames = Array.from({ length: count }, (_, index) => {
    const turn = (index - (count - 1) / 2) * 0.32;
    return facing([at[0] + turn * 0.05, at[1] - 0.025, at[2]], [turn, 1, -0.25], [0, 0.2, -1]);
  });
  into.add(feather, 'matt', ({ u }) => mix(palette.second, palette.accent, smoothstep(0.5, 1, u)), frames);
}
