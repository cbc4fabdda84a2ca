/** Plain words for hues. */

/** From the start of the OKLCH circle on, sixteen names, each for its sixteenth of a turn. */
const HUES = [
  'rose',
  'coral',
  'rust',
  'amber',
  'honey',
  'lemon',
  'lime',
  'moss',
  'jade',
  'mint',
  'teal',
  'sky',
  'azure',
  'indigo',
  'violet',
  'orchid',
] as const;

/** The name of a hue in turns: 0 is rose, a quarter honey, a half mint. */
export function hueName(turns: number): string {
  const wrapped = turns - Math.floor(turns);
  return HUES[Math.floor(wrapped * HUES.length) % HUES.length] ?? 'rose';
}
