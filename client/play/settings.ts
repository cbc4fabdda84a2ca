/** What a visitor set, remembered in this browser; what is found there is parsed, never believed. */
/** How much is drawn; `auto` begins with medium and steps down when the machine is slow. */
export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Whose ghost runs beside a person on a course. */
export const GHOST_CHOICES = ['machine', 'record', 'own', 'nobody'] as const;
export type GhostChoice = (typeof GHOST_CHOICES)[number];

/** Everything that can be set on the play page. */
export interface Settings {
  readonly quality: Quality;
  /** 0.3 … 3: how far a drag turns the view. */
  readonly sensitivity: number;
  /** Up looks down. */
  readonly inverted: boolean;
  readonly reducedMotion: boolean;
  readonly ghost: GhostChoice;
}

/** Where settings are kept in the browser's storage. */
export const SETTINGS_KEY = 'dimension.settings.1';
/** The settings of a first visit. */
export const FIRST_SETTINGS: Settings = {
  quality: 'auto',
  sensitivity: 1,
  inverted: false,
  reducedMotion: false,
  ghost: 'machine',
};

/** Reads settings from text that came from outside; whatever is wrong falls back to the first settings. */
export function parseSettings(text: string | null, first: Settings = FIRST_SETTINGS): Settings {
  const found = new Map<string, unknown>();
  try {
    const raw: unknown = JSON.parse(text ?? '{}');
    if (typeof raw === 'object' && raw !== null) for (const [key, value] of Object.entries(raw)) found.set(key, value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const sensitivity = found.get('sensitivity');
  const flag = (key: 'inverted' | 'reducedMotion') => {
    const value = found.get(key);
    return typeof value === 'boolean' ? value : first[key];
  };
  return {
    quality: QUALITIES.find((quality) => quality === found.get('quality')) ?? first.quality,
    sensitivity:
      typeof sensitivity === 'number' && sensitivity >= 0.3 && sensitivity <= 3 ? sensitivity : first.sensitivity,
    inverted: flag('inverted'),
    reducedMotion: flag('reducedMotion'),
    ghost: GHOST_CHOICES.find((choice) => choice === found.get('ghost')) ?? first.ghost,
  };
}
