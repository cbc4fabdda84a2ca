/** Puts the automata into the room: their bodies among the avatars, and what each does and why. */
import { automatonKey, type Bodies } from '#server/ports/presence.ts';
import { AutomatonLine, type WorldState } from '#shared/protocol/world-state.ts';
import { newAvatar, showStroller } from './seat.ts';

/** Called every tick; only what changed travels. */
export function showBodies(bodies: Bodies, { avatars, automata }: WorldState): void {
  for (const body of bodies.all()) {
    const key = automatonKey(body.id);
    const avatar = avatars.get(key) ?? newAvatar(body.account, body.name, true);
    showStroller(avatar, body.at);
    if (avatar.emote !== body.emote) avatar.emote = body.emote;
    if (!avatars.has(key)) avatars.set(key, avatar);
    const line = automata.get(body.id) ?? new AutomatonLine();
    line.name = body.name;
    line.doing = body.doing;
    line.because = body.because;
    line.lastError = body.lastError ?? '';
    if (!automata.has(body.id)) automata.set(body.id, line);
  }
}
