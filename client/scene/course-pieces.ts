/** How the pieces of a course look: pale stone with pastel tops, light on whatever moves, opens, hurts or counts. */
import { BufferAttribute, BufferGeometry } from 'three';
import type { Solid } from '#shared/physics/scene.ts';
import type { FloorPlace } from './course-groups.ts';
import { MEANING, STONE } from './palette.ts';
import type { Soup } from './soup.ts';

/** Metres in one unit of a scene. */
export const UNIT = 1 / 64;
/** A turn of 1/24 in radians. */
export const TURN = Math.PI / 12;

/** Tops of fixed pieces, one for each by its number. */
const TOPS = [0x8fd9a8, 0xf3dfb8, 0xd9c8f2, 0xa8dff0, 0xf7c9b4] as const;
/** Colours that join a door with its buttons. */
export const DOOR_COLOURS = [0x63f5ff, 0xffd36b, 0xff8bd0, 0x9dff9a, 0xb9a0ff, 0xff9f6b] as const;
/** What hurts. */
export const HAZARD = 0xff4f5e;

type Half = readonly [x: number, y: number, z: number];

/** Half sides in metres of a piece's half in units. */
export function metres(half: readonly [number, number, number]): Half {
  return [half[0] * UNIT, half[1] * UNIT, half[2] * UNIT];
}

/** Where a fixed piece goes. */
export function placing(piece: Pick<Solid, 'at' | 'yaw'>) {
  const [x, y, z] = metres(piece.at);
  return { at: [x, y, z], turn: [0, piece.yaw * TURN, 0] } as const;
}

/** A fixed box: stone below, a plate on top in the colour of its floor, an inlay when it stands alone. */
export function pourBox(soup: Soup, half: Half, { floor, rank, alone }: FloorPlace): void {
  const [x, y, z] = half;
  const top = TOPS[floor % TOPS.length] ?? TOPS[0];
  const plate = Math.min(0.12, y * 0.5);
  const cut = Math.min(0.07, y * 0.4);
  // Boxes of one floor overlap: a millimetre and a bit each keeps their tops apart.
  const lift = (rank % 12) * 0.0014;
  soup.bevelled([x * 2, y * 2 - plate, z * 2], cut, { foot: 0x766f9e, top: 0xc4b8d8 }, { at: [0, -plate / 2, 0] });
  soup.bevelled(
    [x * 2, plate * 1.6, z * 2],
    Math.min(0.04, plate * 0.5),
    { foot: top },
    { at: [0, y - plate * 0.8 + lift, 0] },
  );
  if (!alone || x <= 0.7 || z <= 0.7) return;
  const inlay = Math.min(x, z) * 0.24;
  soup.box([x * 2 - inlay, 0.006, z * 2 - inlay], { foot: mixWhite(top) }, { at: [0, y + 0.003, 0] });
}

/** A wedge that rises from its −Z to its +Z side, with light bars across. */
export function pourRamp(soup: Soup, half: Half, index: number): void {
  const [x, y, z] = half;
  soup.add(wedge(x, y, z), { foot: STONE.dark, top: TOPS[(index + 2) % TOPS.length] ?? TOPS[0] });
  const bars = Math.max(1, Math.floor(z * 1.4));
  const slope = Math.atan2(y, z);
  for (let k = 0; k < bars; k++) {
    const part = ((k + 0.5) / bars) * 2 - 1;
    soup.box([x * 1.6, 0.02, 0.12], { foot: 0xffffff }, { at: [0, part * y + 0.012, part * z], turn: [-slope, 0, 0] });
  }
}

/** A moving platform: dark stone with a bright top. */
export function pourPlatform(soup: Soup, half: Half): void {
  const [x, y, z] = half;
  soup.bevelled([x * 2, y * 2, z * 2], Math.min(0.08, y * 0.5), { foot: STONE.ink, top: 0xbfd4ff });
  soup.box([x * 1.5, 0.01, z * 1.5], { foot: 0xe8f1ff }, { at: [0, y + 0.004, 0] });
}

/** Glowing lines around a box: along all twelve edges, or only around its top. */
export function pourEdges(soup: Soup, half: Half, colour: number, all: boolean, thick = 0.045): void {
  const [x, y, z] = half;
  for (const sy of all ? [-1, 1] : [1]) {
    for (const s of [-1, 1]) {
      soup.box([x * 2 + thick, thick, thick], { foot: colour }, { at: [0, sy * y, s * z] });
      soup.box([thick, thick, z * 2 + thick], { foot: colour }, { at: [s * x, sy * y, 0] });
    }
  }
  if (!all) return;
  for (const sx of [-1, 1])
    for (const sz of [-1, 1]) soup.box([thick, y * 2, thick], { foot: colour }, { at: [sx * x, 0, sz * z] });
}

