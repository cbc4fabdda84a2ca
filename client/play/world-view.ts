/** Puts what the room says into the picture: avatars every frame, gates and board when they change. */

import { heardInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { AvatarPose } from '#client/net/avatar-pose.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import { DAWN, type Mood } from '#client/scene/atmosphere.ts';
import type { AvatarDraw } from '#client/scene/flock.ts';
import type { MapStar } from '#client/scene/frontier-map.ts';
import type { GateDraw } from '#client/scene/gates.ts';
import type { LandmarkDraw } from '#client/scene/landmarks.ts';
import type { Gaze } from '#client/scene/stance.ts';
import type { AtelierDraw } from '#client/scene/workshops.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { groupOf } from '#client/ui/challenge-group.ts';
import { LANDMARK_FAMILIES } from '#content/world/frontier.ts';
import { GATE_SPOTS, SEA_LEVEL } from '#content/world/island.ts';
import { SWIM_DEPTH } from '#shared/physics/stroll.ts';
import { type Gate, QUIET_FOR_EVER } from '#shared/protocol/world-state.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import { CHALLENGE_STATES } from '#shared/records/challenge.ts';
import type { Companion } from './on-course.ts';
import type { RunnerPose } from './runner.ts';
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
  /** Drawn beside those who are there: only for measuring the picture. */
  crowd: readonly AvatarDraw[] = [];
  #drawn: readonly AvatarDraw[] = [];
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

  /** Everybody as drawn in the last frame. */
  get drawn(): readonly AvatarDraw[] {
    return this.#drawn;
  }

  get gates(): readonly GateView[] {
    return this.#gates;
  }

  /** Lines of the board, newest first. */
  get board(): readonly string[] {
    return [...this.#client.state.board];
  }

  /** Everybody on the island, oneself by prediction; `self` is null until the room has shown it. */
  drawWalkers(nowMs: number): { readonly self: AvatarPose | null; readonly others: readonly AvatarPose[] } {
    const self = this.#client.self();
    const others = this.#client.others(nowMs);
    const list = others.map((pose) => draw(pose, null));
    if (self !== null) list.push(draw(self, this.#ownHead(self.yaw)));
    list.push(...this.crowd);
    this.#show(list);
    return { self, others };
  }

  /** On a course: oneself, the others under their names, and those that one moves oneself in colours of their own. */
  drawRunner(pose: RunnerPose, companions: readonly Companion[]): void {
    const self = this.#client.self();
    if (self === null) return;
    const runner = (at: RunnerPose, more: Partial<AvatarDraw>): AvatarDraw => ({
      ...{ ...draw(self, NO_TURN), ...at, air: at.grounded ? 0 : 1, gesture: 'none', swims: false, head: NO_TURN },
      ...more,
    });
    this.#show([
      runner(pose, {}),
      ...companions.map((at, index) =>
        runner(at, {
          id: `companion ${index}`,
          name: at.name ?? '',
          look: at.look ?? self.colour + 1 + index,
          isSelf: false,
        }),
      ),
    ]);
  }

  #show(list: readonly AvatarDraw[]): void {
    this.#drawn = list;
    this.#scene.setAvatars(list);
  }

  /** One's own head follows the camera as far as a neck turns; nobody else sees it. */
  #ownHead(bodyYaw: number): Gaze {
    const { yaw, pitch } = this.#scene.camera.view;
    const turn = yaw - bodyYaw - Math.PI * 2 * Math.round((yaw - bodyYaw) / (Math.PI * 2));
    if (Math.abs(turn) > OVER_SHOULDER) return NO_TURN;
    return { yaw: Math.min(NECK, Math.max(-NECK, turn)), pitch: Math.min(0.4, Math.max(-0.4, pitch + 0.2)) };
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
      signs.push({ automaton, name, words: t('atelier.sign', { doing: t(doingKey(doing)), because }) });
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

/** @param head where one's own head is turned to; null for everybody else */
function draw(pose: AvatarPose, head: Gaze | null): AvatarDraw {
  return {
    id: pose.session,
    name: pose.name,
    look: pose.colour,
    x: pose.x,
    y: pose.y,
    z: pose.z,
    yaw: pose.yaw,
    speed: pose.speed,
    air: pose.grounded ? 0 : 1,
    gesture: pose.gesture,
    swims: pose.y < SEA_LEVEL - SWIM_DEPTH + 0.12,
    head,
    skin: pose.skin,
    isSelf: head !== null,
    isMachine: pose.machine,
  };
}

const NO_TURN: Gaze = { yaw: 0, pitch: 0 };
/** How far a head turns to each side; who looks back over the shoulder keeps the head ahead. Radians. */
const NECK = 1.15;
const OVER_SHOULDER = 2.2;
