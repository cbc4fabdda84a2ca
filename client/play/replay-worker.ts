/** A worker that replays tapes as the server will, so that the expected verdict is there before the server's. */
import { Engine } from '#shared/physics/engine.ts';
import { type Replay, replay } from '#shared/physics/replay.ts';
import type { Scene } from '#shared/physics/scene.ts';

/** What goes in: a scene that was parsed by the page and one byte a tick for each start. */
export interface ReplayQuestion {
  readonly id: number;
  readonly scene: Scene;
  readonly tapes: readonly Uint8Array[];
}
/** What comes back; `problem` is a sentence when the engine did not start. */
export type ReplayAnswer =
  | { readonly id: number; readonly replay: Replay }
  | { readonly id: number; readonly problem: string };

const engine = new Engine();

self.addEventListener('message', async (event: MessageEvent<ReplayQuestion>) => {
  const { id, scene, tapes } = event.data;
  try {
    const rapier = await engine.load();
    const answer: ReplayAnswer = { id, replay: replay(rapier, scene, ...tapes) };
    self.postMessage(answer);
  } catch (error) {
    const answer: ReplayAnswer = { id, problem: error instanceof Error ? error.message : String(error) };
    self.postMessage(answer);
  }
});
