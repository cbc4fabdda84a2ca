/** The plan of the starter island: where everything stands, which way it faces, and what bodies bump into. */

/** A place on the ground: metres from the plaza's centre, yaw in radians (0 looks along −Z, growing to the left). */
export type Spot = { readonly x: number; readonly z: number; readonly yaw: number };

/** A round platform that feet step onto: `rise` metres above the land, level within `radius`, sloping over `skirt` m. */
export type Platform = {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly skirt: number;
  readonly rise: number;
};

/** Ground height of everything that is laid out here, in metres over the datum (the sea stands at `SEA_LEVEL`). */
export const PLAZA_HEIGHT = 2.3;
/** Height of the water's surface in metres. */
export const SEA_LEVEL = 0.12;
/** No land and no walking beyond this distance from the centre, in metres. */
export const ISLAND_RADIUS = 120;
/** Radius of the paved round plaza in metres. */
export const PLAZA_RADIUS = 15;

/** The raised round stage in the middle of the plaza. */
export const DAIS: Platform = { x: 0, z: 0, radius: 3.3, skirt: 0.3, rise: 0.22 };

/** Centre of the floating Core in metres, and its radius. */
export const CORE = { x: -3, y: 25, z: -56, radius: 7 } as const;

/** The middle of the lagoon and its half axes in metres. */
export const LAGOON = { x: 0, z: -56, halfX: 33, halfZ: 29 } as const;

/** The two round sculpture gardens at the ends of the east and west avenues; radius in metres. */
export const GARDENS: readonly { readonly x: number; readonly z: number; readonly radius: number }[] = [
  { x: 46, z: 0, radius: 13 },
  { x: -46, z: 0, radius: 13 },
];

/** Straight paved ways from `from` to `to`, `half` metres to each side of the line. */
export const AVENUES: readonly {
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly half: number;
}[] = [
  { from: [0, 14], to: [0, 76], half: 2.4 },
  { from: [14, 0], to: [40, 0], half: 1.9 },
  { from: [-14, 0], to: [-40, 0], half: 1.9 },
];

/**
 * Where gates stand: eight around the plaza (pairs left and right, from the lagoon on), eight along the south avenue,
 * four along each way to a garden.
 */
export const GATE_SPOTS: readonly Spot[] = [
  { x: -12.86, z: -15.32, yaw: -2.4435 },
  { x: 12.86, z: -15.32, yaw: 2.4435 },
  { x: -17.66, z: -9.39, yaw: -2.0595 },
  { x: 17.66, z: -9.39, yaw: 2.0595 },
  { x: -17.66, z: 9.39, yaw: -1.0821 },
  { x: 17.66, z: 9.39, yaw: 1.0821 },
  { x: -12.86, z: 15.32, yaw: -0.6981 },
  { x: 12.86, z: 15.32, yaw: 0.6981 },
  { x: -7.6, z: 30, yaw: -Math.PI / 2 },
  { x: 7.6, z: 30, yaw: Math.PI / 2 },
  { x: -7.6, z: 43, yaw: -Math.PI / 2 },
  { x: 7.6, z: 43, yaw: Math.PI / 2 },
  { x: -7.6, z: 56, yaw: -Math.PI / 2 },
  { x: 7.6, z: 56, yaw: Math.PI / 2 },
  { x: -7.6, z: 69, yaw: -Math.PI / 2 },
  { x: 7.6, z: 69, yaw: Math.PI / 2 },
  { x: -24, z: -7.2, yaw: Math.PI },
  { x: -24, z: 7.2, yaw: 0 },
  { x: 24, z: -7.2, yaw: Math.PI },
  { x: 24, z: 7.2, yaw: 0 },
  { x: -31, z: -7.2, yaw: Math.PI },
  { x: -31, z: 7.2, yaw: 0 },
  { x: 31, z: -7.2, yaw: Math.PI },
  { x: 31, z: 7.2, yaw: 0 },
];

/** Where framed pictures stand: twelve on the plaza's rim, then four in each garden. */
export const FRAME_SPOTS: readonly Spot[] = [
  { x: -6.57, z: -12.36, yaw: -2.6529 },
  { x: 6.57, z: -12.36, yaw: 2.6529 },
  { x: -10.88, z: -8.81, yaw: -2.2515 },
  { x: 10.88, z: -8.81, yaw: 2.2515 },
  { x: -13.39, z: -4.09, yaw: -1.8675 },
  { x: 13.39, z: -4.09, yaw: 1.8675 },
  { x: -13.39, z: 4.09, yaw: -1.2741 },
  { x: 13.39, z: 4.09, yaw: 1.2741 },
  { x: -10.88, z: 8.81, yaw: -0.8901 },
  { x: 10.88, z: 8.81, yaw: 0.8901 },
  { x: -6.79, z: 12.24, yaw: -0.5061 },
  { x: 6.79, z: 12.24, yaw: 0.5061 },
  { x: 51.5, z: -9.53, yaw: 2.618 },
  { x: 51.5, z: 9.53, yaw: 0.5236 },
  { x: 56.63, z: -2.85, yaw: 1.8326 },
  { x: 56.63, z: 2.85, yaw: 1.309 },
  { x: -51.5, z: -9.53, yaw: -2.618 },
  { x: -51.5, z: 9.53, yaw: -0.5236 },
  { x: -56.63, z: -2.85, yaw: -1.8326 },
  { x: -56.63, z: 2.85, yaw: -1.309 },
];

