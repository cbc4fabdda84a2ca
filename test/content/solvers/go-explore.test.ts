import { expect, test } from 'vitest';
import { Archive, cellOf, type Node } from '#content/solvers/go-explore/archive.ts';
import { type Packed, pack, packInputs, unpack } from '#content/solvers/go-explore/packed.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { Engine } from '#shared/physics/engine.ts';
import { provingGround, provingTape } from '#shared/physics/proving-ground.ts';
import { Run } from '#shared/physics/run.ts';

const rapier = await new Engine().load();

test('a packed snapshot is unpacked to the same one, at any moment', () => {
  const run = new Run(rapier, provingGround());
  for (const byte of provingTape().slice(0, 600)) {
    run.step(byte);
    if (run.tick % 50 !== 0) continue;
    const saved = run.snapshot();
    expect(unpack(pack(saved))).toEqual(saved);
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
