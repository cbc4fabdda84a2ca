/** The archive of Go-Explore: the soonest way to every cell, with bounded memory. */
import type { Rng } from '#shared/base/rng.ts';
import type { CharacterState } from '#shared/physics/character.ts';
import type { Run } from '#shared/physics/run.ts';
import { SCENE_FORM } from '#shared/physics/scene.ts';
import { TILE_TICKS } from '#shared/physics/tiles.ts';
import { compact } from './compact.ts';
import { type Packed, pack, packInputs, unpack } from './packed.ts';

/** A state once reached: the inputs that led here from its parent, and the way back by snapshot. */
export interface Node {
  parent: Node | null;
  /** One character of text a tick and start, tick by tick. */
  inputs: string;
  readonly tick: number;
  readonly progress: number;
  visits: number;
  /** Null when memory was needed for others: the inputs from an ancestor lead here again. */
  saved: Packed | null;
}

const MOST_CELLS = 80_000;
/** Bytes of engine snapshots kept at once. */
const MOST_BYTES = 40 * 1024 * 1024;
const TOURNAMENT = 6;
/** New ways kept between two foldings of the tree. */
const FOLD_EVERY = 60_000;

/**
 * The cell a run is in: 1 m × 0.67 m × 1 m, on the ground or not, checkpoint, doors, live buttons, crates by the metre;
 * in richer scenes also levers, keys, locks, tiles that gave way, the wall leapt from, and all of this for everybody.
 */
export function cellOf(run: Run): string {
  const { mechanism, scene } = run;
  let doors = 0;
  for (const [index, slid] of mechanism.slid.entries())
    if (2 * slid > (scene.doors[index]?.travel ?? 0)) doors |= 1 << index;
  for (const [index, live] of mechanism.live.entries()) if (live > 0) doors |= 1 << (index + 16);
  let crates = '';
  for (const index of scene.crates.keys()) {
    const crate = run.cratePose(index).at;
    crates += `;${Math.floor(crate.x)},${Math.floor(crate.y)},${Math.floor(crate.z)}`;
  }
  const [first = '', ...others] = run.characters.map(placeOf);
  const plain = `${first},${doors}${crates}`;
  return scene.form === SCENE_FORM ? plain : `${plain}|${others.join(';')}|${richStateOf(run)}`;
}

function placeOf({ at, motion, checkpoint }: CharacterState): string {
  return `${Math.floor(at.x)},${Math.floor(at.y * 1.5)},${Math.floor(at.z)},${motion.grounded ? 1 : 0},${checkpoint}`;
}

function richStateOf({ mechanism, keys, tiles, characters }: Run): string {
  const gone = tiles.map((since) => (since > TILE_TICKS.gives ? 1 : 0)).join('');
  const walls = characters.map(({ wall }) => wall).join(',');
  return `${mechanism.thrown.join('')}|${keys.holders.join(',')}|${keys.opened.join('')}|${gone}|${walls}`;
}

/** Cells, their nodes, and which snapshots are in memory. */
export class Archive {
  readonly #cells = new Map<string, number>();
  readonly #nodes: Node[] = [];
  readonly #root: Node;
  readonly #starts: number;
  /** Nodes with an engine snapshot, least recently used first. */
  readonly #kept = new Set<Node>();
  #bytes = 0;
  #offers = 0;

  /** @param starts how many characters play: so many inputs make one tick */
  constructor(cell: string, root: Node, starts = 1) {
    this.#root = root;
    this.#starts = starts;
    this.#cells.set(cell, 0);
    this.#nodes.push(root);
  }

  /** How many cells were reached. */
  get size(): number {
    return this.#nodes.length;
  }

  /** A node worth exploring from: the least visited of a few, or the furthest of a few; none at or after `before`. */
  choose(rng: Rng, before: number): Node {
    const furthest = rng.chance(0.35);
    let best: Node | null = null;
    for (let round = 0; round < TOURNAMENT; round++) {
      const node = rng.pick(this.#nodes);
      if (node.tick >= before - 1) continue;
      if (best === null || (furthest ? score(node) > score(best) : node.visits < best.visits)) best = node;
    }
    return best ?? this.#root;
  }

  /** Keeps the run's state when its cell is new or was reached later before; null when it is not kept. */
  offer(cell: string, run: Run, parent: Node, inputs: readonly number[], progress: number): Node | null {
    const index = this.#cells.get(cell);
    const known = index === undefined ? undefined : this.#nodes[index];
    if (known !== undefined && known.tick <= run.tick) return null;
    if (known === undefined && this.#nodes.length >= MOST_CELLS) return null;
    const visits = known === undefined ? 0 : known.visits >> 1;
    const node = { parent, inputs: packInputs(inputs), tick: run.tick, progress, visits, saved: pack(run.snapshot()) };
    if (index === undefined) {
      this.#cells.set(cell, this.#nodes.length);
      this.#nodes.push(node);
    } else {
      this.#nodes[index] = node;
      // Nobody returns to the one it replaces; its inputs stay as long as others came by it.
      if (known !== undefined) this.#drop(known);
    }
    this.#keep(node);
    if (++this.#offers % FOLD_EVERY === 0) compact(this.#nodes, this.#root);
    return node;
  }

  /** Brings the run to a node: by its snapshot, or from the nearest ancestor that has one. */
  enter(run: Run, node: Node): void {
    const way: Node[] = [];
    let at = node;
    while (at.saved === null && at.parent !== null) {
      way.push(at);
      at = at.parent;
    }
    if (at.saved !== null) run.restore(unpack(at.saved));
    for (const { inputs } of way.reverse())
      for (let next = 0; next < inputs.length; next += this.#starts) run.step(...this.#bytesAt(inputs, next));
    if (node.saved === null) {
      node.saved = pack(run.snapshot());
      this.#keep(node);
    } else if (this.#kept.delete(node)) this.#kept.add(node);
  }

  /** All inputs from the start to a node: one byte a tick and start, tick by tick. */
  inputsTo(node: Node): Uint8Array {
    const inputs = new Uint8Array(node.tick * this.#starts);
    for (let at: Node | null = node; at !== null; at = at.parent) {
      const from = at.tick * this.#starts - at.inputs.length;
      for (let next = 0; next < at.inputs.length; next++) inputs[from + next] = at.inputs.charCodeAt(next);
    }
    return inputs;
  }

  #bytesAt(inputs: string, next: number): readonly number[] {
    return Array.from({ length: this.#starts }, (_, who) => inputs.charCodeAt(next + who));
  }

  #keep(node: Node): void {
    const size = node.saved?.world?.length ?? 0;
    if (size === 0 || node === this.#root) return;
    this.#kept.add(node);
    this.#bytes += size;
    for (const oldest of this.#kept) {
      if (this.#bytes <= MOST_BYTES || oldest === node) break;
      this.#drop(oldest);
    }
  }

  #drop(node: Node): void {
    if (this.#kept.delete(node)) this.#bytes -= node.saved?.world?.length ?? 0;
    node.saved = null;
  }
}

/** Progress, less for what was visited often, so that a dead end near the goal does not hold all attention. */
function score(node: Node): number {
  return node.progress / Math.sqrt(1 + node.visits / 8);
}
