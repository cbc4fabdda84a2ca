/** The state of the `world` room that Colyseus keeps in step on every client: slow facts and poses, as numbers. */
import { type SchemaType, schema, t } from '@colyseus/schema';

/** No laurel yet, or none for more than seven years. */
export const QUIET_FOR_EVER = 65_535;

/** One avatar, person or automaton. Positions in metres, yaw and pitch in radians, speed in m/s. */
export const Avatar = schema(
  {
    address: t.string().default(''),
    name: t.string().default(''),
    machine: t.boolean().default(false),
    /** Seed of its two colours, 0 … 65535. */
    colour: t.uint16().default(0),
    /** The state of the stroll (shared/physics/stroll.ts): soles, velocity, counters; prediction takes over exactly. */
    x: t.float32().default(0),
    y: t.float32().default(0),
    z: t.float32().default(0),
    vx: t.float32().default(0),
    vy: t.float32().default(0),
    vz: t.float32().default(0),
    yaw: t.float32().default(0),
    grounded: t.boolean().default(true),
    coyote: t.uint8().default(0),
    buffer: t.uint8().default(0),
    held: t.boolean().default(false),
    rising: t.boolean().default(false),
    /** What it shows, by its number in gestures.ts. */
    emote: t.uint8().default(0),
    /** The work it wears as a skin; empty for its own two colours. */
    skin: t.string().default(''),
    connected: t.boolean().default(true),
  },
  'Avatar',
);
export type Avatar = SchemaType<typeof Avatar>;

/** A gate in the world, one a challenge that is open. */
export const Gate = schema(
  {
    challenge: t.string().default(''),
    title: t.string().default(''),
    family: t.string().default(''),
    /** training, frontier or solved. */
    state: t.string().default('frontier'),
    spot: t.uint8().default(0),
    /** 0 … 5 diamonds. */
    difficulty: t.uint8().default(0),
    record: t.string().default(''),
    holder: t.string().default(''),
    playing: t.uint8().default(0),
    /** Names of those who wait here for others, and for how many more. */
    waiting: t.string().default(''),
    wanted: t.uint8().default(0),
  },
  'Gate',
);
export type Gate = SchemaType<typeof Gate>;

/** A work standing in the world. */
export const PlacedWork = schema(
  {
    id: t.string().default(''),
    generator: t.string().default(''),
    generatorVersion: t.uint16().default(1),
    genome: t.string().default(''),
    title: t.string().default(''),
    maker: t.string().default(''),
    /** pedestal or frame: `spot` counts within its kind in content/world/island.ts. */
    spotKind: t.string().default('pedestal'),
    spot: t.uint8().default(0),
  },
  'PlacedWork',
);
export type PlacedWork = SchemaType<typeof PlacedWork>;

/** What an automaton does and why, for everybody to see. */
export const AutomatonLine = schema(
  {
    name: t.string().default(''),
    doing: t.string().default('resting'),
    because: t.string().default(''),
    lastError: t.string().default(''),
  },
  'AutomatonLine',
);
export type AutomatonLine = SchemaType<typeof AutomatonLine>;

/** The whole room. Maps are keyed by session id (`@name` for automata), challenge id, work id and automaton id. */
export const WorldState = schema(
  {
    avatars: t.map(Avatar),
    gates: t.map(Gate),
    works: t.map(PlacedWork),
    automata: t.map(AutomatonLine),
    /** Lines of the board on the plaza, newest first, at most 8. */
    board: t.array('string'),
    /** Hours since somebody last earned a laurel, at most `QUIET_FOR_EVER`, which also stands for never: the sky shows it. */
    quietHours: t.uint16().default(QUIET_FOR_EVER),
  },
  'WorldState',
);
export type WorldState = SchemaType<typeof WorldState>;

/** One tick of a player's input at 20 Hz: the same byte as a tape's (heading, gait, jump), and nothing else. */
export const MoveInput = schema({ keys: t.uint8().default(0) }, 'MoveInput');
export type MoveInput = SchemaType<typeof MoveInput>;
