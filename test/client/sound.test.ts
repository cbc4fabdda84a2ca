/** Sound as far as it runs without a loudspeaker: feet that come down, the ground under them, captions with a side. */
import { describe, expect, it } from 'vitest';
import type { AvatarDraw } from '#client/scene/flock.ts';
import { type Caption, Captions, sideOf } from '#client/sound/captions.ts';
import { Footfalls } from '#client/sound/footfalls.ts';
import { surfaceAt } from '#client/sound/surface.ts';
import { heightAt } from '#content/world/terrain.ts';

const EAR = { x: 0, y: 3, z: 0, yaw: 0 };

function walker(id: string, like: Partial<AvatarDraw>): AvatarDraw {
  return {
    ...{ id, name: id, look: 1, x: 0, y: 2.3, z: -3, yaw: 0, speed: 0, air: 0, gesture: 'none', swims: false },
    ...{ head: null, skin: '', isSelf: false, isMachine: false },
    ...like,
  };
}

describe('footfalls', () => {
  const heard = (like: Partial<AvatarDraw>, seconds: number) => {
    const feet = new Footfalls();
    let steps = 0;
    for (let frame = 0; frame < seconds * 60; frame++)
      steps += feet.frame([walker('a', like)], EAR, 1 / 60).filter(({ kind }) => kind === 'step').length;
    return steps;
  };

  it('come faster the faster one goes, and not at all from who stands, swims, flies or is far away', () => {
    expect(heard({ speed: 2.6 }, 10)).toBeGreaterThan(20);
    expect(heard({ speed: 6 }, 10)).toBeGreaterThan(heard({ speed: 2.6 }, 10));
    for (const like of [{ speed: 0 }, { speed: 3, swims: true }, { speed: 6, air: 1 }, { speed: 6, x: 40 }])
      expect(heard(like, 5)).toBe(0);
  });

  it('of a leap are one going up and one coming down', () => {
    const feet = new Footfalls();
    const kinds = [0, 0, 1, 1, 1, 0, 0].flatMap((air) =>
      feet.frame([walker('a', { air })], EAR, 1 / 60).map(({ kind }) => kind),
    );
    expect(kinds).toEqual(['leap', 'land']);
  });

  it('of a crowd are the eight nearest', () => {
    const feet = new Footfalls();
    const crowd = Array.from({ length: 60 }, (_, at) => walker(`w${at}`, { speed: 60, z: -(at % 17) }));
    for (let frame = 0; frame < 5; frame++) {
      const all = feet.frame(crowd, EAR, 1 / 10);
      expect(all.length).toBeLessThanOrEqual(8);
      for (const { who } of all) expect(Math.abs(who.z)).toBeLessThan(3);
    }
  });
});

describe('the ground', () => {
  it('sounds of stone on the plaza, of wood above the land, of water below the sea', () => {
    expect(surfaceAt({ x: 0, y: heightAt(0, 8), z: 8 })).toBe('stone');
    expect(surfaceAt({ x: 0, y: heightAt(0, 8) + 1, z: 8 })).toBe('wood');
    expect(surfaceAt({ x: 0, y: -0.9, z: -56 })).toBe('water');
  });
});

describe('captions', () => {
  it('say on which side, as one faces', () => {
    const at = (x: number, z: number, yaw: number) => sideOf({ x, y: 0, z }, { ...EAR, yaw });
    expect([at(0, -5, 0), at(-5, 0, 0), at(5, 0, 0), at(0, 5, 0), at(0.3, 0, 0)]).toEqual([
      ...['ahead', 'left', 'right', 'behind', 'here'],
    ]);
    expect(at(-5, 0, Math.PI / 2)).toBe('ahead');
  });

  it('stay a while, are never more than three, and do not say the same again at once', () => {
    let lines: readonly Caption[] = [];
    const captions = new Captions((now) => {
      lines = now;
    });
    for (let i = 0; i < 5; i++) captions.hear('steps', { x: 0, y: 0, z: -5 }, EAR, i);
    expect(lines.length).toBe(1);
    for (const cue of ['goal', 'laurel', 'gate', 'closed'] as const) captions.hear(cue, null, EAR, 1);
    expect(lines.map(({ kind }) => kind)).toEqual(['laurel', 'gate', 'closed']);
    captions.frame(9);
    expect(lines).toEqual([]);
  });
});
