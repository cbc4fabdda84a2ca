/** What the sky of the island says of the frontier: how much of it people hold, and how long ago it last moved. */
import type { Mood } from '#client/scene/atmosphere.ts';

/** What is counted. */
export interface FrontierCount {
  /** Open challenges that nobody has solved. */
  readonly unsolved: number;
  /** Open challenges that people hold. */
  readonly held: number;
  /** Hours since somebody last earned a laurel; null: never yet. */
  readonly quietHours: number | null;
}

/** After so many hours without a laurel clouds gather, mist rises, rain falls. */
const CLOUDS_AFTER = 24;
const MIST_AFTER = 72;
const RAIN_AFTER = 168;
/** For so many hours after a laurel ribbons of light hang in the sky. */
const RIBBONS = 1;

/**
 * Nothing held: dawn. Half of it: noon. All of it: a golden evening. Nothing open at all for people: night, with stars.
 * A frontier that stands still clouds over; one that has just moved shines.
 */
export function moodOf({ unsolved, held, quietHours }: FrontierCount): Mood {
  const open = unsolved + held;
  const quiet = quietHours ?? 0;
  const grown = (from: number, to: number) => Math.min(1, Math.max(0, (quiet - from) / (to - from)));
  return {
    day: open === 0 ? 1 : held / open,
    night: open === 0 ? 1 : 0,
    clouds: grown(CLOUDS_AFTER / 2, MIST_AFTER) * 0.85,
    mist: grown(MIST_AFTER / 2, RAIN_AFTER) * 0.6,
    rain: grown(RAIN_AFTER * 0.75, RAIN_AFTER),
    aurora: quietHours === null || quietHours >= RIBBONS ? 0 : 1,
  };
}

/** The mood in one word each, for the sentence that explains it. */
export function moodWords({ day, night, clouds, rain, aurora }: Mood): {
  readonly hour: 'dawn' | 'day' | 'evening' | 'night';
  readonly weather: 'ribbons' | 'fair' | 'cloudy' | 'rain';
} {
  const hour = night > 0.5 ? 'night' : day < 0.2 ? 'dawn' : day < 0.8 ? 'day' : 'evening';
  const weather = aurora > 0 ? 'ribbons' : rain > 0.3 ? 'rain' : clouds > 0.3 ? 'cloudy' : 'fair';
  return { hour, weather };
}