/** Where sculptures stand: a ring of eight in each garden, facing its middle. */
export const PEDESTAL_SPOTS: readonly Spot[] = [
  { x: 39.35, z: 2.76, yaw: -1.1781 },
  { x: 39.35, z: -2.76, yaw: -1.9635 },
  { x: -39.35, z: 2.76, yaw: 1.1781 },
  { x: -39.35, z: -2.76, yaw: 1.9635 },
  { x: 43.24, z: 6.65, yaw: -0.3927 },
  { x: 43.24, z: -6.65, yaw: -2.7489 },
  { x: -43.24, z: 6.65, yaw: 0.3927 },
  { x: -43.24, z: -6.65, yaw: 2.7489 },
  { x: 48.76, z: 6.65, yaw: 0.3927 },
  { x: 48.76, z: -6.65, yaw: 2.7489 },
  { x: -48.76, z: 6.65, yaw: -0.3927 },
  { x: -48.76, z: -6.65, yaw: -2.7489 },
  { x: 52.65, z: 2.76, yaw: 1.1781 },
  { x: 52.65, z: -2.76, yaw: 1.9635 },
  { x: -52.65, z: 2.76, yaw: -1.1781 },
  { x: -52.65, z: -2.76, yaw: -1.9635 },
];

/** Where people appear: an arc on the plaza's south side, looking over the stage at the lagoon and the Core. */
export const SPAWN_SPOTS: readonly Spot[] = [
  { x: 0.66, z: 10.38, yaw: 0 },
  { x: -0.66, z: 10.38, yaw: 0 },
  { x: 1.97, z: 10.21, yaw: 0 },
  { x: -1.97, z: 10.21, yaw: 0 },
  { x: 3.25, z: 9.88, yaw: 0 },
  { x: -3.25, z: 9.88, yaw: 0 },
  { x: 4.47, z: 9.39, yaw: 0 },
  { x: -4.47, z: 9.39, yaw: 0 },
  { x: 5.62, z: 8.75, yaw: 0 },
  { x: -5.62, z: 8.75, yaw: 0 },
  { x: 6.68, z: 7.97, yaw: 0 },
  { x: -6.68, z: 7.97, yaw: 0 },
];

/** The leaderboard's screen. */
export const BOARD_SPOT: Spot = { x: 3.77, z: -15.14, yaw: 2.8972 };

/** Lamp posts: on the plaza's rim beside each way out, then along the avenues. */
export const LAMP_SPOTS: readonly Spot[] = [
  { x: -2.54, z: -14.38, yaw: -2.9671 },
  { x: -14.38, z: -2.54, yaw: -1.7453 },
  { x: 14.38, z: -2.54, yaw: 1.7453 },
  { x: -14.38, z: 2.54, yaw: -1.3963 },
  { x: 14.38, z: 2.54, yaw: 1.3963 },
  { x: -3.04, z: 14.28, yaw: -0.2094 },
  { x: 3.04, z: 14.28, yaw: 0.2094 },
  { x: -3.2, z: 36.5, yaw: -Math.PI / 2 },
  { x: 3.2, z: 36.5, yaw: Math.PI / 2 },
  { x: -3.2, z: 49.5, yaw: -Math.PI / 2 },
  { x: 3.2, z: 49.5, yaw: Math.PI / 2 },
  { x: -3.2, z: 62.5, yaw: -Math.PI / 2 },
  { x: 3.2, z: 62.5, yaw: Math.PI / 2 },
  { x: 28, z: -2.8, yaw: Math.PI },
  { x: 28, z: 2.8, yaw: 0 },
  { x: -28, z: -2.8, yaw: Math.PI },
  { x: -28, z: 2.8, yaw: 0 },
];

/** The round steps below every gate, in the order of `GATE_SPOTS`. */
export const GATE_PLATFORMS: readonly Platform[] = GATE_SPOTS.map((spot) => ({
  x: spot.x,
  z: spot.z,
  radius: 2.5,
  skirt: 0.5,
  rise: 0.26,
}));

/** Within this distance of a gate's middle, in metres, a person stands in the gate. */
export const GATE_REACH = 1.3;
