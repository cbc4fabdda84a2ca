/** The worker that grows meshes, so that no frame waits for one. */
import { answerGrow } from './answer-grow.ts';
import type { GrowAnswer, GrowRequest, Reply } from './messages.ts';

addEventListener('message', async (event: MessageEvent<GrowRequest>) => {
  const answer = await answerGrow(event.data);
  const reply: Reply<GrowAnswer> = { id: event.data.id, answer };
  postMessage(reply, { transfer: answer.kind === 'mesh' ? buffersOf(answer) : [] });
});

function buffersOf(mesh: Extract<GrowAnswer, { kind: 'mesh' }>): Transferable[] {
  const { positions, normals, colours, surfaces, indices } = mesh;
  return [positions, normals, colours, surfaces, indices].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
