/** Being with others: whom one does not hear, and walking after somebody. */
import { describe, expect, it } from 'vitest';
import { Following } from '#client/play/following.ts';
import { Muted } from '#client/play/muted.ts';
import { bubbleOf } from '#client/scene/avatars.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { IDLE } from '#shared/physics/input.ts';
import { placeStroller, stroll } from '#shared/physics/stroll.ts';

const ADA = `0x${'a'.repeat(40)}`;

class Kept {
  text: string | null;
  constructor(text: string | null = null) {
    this.text = text;
  }
  getItem(): string | null {
    return this.text;
  }
  setItem(_key: string, value: string): void {
    this.text = value;
  }
}

describe('muting', () => {
  it('lasts to the next visit and can be taken back', () => {
    const kept = new Kept();
    new Muted(kept).set(ADA, true);
    const again = new Muted(kept);
    expect(again.has(ADA)).toBe(true);
    again.set(ADA, false);
    expect(new Muted(kept).has(ADA)).toBe(false);
  });

  it('takes nothing from storage that is no account, and works without storage', () => {
    for (const text of ['nonsense', '{}', '[1,null,"0x12"]']) expect(new Muted(new Kept(text)).has('0x12')).toBe(false);
    const muted = new Muted(null);
    muted.set(ADA, true);
    expect(muted.has(ADA)).toBe(true);
  });
});

describe('following', () => {
  it('comes near somebody who walks around, by the law’s own steps, and stands there', () => {
    const follower = placeStroller(0, 10, 0, ISLAND_GROUND);
    const leader = placeStroller(-8, 4, 0, ISLAND_GROUND);
    const following = new Following();
    following.start('leader');
    let away = 0;
    for (let step = 0; step < 600; step++) {
      // The leader goes around the stage for a while, then stands.
      if (step < 300) stroll(leader, 64 + (Math.floor(step / 10) % 32), ISLAND_GROUND);
      const byte = following.byte(follower, leader);
      expect(byte).not.toBe(null);
      stroll(follower, byte ?? IDLE, ISLAND_GROUND);
      away = Math.hypot(follower.x - leader.x, follower.z - leader.z);
    }
    expect(away).toBeLessThan(2.6);
    expect(following.byte(follower, leader)).toBe(IDLE);
  });

  it('gives up whoever is gone, too far away, or behind what cannot be passed', () => {
    const following = new Following();
    following.start('leader');
    expect(following.byte({ x: 0, z: 0 }, null)).toBe(null);
    expect(following.byte({ x: 0, z: 0 }, { x: 200, z: 0 })).toBe(null);
    let last: number | null = 1;
    for (let step = 0; step < 400 && last !== null; step++) last = following.byte({ x: 0, z: 0 }, { x: 20, z: 0 });
    expect(last).toBe(null);
  });
});

describe('a bubble', () => {
  it('has two lines at most, cut where words end', () => {
    expect(bubbleOf('hello')).toEqual({ dot: '#ffffff', text: 'hello' });
    const { text, second } = bubbleOf(
      'the quick brown fox jumps over the lazy dog and then goes home to sleep a long while',
    );
    expect(text).toBe('the quick brown fox jumps');
    expect(second?.endsWith('…')).toBe(true);
    expect(bubbleOf('x'.repeat(200)).second?.length).toBeLessThanOrEqual(36);
  });
});
