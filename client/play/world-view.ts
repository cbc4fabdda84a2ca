/** Puts what the room says into the picture: gates, board, signs and the sky, when they change. */
import { heardInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { DAWN, type Mood } from '#client/scene/atmosphere.ts';
import type { MapStar } from '#client/scene/frontier-map.ts';
import type { GateDraw } from '#client/scene/gates.ts';
import type { LandmarkDraw } from '#client/scene/landmarks.ts';
import type { AtelierDraw } from '#client/scene/workshops.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { groupOf } from '#client/ui/challenge-group.ts';
import { LANDMARK_FAMILIES } from '#content/world/frontier.ts';
import { GATE_SPOTS } from '#content/world/island.ts';
import { type Gate, QUIET_FOR_EVER } from '#shared/protocol/world-state.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import { CHALLENGE_STATES } from '#shared/records/challenge.ts';
import { moodOf, moodWords } from './sky-mood.ts';

/** A gate as the page knows it. */
export interface GateView {
  readonly id: string;
  readonly title: string;
  readonly state: 'frontier' | 'solved' | 'training';
  readonly spot: number;
  /** Metres on the island. */
  readonly x: number;
  readonly z: number;
}

/** Reads the room's state into the scene; holds nothing but what it drew last. */
export class WorldView {
  readonly #scene: WorldScene;
  readonly #client: WorldClient;
  #gates: readonly GateView[] = [];
  #gateText = '';
  /** Null before anything was shown: an empty board has words too. */
  #boardText: string | null = null;
  #moodText = '';
  #mood: Mood = DAWN;
  #atelierText = '';

  constructor(scene: WorldScene, client: WorldClient) {
    this.#scene = scene;
    this.#client = client;
  }

  get gates(): readonly GateView[] {
    return this.#gates;
  }

  /** Lines of the board, newest first. */
  get board(): readonly string[] {
    return [...this.#client.state.board];
  }

  /** After the room's state changed: redraws what is different. */
  refresh(): void {
    const gates: GateView[] = [];
    const drawn: GateDraw[] = [];
    const stars: MapStar[] = [];
    for (const [id, gate] of this.#client.state.gates.entries()) {
      const state = lightOf(gate.state);
      const spot = GATE_SPOTS[gate.spot];
      gates.push({ id, title: gate.title, state, spot: gate.spot, x: spot?.x ?? 0, z: spot?.z ?? 0 });
      stars.push({ family: gate.family, state, difficulty: gate.difficulty });
      drawn.push({
        id,
        spotIndex: gate.spot,
        title: gate.title,
        subtitle: subtitle(state, gate),
        state,
        difficulty: gate.difficulty,
      });
    }
    this.#gates = gates;
    const text = JSON.stringify(drawn);
    if (text !== this.#gateText) {
      this.#scene.island.setGates(drawn);
      this.#scene.island.setLandmarks(LANDMARK_FAMILIES.map((family) => landmark(family, stars)));
      this.#scene.island.setMap({ title: t('map.title'), summary: mapSummary(stars), stars });
    }
    this.#gateText = text;
    this.#refreshBoard();
    this.#refreshSky(stars);
    this.#refreshAteliers();
  }

  /** How the sky stands, in words. */
  get mood(): ReturnType<typeof moodWords> {
    return moodWords(this.#mood);
  }

  #refreshSky(stars: readonly MapStar[]): void {
    const count = (state: MapStar['state']) => stars.filter((star) => star.state === state).length;
    const { quietHours } = this.#client.state;
    const mood = moodOf({
      unsolved: count('frontier'),
      held: count('solved'),
      quietHours: quietHours === QUIET_FOR_EVER ? null : quietHours,
    });
    const text = JSON.stringify(mood);
    // Before the gates have come nothing is known, and it is not night for that.
    if (text === this.#moodText || stars.length === 0) return;
    const first = this.#moodText === '';
    this.#moodText = text;
    this.#mood = mood;
    this.#scene.weather.set(mood, first);
  }

  #refreshAteliers(): void {
    const signs: AtelierDraw[] = [];
    for (const [automaton, { name, doing, because }] of this.#client.state.automata.entries())
      signs.push({
        automaton,
        name,
        words: t('atelier.sign', { doing: t(doingKey(doing)), because: heardInWords(because) }),
      });
    const text = JSON.stringify(signs);
    if (text === this.#atelierText) return;
    this.#atelierText = text;
    this.#scene.island.setAteliers(signs);
  }

  #refreshBoard(): void {
    const lines = this.board;
    const text = lines.join('\n');
    if (text === this.#boardText) return;
    this.#boardText = text;
    this.#scene.island.setBoard(
      t('board.title'),
      lines.map((line) => ({ name: heardInWords(line), value: '' })),
      t('board.walk-in'),
    );
  }
}

/** How many challenges wait, and how many people hold. */
function mapSummary(stars: readonly MapStar[]): string {
  const count = (state: MapStar['state']) => stars.filter((star) => star.state === state).length;
  const open = t('map.unsolved', { count: count('frontier') });
  const held = count('solved');
  return held === 0 ? open : `${open} · ${t('map.held', { count: held })}`;
}

/** What a family's landmark says: how many of its challenges stand open, by what they mean. */
function landmark(family: string, stars: readonly MapStar[]): LandmarkDraw {
  const count = (state: MapStar['state']) =>
    stars.filter((star) => star.family === family && star.state === state).length;
  const counts = { open: count('frontier'), held: count('solved'), training: count('training') };
  const state =
    counts.open > 0 ? 'frontier' : counts.held > 0 ? 'solved' : counts.training > 0 ? 'training' : 'dormant';
  return { family, state, words: state === 'dormant' ? t('landmark.dormant') : t('landmark.counts', counts) };
}

const DOINGS: readonly Automaton['doing'][] = ['making', 'posing', 'attempting', 'guiding', 'walking', 'resting'];

/** The words for what an automaton does, as the room names it. */
function doingKey(doing: string): `doing.${Automaton['doing']}` {
  return `doing.${DOINGS.find((known) => known === doing) ?? 'resting'}`;
}

function subtitle(
  state: GateView['state'],
  { holder, playing, waiting, wanted }: Pick<Gate, 'holder' | 'playing' | 'waiting' | 'wanted'>,
): string {
  if (waiting !== '') return t('gate.label.waiting', { count: wanted, names: waiting });
  const words = state === 'solved' && holder !== '' ? t('gate.label.held', { name: holder }) : t(`gate.label.${state}`);
  return playing > 0 ? `${words} · ${t('gate.label.playing', { count: playing })}` : words;
}

const LIGHTS = { open: 'frontier', people: 'solved', machines: 'training', coming: 'training' } as const;

/** The light of a gate: cyan for unsolved, pink for what a person holds, gold for what machines do too. */
function lightOf(raw: string): GateView['state'] {
  return LIGHTS[groupOf(CHALLENGE_STATES.find((known) => known === raw) ?? 'frontier')];
}