/** What hurts: a dark body full of thorns. */
export function pourHazard(soup: Soup, half: Half): void {
  const [x, y, z] = half;
  soup.bevelled([x * 1.7, y * 1.7, z * 1.7], 0.08, { foot: 0x7d1640, top: 0xd8405c });
  const columns = Math.max(1, Math.min(6, Math.round(x * 2.2)));
  const rows = Math.max(1, Math.min(6, Math.round(z * 2.2)));
  const size = Math.min(x / columns, z / rows) * 0.8;
  for (let i = 0; i < columns; i++)
    for (let k = 0; k < rows; k++)
      soup.cone(
        size,
        y * 0.3 + size * 0.9,
        4,
        { foot: 0xd8405c, top: 0xffe0d0 },
        {
          at: [((i + 0.5) / columns - 0.5) * 1.7 * x, y * 0.8, ((k + 0.5) / rows - 0.5) * 1.7 * z],
        },
      );
}

/** A wooden crate with a frame. */
export function pourCrate(soup: Soup, half: Half): void {
  const [x, y, z] = half;
  soup.box([x * 1.9, y * 1.9, z * 1.9], { foot: 0xb98252, top: 0xd9a56c });
  const beam = Math.min(x, y, z) * 0.28;
  for (const sx of [-1, 1])
    for (const sz of [-1, 1])
      soup.box(
        [beam, y * 2, beam],
        { foot: 0x8a5a3c, top: 0xa9744c },
        { at: [sx * (x - beam / 2), 0, sz * (z - beam / 2)] },
      );
  for (const sy of [-1, 1])
    for (const s of [-1, 1]) {
      soup.box([x * 2, beam, beam], { foot: 0x9c6a44 }, { at: [0, sy * (y - beam / 2), s * (z - beam / 2)] });
      soup.box([beam, beam, z * 2], { foot: 0x9c6a44 }, { at: [s * (x - beam / 2), sy * (y - beam / 2), 0] });
    }
}

/** A door: a slab with a band in its colour on both faces. */
export function pourDoor(soup: Soup, half: Half, colour: number): void {
  const [x, y, z] = half;
  soup.bevelled([x * 2, y * 2, z * 2], Math.min(0.06, z * 0.5), { foot: STONE.deep, top: STONE.dark });
  const thin = z <= x;
  for (const s of [-1, 1]) {
    if (thin) soup.box([x * 1.4, y * 1.2, 0.02], { foot: colour }, { at: [0, 0, s * (z + 0.005)] });
    else soup.box([0.02, y * 1.2, z * 1.4], { foot: colour }, { at: [s * (x + 0.005), 0, 0] });
  }
}

/** The fixed foot of a button. */
export function pourButtonFoot(soup: Soup, half: Half): void {
  const [x, y, z] = half;
  soup.bevelled([x * 2.3, y * 1.2, z * 2.3], 0.04, { foot: STONE.ink, top: STONE.deep }, { at: [0, -y * 0.4, 0] });
}

/** The start: a pale disc with an arrow that looks along the first steps. */
export function pourStart(soup: Soup): void {
  soup.drum(0.62, 0.56, 0.03, 20, { foot: STONE.pale }, { at: [0, 0, 0] });
  soup.cone(0.26, 0.02, 3, { foot: MEANING.training }, { at: [0, 0.03, -0.12], turn: [0, Math.PI, 0] });
}

/** An islet in the distance: a hanging rock with a green top and a few trees. */
export function pourIslet(soup: Soup, size: number, turn: number): void {
  const ragged = (v: { x: number; y: number; z: number }) => {
    const roll = 0.8 + 0.4 * Math.abs(Math.sin(v.x * 3.7 + v.z * 2.9 + v.y));
    v.x *= roll;
    v.z *= roll;
  };
  soup.drum(
    size * 0.25,
    size,
    size * 0.9,
    8,
    { foot: STONE.deep, top: STONE.mid },
    { at: [0, -size * 0.9, 0], turn: [0, turn, 0] },
  );
  soup.cone(
    size * 0.5,
    size * 0.8,
    6,
    { foot: STONE.dark, top: STONE.deep },
    { at: [size * 0.2, -size * 0.6, 0], turn: [Math.PI, turn, 0] },
    ragged,
  );
  soup.drum(size * 1.02, size * 0.94, size * 0.16, 8, { foot: 0x57b477, top: 0x9bd673 }, { turn: [0, turn, 0] });
  for (let k = 0; k < 3; k++) {
    const angle = turn + k * 2.3;
    const at = [Math.sin(angle) * size * 0.5, size * 0.16, Math.cos(angle) * size * 0.5] as const;
    soup.drum(0.12, 0.09, 0.7, 5, { foot: 0x5d4257 }, { at });
    soup.cone(0.8 + k * 0.15, 2.4, 6, { foot: 0x2b7a6a, top: 0x67c99a }, { at: [at[0], at[1] + 0.5, at[2]] });
  }
}

function wedge(x: number, y: number, z: number): BufferGeometry {
  const a = [-x, -y, -z];
  const b = [x, -y, -z];
  const c = [x, -y, z];
  const d = [-x, -y, z];
  const e = [x, y, z];
  const f = [-x, y, z];
  const faces = [a, b, c, a, c, d, a, f, e, a, e, b, d, c, e, d, e, f, b, e, c, a, d, f];
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(faces.flat()), 3));
  return geometry;
}

function mixWhite(hex: number): number {
  const lift = (shift: number) => {
    const v = (hex >> shift) & 255;
    return Math.round(v + (255 - v) * 0.35) << shift;
  };
  return lift(16) | lift(8) | lift(0);
}
