import { expect, test } from 'vitest';
import { parkour } from '#content/families/parkour.ts';
import { Archive, cellOf, type Node } from '#content/solvers/go-explore/archive.ts';
import { type Packed, pack, packInputs, unpack } from '#content/solvers/go-explore/packed.ts';
import { goExplore } from '#content/solvers/go-explore.ts';
import { Rng } from '#shared/base/rng.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { ENGINE, Engine } from '#shared/physics/engine.ts';
import { provingGround, provingTape } from '#shared/physics/proving-ground.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import { Run } from '#shared/physics/run.ts';
import type { Payload } from '#shared/records/payload.ts';

const rapier = await new Engine().load();

test.each([
  ['plain', provingGround()],
  ['rich', richGround()],
])('a packed snapshot of a %s scene is unpacked to the same one, at any moment', (_, scene) => {
  const run = new Run(rapier, scene);
  for (const byte of provingTape().slice(0, 600)) {
    run.step(byte, byte);
    if (run.tick % 50 !== 0) continue;
    const saved = run.snapshot();
    const back = unpack(pack(saved));
    expect(back.world).toBe(saved.world);
    expect({ ...back, world: null }).toEqual({ ...saved, world: null });
  }
  run.free();
});

test('a node whose snapshot was given up is reached again from its ancestors, exactly', () => {
  const run = new Run(rapier, provingGround());
  const root: Node = { parent: null, inputs: '', tick: 0, progress: 0, visits: 0, saved: pack(run.snapshot()) };
  const archive = new Archive(cellOf(run), root);
  let parent = root;
  const digests = new Map<Node, string>();
  const tape = provingTape().slice(0, 400);
  for (let from = 0; from < tape.length; from += 40) {
    const inputs = [...tape.slice(from, from + 40)];
    for (const byte of inputs) run.step(byte);
    const saved: Packed | null = from % 120 === 0 ? pack(run.snapshot()) : null;
    parent = { parent, inputs: packInputs(inputs), tick: run.tick, progress: 0, visits: 0, saved };
    digests.set(parent, digestOf(run));
  }
  for (const [node, digest] of [...digests].reverse()) {
    archive.enter(run, node);
    expect(digestOf(run)).toBe(digest);
    expect(node.saved).not.toBeNull();
  }
  expect(archive.inputsTo(parent)).toEqual(tape);
  run.free();
});

test('for several it gives tapes that the judge takes, the same from the same seed', async () => {
  const near = { at: [0, 96, -160], half: [256, 96, 96], yaw: 0 };
  const scene = { ...richGround(), goal: near, checkpoints: [], doors: [], buttons: [], crates: [] };
  for (const name of ['levers', 'clocks', 'keys', 'locks', 'winds', 'grips'] as const) delete scene[name];
  const instance = parkour.parseInstance({ scene, engine: ENGINE });
  const solve = async () => {
    const run = await goExplore.start(instance, new Rng('pair'));
    let found: Payload | null = null;
    for (let step = 0; step < 4_000 && found === null; step++) found = run.next()?.found ?? null;
    run.close();
    return found;
  };
  const found = await solve();
  expect(found?.kind).toBe('tapes');
  expect(await solve()).toEqual(found);
  expect(await parkour.judge(instance, parkour.parsePayload(found, instance))).toMatchObject({ ok: true });
});
