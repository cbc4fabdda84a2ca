/** Small line drawings for buttons; decoration only, the button itself carries the words. */

const PATHS = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8a7 7 0 0 1 14 0',
  map: 'M9 5 3 7.500v12L9 17l6 2.500 6-2.500V5l-6 2.500zM9 5v12M15 7.500v12',
  quests: 'M12 3l2.600 6.400L21 12l-6.400 2.600L12 21l-2.600-6.400L3 12l6.400-2.600z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  board: 'M4 5h16v11H4zM12 16v4M8 20h8M8 9h8M8 12h5',
  automata: 'M6 9h12v9H6zM12 9V5M12 5h.01M9.5 13v1M14.5 13v1M3 12v3M21 12v3',
  settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h13',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5h.01',
  photo: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7Z',
  chat: 'M4 5h16v11H9l-5 4z',
  close: 'M6 6l12 12M18 6 6 18',
  wave: 'M8 13V7.5a1.5 1.5 0 0 1 3 0V12m0-1V5.5a1.5 1.5 0 0 1 3 0V12m0-4a1.5 1.5 0 0 1 3 0v6a6 6 0 0 1-6 6c-3 0-4.5-1.5-6.500-4.500L5 13a1.600 1.600 0 0 1 2.800-1.500L8 12',
  dance:
    'M12 3.500a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600ZM6 8l4 2h4l4-3M10 10l-1 5 3 2-3 5M14 10l1 5 3 4',
  point: 'M4 13h8V8l8 4.500L12 17v-4M4 10v6',
  sit: 'M9 4.500a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600ZM8 10v6h7v5M8 12h5M5 9v12',
  cheer: 'M12 4v6M5 7l3 4M19 7l-3 4M7 14h10l-1.500 6h-7z',
  restart: 'M5 12a7 7 0 1 1 2 5M5 12V7M5 12h5',
  leave: 'M14 5H6v14h8M10 12h10M17 9l3 3-3 3',
  jump: 'M12 19V6M6 11l6-6 6 6',
  use: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 3v2M12 19v2M3 12h2M19 12h2',
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  redo: 'm15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6',
  play: 'M7 5l12 7-12 7z',
  copy: 'M8 8h11v11H8zM5 16V5h11',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  frame: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  settle: 'M4 18h16M12 3v10M8 9l4 4 4-4',
  shake: 'M4 12l3-5 3 10 4-10 3 10 3-5',
  machine: 'M6 9h12v9H6zM12 9V5M9.5 13v1M14.5 13v1',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  previous: 'M15 6l-6 6 6 6',
  next: 'M9 6l6 6-6 6',
  keys: 'M3 7h18v10H3zM7 11h.01M12 11h.01M17 11h.01M8 14h8',
  'settle-up': 'M4 6h16M12 21V10M8 15l4-4 4 4',
  pause: 'M8 5v14M16 5v14',
  'step-back': 'M15 6l-6 6 6 6M6 6v12',
  'step-on': 'M9 6l6 6-6 6M18 6v12',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  watch: 'M3 6h18v12H3zM10 9.5l5 2.500-5 2.500z',
  'turn-left': 'M19 12a7 7 0 0 0-12-5L5 9M5 4v5h5',
  nearer: 'M12 5v14M5 12h14',
  farther: 'M5 12h14',
  turn: 'M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing of 24 × 24. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
