/** The colours of the world in one place: sRGB hex, as the pictures of the look were judged. */

/** Dome, haze and sun. */
export const SKY = { zenith: 0x2a63bd, mid: 0x79c6e4, horizon: 0xffdcbc, glow: 0xffab73, cloud: 0xfff4ea } as const;

/** Light of the sun and of the sky; the violet ground term makes the shadows coloured. */
export const LIGHT = { sun: 0xffdca8, sky: 0xb4dcff, ground: 0x927ba6 } as const;

/** Land, from wet sand to the summits. */
export const LAND = {
  grassLow: 0x3fa276,
  grass: 0x6cc36a,
  grassHigh: 0xb5d86a,
  sand: 0xf1dcae,
  path: 0xe9cf9f,
  rock: 0x8f82a6,
  rockDark: 0x6b6590,
  snow: 0xfff7ee,
  seabed: 0xc9d7a8,
} as const;

/** Petals in the grass. */
export const FLOWERS = [0xff8fb8, 0xfff2c4, 0xffc95c, 0xc9a8ff, 0xffffff] as const;

export const WATER = { shallow: 0x86ecd8, deep: 0x1b6e9c, foam: 0xf4fffb } as const;

export const TRUNK = { dark: 0x5d4257, light: 0x9b6f63 } as const;

/** Leaf colours by kind of tree; one is drawn for each tree. */
export const LEAVES = {
  round: [0x4fbf8b, 0x7fd06b, 0xff9f7f, 0xffc46b, 0x58c3a4],
  pine: [0x3fb096, 0x52c49a, 0x3aa3a6, 0x74cf96],
  poplar: [0xf7a5c0, 0xffd07a, 0xf48f8f, 0xc9e07a],
  rock: [0x8f82a6, 0x9d90b4, 0x7d739b],
} as const;

export const STONE = { pale: 0xf3ecff, mid: 0xa99cc0, dark: 0x8d83ad, deep: 0x5a547e, ink: 0x2e2953 } as const;

export const PLAZA = { sand: 0xf0dcc2, clay: 0xd9c3b4, lilac: 0xdccbe8, grout: 0xb59f98 } as const;

/** What a colour means: unsolved frontier, solved by people, solved by machines and open as training. */
export const MEANING = { frontier: 0x63f5ff, solved: 0xff8bd0, training: 0xffd36b, dormant: 0x8d83ad } as const;

/** Behind and in front of text. */
export const INK = 'rgba(24,18,54,.86)';

/** Pairs of body and detail colours of people's robots. */
export const ROBOTS: readonly (readonly [body: number, detail: number])[] = [
  [0xf4f0ee, 0xe0603c],
  [0xe48fa6, 0xf2eef2],
  [0x8f7fe8, 0x2fa7a4],
  [0xb6d83c, 0x3c4690],
  [0x5cc8e6, 0xd94a62],
  [0xff7a3c, 0xf0e4d6],
  [0x46b8a6, 0xf0a83c],
  [0xf2c33c, 0x4a4468],
  [0xd86ab0, 0xffe0a8],
  [0x6fa0f0, 0xf4f0ee],
];
