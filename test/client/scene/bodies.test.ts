/** How robots hold themselves: whom they look at, what they wear, and that nothing jumps. */
import { BufferAttribute, BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { type AvatarDraw, STILL, type Stance } from '#client/scene/flock.ts';
import { gazeOf } from '#client/scene/gaze.ts';
import { accentOf, Skins } from '#client/scene/skins.ts';
import { ease } from '#client/scene/stance.ts';
import { skinOfMesh } from '#client/scene/works/mesh-skin.ts';

function somebody(id: string, x: number, z: number, like: Partial<AvatarDraw> = {}): { readonly draw: AvatarDraw } {
  return {
    draw: {
      ...{ id, name: id, look: 1, x, y: 0, z, yaw: 0, speed: 0, air: 0, gesture: 'none', swims: false, head: null },
      ...{ skin: '', isSelf: false, isMachine: false },
      ...like,
    },
  };
}

const silent = () => false;

describe('a gaze', () => {
  const ada = somebody('ada', 0, 0);
  it('goes to who is nearest, to the left for those on the left', () => {
    // Ada looks along −Z: −X is on her left.
    const gaze = gazeOf(ada.draw, [ada, somebody('bo', -2, -2), somebody('cy', 3, -3)], silent);
    expect(gaze?.yaw).toBeCloseTo(Math.PI / 4);
  });

  it('goes to who speaks before who is near, and follows nobody behind', () => {
    const others = [ada, somebody('bo', 1, -1), somebody('cy', -6, -6), somebody('behind', 0.2, 2)];
    expect(gazeOf(ada.draw, others, (id) => id === 'cy')?.yaw).toBeCloseTo(Math.PI / 4);
    expect(gazeOf(ada.draw, [ada, somebody('behind', 0.2, 2)], silent)).toBe(null);
    expect(gazeOf(ada.draw, [ada, somebody('far', 0, -9)], silent)).toBe(null);
  });

  it('never turns a neck farther than it goes, wherever everybody stands', () => {
    for (let turn = 0; turn < 64; turn++) {
      const at = { x: Math.cos(turn) * 3, z: Math.sin(turn) * 3 };
      const gaze = gazeOf({ ...ada.draw, yaw: turn * 0.7 }, [somebody('bo', at.x, at.z, { y: 2 })], silent);
      expect(Math.abs(gaze?.yaw ?? 0)).toBeLessThanOrEqual(1.15);
      expect(Math.abs(gaze?.pitch ?? 0)).toBeLessThanOrEqual(0.5);
    }
  });
});

describe('a stance', () => {
  it('goes over to a gesture and back without a jump, and stays within 0 … 1', () => {
    const stance: Stance = { ...STILL };
    const { draw } = somebody('ada', 0, 0);
    let before = 0;
    for (const gesture of ['dance', 'sit', 'none'] as const)
      for (let frame = 0; frame < 120; frame++) {
        ease(stance, { ...draw, gesture }, null, 1 / 60);
        expect(Math.abs(stance.sit - before)).toBeLessThan(0.12);
        before = stance.sit;
        for (const share of [stance.sit, stance.dance]) expect(share >= 0 && share <= 1).toBe(true);
        if (gesture === 'sit' && frame === 119) expect(stance.sit).toBeGreaterThan(0.99);
      }
    expect(stance.sit + stance.dance).toBeLessThan(0.02);
  });
});

describe('a skin', () => {
  const plain = (r: number, g: number, b: number) => ({
    width: 2,
    height: 2,
    rgba: Uint8Array.from([r, g, b, 255, r, g, b, 255, r, g, b, 255, r, g, b, 255]),
  });

  it('takes the layer of whichever was not worn for longest when all are taken', () => {
    const skins = new Skins();
    for (let work = 0; work < 32; work++) skins.set(`w${work}`, plain(work, 0, 0));
    expect(new Set(Array.from({ length: 32 }, (_, work) => skins.of(`w${work}`)?.layer)).size).toBe(32);
    skins.of('w0');
    skins.set('new', plain(9, 9, 9));
    expect(skins.of('w1')).toBe(null);
    expect(skins.of('w0')?.layer).toBe(0);
    expect(skins.of('new')?.layer).toBe(1);
  });

  it('gives hands and feet a vivid colour of the picture', () => {
    const rgba = new Uint8Array(64 * 4).fill(40);
    rgba.set([250, 60, 10, 255], 16 * 4);
    const accent = accentOf(rgba);
    expect(accent.r).toBeGreaterThan(accent.b + 0.4);
  });

  it('of a sculpture has its foot below and its top above', () => {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from([0, 0, 0, 0.2, 1, 0, 0.1, 2, 0]), 3));
    geometry.setAttribute('color', new BufferAttribute(Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]), 3));
    const { width, height, rgba } = skinOfMesh(geometry);
    const pixel = (row: number) => [...rgba.slice(row * width * 4, row * width * 4 + 3)];
    expect(pixel(height - 1)).toEqual([255, 0, 0]);
    expect(pixel(0).indexOf(255)).toBe(2);
    expect(rgba.some(Number.isNaN)).toBe(false);
  });
});
