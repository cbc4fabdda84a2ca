/** What pages pass on from the server and from faults, as a visitor from Austria reads it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Api } from '#client/net/api.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { AutomatonLine, WorldState } from '#shared/protocol/world-state.ts';

let WorldView: typeof import('#client/play/world-view.ts').WorldView;
let Watching: typeof import('#client/watch/watching.ts').Watching;
let HostState: typeof import('#client/host/host-state.ts').HostState;
let errors: typeof import('#shared/base/errors.ts');

beforeAll(async () => {
  // The language is chosen once a page: this is another page.
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', { languages: ['de-AT', 'en'] });
  vi.resetModules();
  ({ WorldView } = await import('#client/play/world-view.ts'));
  ({ Watching } = await import('#client/watch/watching.ts'));
  ({ HostState } = await import('#client/host/host-state.ts'));
  errors = await import('#shared/base/errors.ts');
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('the sign of an atelier says in German what an automaton does, and why', () => {
  const signs: { readonly words: string }[] = [];
  const island = {
    setGates: () => undefined,
    setLandmarks: () => undefined,
    setMap: () => undefined,
    setBoard: () => undefined,
    setAteliers: (drawn: readonly { readonly words: string }[]) => signs.push(...drawn),
  };
  const state = new WorldState();
  const line = { name: 'Vela', doing: 'resting', because: 'Nothing new came to mind.' };
  state.automata.set('vela', new AutomatonLine().assign(line));
  const view = new WorldView({ island } as unknown as WorldScene, { state } as unknown as WorldClient);
  view.refresh();
  expect(signs).toMatchObject([{ name: 'Vela', words: 'ruht sich aus · Mir ist nichts Neues eingefallen.' }]);
});

test('what the host could not do is said in German', async () => {
  const { DimensionError } = errors;
  const host = new HostState(() => undefined);
  const answer = Promise.reject(new DimensionError('server.away', 'The world cannot be reached right now.'));
  const api: Partial<Api> = {
    intent: () => answer,
    hostStatus: () => answer,
    challenges: () => answer,
    works: () => answer,
  };
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  host.watch(api as Api);
  expect(await host.moderate('work', '1', true)).toBe('Die Welt ist gerade nicht zu erreichen.');
});

test('why nothing can be shown beside a recording is said in German', async () => {
  const { DimensionError } = errors;
  const records = [{ attempt: 'theirs', holder: '0x1', holderName: 'Bo', value: 90, unit: 'tick' }];
  const watched = {
    attempt: { id: 'mine', payload: { kind: 'tape', bytes: '' }, verdict: { ok: true, value: 91 } },
    card: { records, machine: [] },
    family: { better: 'lower' },
  };
  const playhead = { tick: 0, length: 1, playing: false, ended: false, speed: 1 };
  const show = {
    ...{ playhead, known: 1, marks: [], counts: 'ticks', names: [], split: false },
    beside: () => undefined,
    ownVerdict: () => Promise.resolve(null),
  };
  const api = {
    replay: () => Promise.reject(new DimensionError('server.away', 'The world cannot be reached right now.')),
  };
  const watching = new Watching(...([watched, show, api, {}] as unknown as ConstructorParameters<typeof Watching>));
  await watching.choose(watching.rivals[0]?.key ?? '');
  expect(watching.rivalIs.value).toEqual({
    problem: 'Was daneben stehen soll, lässt sich nicht zeigen: Die Welt ist gerade nicht zu erreichen.',
  });
});
