/** Coming into a house with nothing but the room, and waiting for what its state says. */
import { Client, type Room } from '@colyseus/sdk';
import { onTestFinished } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import { openRoomHouse, type RoomHouse } from './room-house.ts';
import { scratchFolder } from './scratch.ts';

/** Somebody's side of the room. */
type Joined = Room<unknown, WorldState>;

/** A house for the running test. */
export async function house(): Promise<RoomHouse> {
  const opened = await openRoomHouse(await scratchFolder());
  onTestFinished(() => opened.close());
  return opened;
}

/** Comes in with a token, deaf to talk and news. */
export async function join({ url }: RoomHouse, token: string): Promise<Joined> {
  const room = await new Client(url).joinOrCreate<WorldState>(
    'world',
    { token, protocol: PROTOCOL_VERSION },
    WorldState,
  );
  room.onMessage('said', () => undefined);
  room.onMessage('news', () => undefined);
  return room;
}

/** Resolves with the state as soon as `claim` holds after a patch. */
export function when(room: Joined, claim: (state: WorldState) => boolean): Promise<WorldState> {
  return new Promise((resolve) => {
    const look = (state: WorldState) => {
      if (!claim(state)) return;
      room.onStateChange.remove(look);
      resolve(state);
    };
    room.onStateChange(look);
  });
}
