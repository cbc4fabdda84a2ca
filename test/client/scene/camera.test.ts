/** The camera: behind the shoulder, never inside land, obstacles or pieces of a course. */
import { PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { blockOf, isInBlocks } from '#client/scene/course-blocks.ts';
import { FollowCamera, freeDistance } from '#client/scene/follow-camera.ts';
import { isInIsland } from '#client/scene/island-blocks.ts';
import { pickSpot } from '#client/scene/pick.ts';
import { WorldCamera } from '#client/scene/world-camera.ts';
import { GATE_SPOTS, PLAZA_HEIGHT, SPAWN_SPOTS } from '#content/world/island.ts';
import { heightAt } from '#content/world/terrain.ts';

describe('the camera', () => {
  it('stands behind the soles it follows and looks where it is told', () => {
    const follow = new FollowCamera();
    const camera = new PerspectiveCamera();
    follow.view.yaw = Math.PI / 2;
    follow.view.pitch = 0;
    follow.view.distance = 4;
    follow.follow(10, 2, 5);
    follow.place(camera, 0.016, () => false);
    expect(camera.position.x).toBeCloseTo(14, 6);
    expect(camera.position.z).toBeCloseTo(5, 6);
    expect(camera.position.y).toBeCloseTo(3.5, 6);
    expect(camera.getWorldDirection(camera.position.clone()).x).toBeCloseTo(-1, 6);
  });

  it('is held until it follows again, and goes where somebody flies it before both', () => {
    const camera = new WorldCamera();
    const free = () => false;
    camera.hold([1, 2, 3], [1, 2, 0]);
    camera.frame(0.016, free);
    expect(camera.eye.position.toArray()).toEqual([1, 2, 3]);
    camera.follow(10, 2, 5);
    camera.frame(0.016, free);
    expect(camera.isFollowing).toBe(true);
    expect(camera.eye.position.x).toBeCloseTo(10, 6);
    camera.fly((eye) => eye.position.set(7, 7, 7));
    camera.frame(0.016, free);
    expect(camera.isFollowing).toBe(false);
    expect(camera.eye.position.toArray()).toEqual([7, 7, 7]);
    camera.fly(null);
    camera.frame(0.016, free);
    expect(camera.eye.position.x).toBeCloseTo(10, 6);
  });

  it('comes in at once before a wall and goes out again gently', () => {
    const follow = new FollowCamera();
    const camera = new PerspectiveCamera();
    follow.view.pitch = 0;
    follow.view.distance = 6;
    follow.follow(0, 0, 0);
    follow.place(camera, 0.016, (_x, _y, z) => z > 2);
    expect(camera.position.z).toBeLessThanOrEqual(2);
    expect(camera.position.z).toBeGreaterThan(1.8);
    follow.place(camera, 0.016, () => false);
    expect(camera.position.z).toBeLessThan(3);
    for (let i = 0; i < 200; i++) follow.place(camera, 0.016, () => false);
    expect(camera.position.z).toBeCloseTo(6, 2);
  });

  it('never enters the island, whichever way one looks from wherever one appears', () => {
    for (const { x, z } of [...SPAWN_SPOTS, ...GATE_SPOTS, { x: -60, z: 50 }])
      for (let yaw = 0; yaw < 6.28; yaw += 0.4)
        for (const pitch of [-1.2, -0.5, 0, 0.5]) {
          const camera = new PerspectiveCamera();
          const follow = new FollowCamera();
          Object.assign(follow.view, { yaw, pitch, distance: 6 });
          follow.follow(x, heightAt(x, z), z);
          follow.place(camera, 0.016, isInIsland);
          const { position } = camera;
          expect(position.y, `${x} ${z} ${yaw} ${pitch}`).toBeGreaterThan(heightAt(position.x, position.z));
        }
  });

  it('finds the way to the first blocked place within a few centimetres', () => {
    const far = freeDistance(0, 0, 0, 1, 0, 0, 10, (x) => x > 3.3);
    expect(far).toBeLessThanOrEqual(3.3);
    expect(far).toBeGreaterThan(3.25);
  });
});

describe('pieces of a course', () => {
  it('are boxes turned about their middle', () => {
    const blocks = [blockOf({ at: [0, 0, 0], half: [256, 64, 32], yaw: 6 }, false)];
    expect(isInBlocks(blocks, 0, 0, 3.5)).toBe(true);
    expect(isInBlocks(blocks, 3.5, 0, 0)).toBe(false);
  });

  it('turn as headings do: a quarter leads from −Z to −X', () => {
    const blocks = [blockOf({ at: [0, 0, 0], half: [64, 64, 64], yaw: 6 }, true)];
    expect(isInBlocks(blocks, 0.9, 0.8, 0)).toBe(true);
    expect(isInBlocks(blocks, -0.9, 0.8, 0)).toBe(false);
  });
});

describe('pointing', () => {
  it('finds the gate under the middle of the picture', () => {
    const [gate] = GATE_SPOTS;
    if (gate === undefined) throw new Error('the plan has gates');
    const camera = new PerspectiveCamera(58, 16 / 9, 0.1, 100);
    camera.position.set(gate.x - Math.sin(gate.yaw) * 4.5, PLAZA_HEIGHT + 2, gate.z - Math.cos(gate.yaw) * 4.5);
    camera.lookAt(gate.x, PLAZA_HEIGHT + 2.5, gate.z);
    camera.updateMatrixWorld();
    expect(pickSpot(camera, 0, 0)).toEqual({ kind: 'gate', spotIndex: 0, id: null });
    camera.lookAt(gate.x, 80, gate.z);
    camera.updateMatrixWorld();
    expect(pickSpot(camera, 0, 0.9)).toBeNull();
  });
});
