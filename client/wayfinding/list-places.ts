/** Every place there is just now: gates, landmarks, ateliers, islands with their gardens, and everybody who is here. */
import { t } from '#client/i18n/translate.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import { LANDMARK_FAMILIES, LANDMARK_SPOTS, PLINTH } from '#content/world/frontier.ts';
import { GATE_SPOTS, type Spot } from '#content/world/island.ts';
import { beforeSpot, type Point } from '#content/world/ways.ts';
import { ATELIER_PLOTS } from '#content/world/workshops.ts';
import { familyWord } from './family-words.ts';
import { NAMED_ISLANDS } from './islands.ts';
import { type GateState, type Place, SPOT } from './place.ts';

/** A gate as the page knows it. */
export interface GateOnMap {
  readonly id: string;
  readonly title: string;
  readonly state: GateState;
  readonly spot: number;
}

/** Somebody who is here. */
export interface Walker {
  readonly session: string;
  readonly name: string;
  readonly machine: boolean;
  readonly x: number;
  readonly z: number;
}

/** Lists them; what stands is put into words once, gates when they change. */
export class PlaceList {
  #standing: readonly Place[] | null = null;
  #known: readonly GateOnMap[] = [];
  #gates: readonly Place[] = [];

  /** In a fixed order; who walks about comes last. */
  read(gates: readonly GateOnMap[], walkers: Iterable<Walker>): readonly Place[] {
    this.#standing ??= standingPlaces();
    if (gates !== this.#known) this.#gates = gates.flatMap(gatePlace);
    this.#known = gates;
    return [...this.#gates, ...this.#standing, ...[...walkers].map(walkerPlace)];
  }
}

function gatePlace({ id, title, state, spot }: GateOnMap): readonly Place[] {
  const at = GATE_SPOTS[spot];
  if (at === undefined) return [];
  const { x, z } = at;
  const before = beforeSpot(at).at;
  const about = t(`place.gate.${state}`);
  const facts = { id: `gate ${id}`, kind: 'gate', name: title, about, x, z } as const;
  return [{ ...facts, before, enter: true, state, challenge: id, number: spot + 1 }];
}

function walkerPlace({ session, name, machine, x, z }: Walker): Place {
  const kind = machine ? 'automaton' : 'person';
  return { ...SPOT, id: `walker ${session}`, kind, name, about: t(`place.kind.${kind}`), x, z };
}

/** What stands for ever. */
function standingPlaces(): readonly Place[] {
  return [
    ...LANDMARK_FAMILIES.flatMap((family, index): Place[] => {
      const name = t('place.landmark', { family: familyWord(family) });
      return standing(`landmark ${family}`, 'landmark', name, LANDMARK_SPOTS[index], PLINTH.radius + 1);
    }),
    ...FOUNDERS.flatMap(({ id, name }, index): Place[] =>
      standing(`atelier ${id}`, 'atelier', t('place.atelier', { name }), ATELIER_PLOTS[index], null),
    ),
    ...NAMED_ISLANDS.map(({ name, x, z }): Place => {
      const kind = name === 'east-garden' || name === 'west-garden' ? 'garden' : 'island';
      return { ...SPOT, id: `island ${name}`, kind, name: t(`island.${name}`), about: t(`island.about.${name}`), x, z };
    }),
  ];
}

function standing(
  id: string,
  kind: 'landmark' | 'atelier',
  name: string,
  spot: Spot | undefined,
  away: number | null,
): Place[] {
  if (spot === undefined) return [];
  const before: Point =
    away === null
      ? beforeSpot(spot).at
      : { x: spot.x - Math.sin(spot.yaw) * away, z: spot.z - Math.cos(spot.yaw) * away };
  return [{ ...SPOT, id, kind, name, about: t(`place.about.${kind}`), x: spot.x, z: spot.z, before }];
}
