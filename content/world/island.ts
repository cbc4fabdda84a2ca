/** The plan of the islands: where everything stands and which way it faces. */

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
export const ISLAND_RADIUS = 175;
/** Radius of the paved round plaza in metres. */
export const PLAZA_RADIUS = 15;

/** The raised round stage in the middle of the plaza. */
export const DAIS: Platform = { x: 0, z: 0, radius: 3.3, skirt: 0.3, rise: 0.22 };

/** Centre of the floating Core in metres, and its radius. */
export const CORE = { x: -3, y: 25, z: -56, radius: 7 } as const;

/** The middle of the lagoon and its half axes in metres. */
export const LAGOON = { x: 0, z: -56, halfX: 33, halfZ: 29 } as const;

/** The two round sculpture gardens on the islands in the east and west; radius in metres. */
export const GARDENS: readonly { readonly x: number; readonly z: number; readonly radius: number }[] = [
  { x: 46, z: 0, radius: 13 },
  { x: -46, z: 0, radius: 13 },
];

/** The middle of the frontier's island and the radius of its level ground in metres. */
export const FRONTIER = { x: 0, z: 106, radius: 34.5 } as const;

/** The yard of the workshops' island and the radius of its level ground in metres. */
export const WORKSHOPS = { x: 76, z: 62, radius: 20 } as const;

/** Straight paved ways from `from` to `to`, `half` metres to each side of the line; bridges join them over the water. */
export const AVENUES: readonly {
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly half: number;
}[] = [
  { from: [0, 14], to: [0, 45], half: 2.4 },
  { from: [14, 0], to: [17, 0], half: 1.9 },
  { from: [-14, 0], to: [-17, 0], half: 1.9 },
  { from: [38, 0], to: [35, 0], half: 1.9 },
  { from: [-38, 0], to: [-35, 0], half: 1.9 },
  { from: [0, 67], to: [0, 98], half: 2.4 },
  { from: [46, 8], to: [50, 24], half: 1.7 },
  { from: [60, 39], to: [71.4, 56], half: 1.7 },
  { from: [69.5, 65.7], to: [55.2, 74], half: 1.7 },
  { from: [35.5, 85.4], to: [8, 101.3], half: 1.7 },
];

/**
 * Where gates stand: eight around the plaza (pairs left and right, from the lagoon on), eight in a ring on the frontier
 * (pairs left and right, from its bridge on), four around each garden. Their order is stored, their places are not.
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
  { x: -11.25, z: 92.59, yaw: -2.4435 },
  { x: 11.25, z: 92.59, yaw: 2.4435 },
  { x: -17.23, z: 102.96, yaw: -1.7453 },
  { x: 17.23, z: 102.96, yaw: 1.7453 },
  { x: -15.16, z: 114.75, yaw: -1.0472 },
  { x: 15.16, z: 114.75, yaw: 1.0472 },
  { x: -5.99, z: 122.44, yaw: -0.3491 },
  { x: 5.99, z: 122.44, yaw: 0.3491 },
  { x: -46, z: -18, yaw: Math.PI },
  { x: -64.5, z: 0, yaw: -1.5708 },
  { x: 46, z: -18, yaw: Math.PI },
  { x: 64.5, z: 0, yaw: 1.5708 },
  { x: -60.58, z: -11.39, yaw: -2.234 },
  { x: -60.58, z: 11.39, yaw: -0.9076 },
  { x: 60.58, z: -11.39, yaw: 2.234 },
  { x: 60.58, z: 11.39, yaw: 0.9076 },
];

/** So many of the gates, from the first on, stand around the plaza. */
export const PLAZA_GATES = 8;

/** A gate in view of whoever comes in: something one can do stands there. */
export const FIRST_TRY_SPOT = 3;

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
  { x: -3.2, z: 29, yaw: -Math.PI / 2 },
  { x: 3.2, z: 29, yaw: Math.PI / 2 },
  { x: -3.2, z: 41, yaw: -Math.PI / 2 },
  { x: 3.2, z: 41, yaw: Math.PI / 2 },
  { x: -3.2, z: 71, yaw: -Math.PI / 2 },
  { x: 3.2, z: 71, yaw: Math.PI / 2 },
  { x: -3.2, z: 84, yaw: -Math.PI / 2 },
  { x: 3.2, z: 84, yaw: Math.PI / 2 },
  { x: 36, z: -2.9, yaw: Math.PI },
  { x: 36, z: 2.9, yaw: 0 },
  { x: -36, z: -2.9, yaw: Math.PI },
  { x: -36, z: 2.9, yaw: 0 },
  { x: 51.6, z: 20.6, yaw: 1.3 },
  { x: 59.1, z: 42.2, yaw: -0.98 },
  { x: 59.4, z: 74.4, yaw: 0.5 },
  { x: 32.6, z: 84.4, yaw: 2.6 },
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
