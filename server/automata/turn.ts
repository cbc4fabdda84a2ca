/** One turn of one automaton: look, choose a skill, decide, walk, run the errand, hand in, say what came of it. */

import type { Act, Crafts, Errand, Rest, Skill } from '#content/skills/skill.ts';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, type Spot } from '#content/world/island.ts';
import { beforeSpot } from '#content/world/ways.ts';
import { GATE_SPOTS_FACT, readGateSpots } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Ruling } from '#shared/records/ruling.ts';
import type { View } from '#shared/records/view.ts';
import type { AutomatonBodies } from './bodies.ts';

/** What a turn needs. */
export interface TurnNeeds {
  readonly store: Store;
  readonly bodies: AutomatonBodies;
  readonly crafts: Crafts;
  readonly skills: readonly Skill[];
  /** Runs an errand when its turn comes and pays for it. */
  readonly compute: (errand: Errand) => Promise<CanonicalValue>;
  /** Hands an intent in at the door and pays for its review. */
  readonly submit: (intent: Intent) => Promise<Ruling>;
  /** Shows and keeps what the automaton does now. */
  readonly tell: (doing: Automaton['doing'], because: string) => Promise<void>;
}

const DOING: Readonly<Record<string, Automaton['doing']>> = { make: 'making', pose: 'posing', attempt: 'attempting' };

/** Takes one turn; the same view and the same `rng` of that turn give the same decision. */
export async function takeTurn(self: Automaton, view: View, rng: Rng, needs: TurnNeeds): Promise<void> {
  const skill = chooseSkill(needs.skills, view, rng.fork('skill'));
  if (skill === null) return lookAround(self, 'Nothing calls me now; I look around.', rng, needs);
  const decision = await skill.decide(view, rng.fork('decide'), needs.crafts);
  if (decision.kind === 'rest') return lookAround(self, decision.because, rng, needs);
  await needs.tell(DOING[skill.id] ?? 'resting', decision.because);
  if (decision.kind === 'act') return handIn(self, decision, needs);
  await goToTarget(self, decision, needs);
  await needs.tell(DOING[skill.id] ?? 'resting', decision.because);
  const result = await needs.compute(decision);
  const concluded = await skill.conclude(view, decision, result, rng.fork('conclude'), needs.crafts);
  if (concluded.kind === 'rest') return rest(concluded, needs);
  return handIn(self, concluded, needs);
}

/** By chance, in proportion to the square of how much it wants to. */
function chooseSkill(skills: readonly Skill[], view: View, rng: Rng): Skill | null {
  const wishes = skills.map((skill) => skill.appeal(view) ** 2);
  let left = rng.unit() * wishes.reduce((sum, wish) => sum + wish, 0);
  for (const [index, skill] of skills.entries()) {
    left -= wishes[index] ?? 0;
    if (left < 0) return skill;
  }
  return null;
}

async function handIn(self: Automaton, act: Act, needs: TurnNeeds): Promise<void> {
  await needs.tell(doingOf(act.intent), act.because);
  const ruling = await needs.submit(act.intent);
  if (!ruling.accepted) return needs.tell('resting', `I was refused: ${ruling.sentence}`);
  if (act.intent.kind === 'work') await visitWork(self, ruling.id, needs);
  await needs.tell('resting', ruling.sentence);
}

function rest({ because }: Rest, needs: TurnNeeds): Promise<void> {
  return needs.tell('resting', because);
}

function doingOf(intent: Intent): Automaton['doing'] {
  return intent.kind === 'work' ? 'making' : intent.kind === 'challenge' ? 'posing' : 'attempting';
}

/** Takes a walk to somewhere and looks at what stands there. */
async function lookAround(self: Automaton, because: string, rng: Rng, needs: TurnNeeds): Promise<void> {
  await needs.tell('resting', because);
  const { at, yaw } = beforeSpot(rng.pick([...FRAME_SPOTS, ...PEDESTAL_SPOTS, ...GATE_SPOTS.slice(0, 8)]));
  await needs.bodies.goTo(self.id, at, yaw);
}

/** Before it attempts a challenge it walks to its gate. */
async function goToTarget(self: Automaton, errand: Errand, needs: TurnNeeds): Promise<void> {
  const { input } = errand;
  if (typeof input !== 'object' || input === null || !('challenge' in input)) return;
  const spots = readGateSpots(await needs.store.fact(GATE_SPOTS_FACT));
  const gate = GATE_SPOTS[spots.get(parseChallengeId(input['challenge'])) ?? -1];
  if (gate !== undefined) await visit(self, gate, needs);
}

async function visitWork(self: Automaton, id: string, needs: TurnNeeds): Promise<void> {
  const place = (await needs.store.work(parseWorkId(id)))?.placement ?? null;
  if (place !== null) await visit(self, place, needs);
}

function visit(self: Automaton, spot: Spot, { bodies }: TurnNeeds): Promise<void> {
  const { at, yaw } = beforeSpot(spot);
  return bodies.goTo(self.id, at, yaw);
}
