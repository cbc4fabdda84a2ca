/** A person who comes in without a browser and plays a gate live, tick by tick, at the pace of the clock. */
import { Api } from '#client/net/api.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import { straightTape } from './straight-course.ts';
import { comeInWithoutPage } from './without-page.ts';

const LONGEST = 3_600;
const BEAT_MS = 50;

/**
 * Plays the straight course to its goal under that name; answers what the world says of it.
 * @param waits ticks that are stood still before the first step
 */
export async function playStraightCourse(url: string, name: string, waits = 0): Promise<string> {
  const payload = straightTape();
  if (payload.kind !== 'tape') throw new Error('not a tape');
  const tape = Uint8Array.from([...new Uint8Array(waits), ...decodeTape(payload.bytes, LONGEST)]);
  const client = await comeInWithoutPage(url, name);
  const [challenge] = await new Api(url).challenges();
  if (challenge === undefined) throw new Error('there is no gate');
  await client.begin(challenge.id);
  const startedAt = performance.now();
  for (let at = 0; at < tape.length; ) {
    const due = Math.min(tape.length, Math.floor(((performance.now() - startedAt) / 1_000) * 60));
    for (; at < due; at++) client.push(tape[at] ?? 0);
    await new Promise((later) => setTimeout(later, BEAT_MS));
  }
  const result = await client.finish();
  await client.leave();
  return result.ok ? result.value.sentence : result.sentence;
}
