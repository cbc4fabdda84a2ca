/** The page of one person as it is handed out: the built page under their name, or the same page with status 404. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application, Request, Response } from 'express';
import { isDimensionError } from '#shared/base/errors.ts';
import { escaped } from '#shared/base/escaped.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { statusOf } from './answer.ts';
import type { HttpNeeds } from './needs.ts';
import { nameOf } from './profile.ts';

type PageNeeds = Pick<HttpNeeds, 'clientDir' | 'store' | 'counts'>;

/** Mounts `/people/ADDRESS`. A client that is not built has no such page. */
export async function personPage(app: Application, needs: PageNeeds): Promise<void> {
  const page = await readFile(join(needs.clientDir, 'people.html'), 'utf8').catch(() => null);
  if (page === null) return;
  app.get('/people/:address', (request, response, next) => {
    handOut(page, request, response, needs).catch(next);
  });
}

async function handOut(
  page: string,
  request: Request,
  response: Response,
  { store, counts }: PageNeeds,
): Promise<void> {
  response.set('Content-Type', 'text/html; charset=utf-8');
  response.set('Cache-Control', 'no-cache');
  try {
    const name = await nameOf(parseAddress(String(request.params['address']).toLowerCase()), store);
    response.end(page.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(name)} · Autonomous Dimension</title>`));
  } catch (error) {
    if (!isDimensionError(error)) throw error;
    counts.count(error.code);
    // The page itself says that nobody goes by this account.
    response.status(statusOf(error.code)).end(page);
  }
}
