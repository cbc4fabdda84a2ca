/** The page of a person: what everybody may know of somebody, and a sentence where there is nobody. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { GUIDE } from '#content/world/automata.ts';
import { personPage } from '#server/http/person-page.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld, visitor } from '#test/support/world.ts';

const NOBODY = `0x${'9'.repeat(40)}`;

test('a profile tells laurels, records, works and since when, and nothing that is one’s own affair', async () => {
  const world = await testWorld();
  const get = async (account: string) => {
    const response = await fetch(`http://localhost:${world.port}/api/profiles/${account}`);
    return { status: response.status, body: await response.json() };
  };
  const course = await playedCourse(world, 'told of');
  const ben = await visitor(world, 'Ben');
  await course.play(ben.person, 30);
  const { attempt } = await course.play(ben.person, 0);
  const { body } = await get(ben.person.address);
  expect(body).toMatchObject({
    name: 'Ben',
    motto: null,
    attempts: 2,
    works: { count: 0, newest: [] },
    laurels: [{ atMs: expect.any(Number) }, { atMs: expect.any(Number) }],
  });
  expect(body.records.map((record: { attempt: string }) => record.attempt)).toContain(attempt.id);
  expect(body.records).toHaveLength(2);
  expect(body.sinceMs).toBeLessThanOrEqual(body.records[0].atMs);
  expect(body).not.toHaveProperty('consent');

  await expect.poll(() => world.store.automata().then((all) => all.length)).toBeGreaterThan(0);
  const guide = (await world.store.automata()).find(({ id }) => id === GUIDE.id);
  expect((await get(guide?.account ?? '')).body).toMatchObject({ name: GUIDE.name, motto: GUIDE.motto });
  expect(await get(NOBODY)).toMatchObject({ status: 404, body: { code: 'profile.unknown' } });
});

test('the page has their name in its head, and status 404 where nobody goes by the account', async () => {
  const world = await testWorld();
  const ben = await visitor(world, 'Ben <i>');
  const clientDir = await scratchFolder();
  await mkdir(clientDir, { recursive: true });
  await writeFile(join(clientDir, 'people.html'), '<title>Profile</title><p>A page</p>');
  const app = express();
  await personPage(app, { clientDir, store: world.store, counts: world.counts });
  const server = app.listen(0);
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const get = async (account: string) => {
    const response = await fetch(`http://localhost:${port}/people/${account}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get(ben.person.address)).toMatchObject({ status: 200 });
  expect((await get(ben.person.address)).text).toContain('<title>Ben &lt;i&gt; · ');
  expect(await get(NOBODY)).toEqual({ status: 404, text: '<title>Profile</title><p>A page</p>' });
  expect((await get('nonsense')).status).toBe(400);
});
