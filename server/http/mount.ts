/** Puts every route on one Express application: API, metadata, the chain's RPC, the client's files. */
import express, { type Application } from 'express';
import { Buckets, type Rate } from '#shared/base/buckets.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { answering, refusing } from './answer.ts';
import { clientFiles } from './client-files.ts';
import { MOST_BYTES } from './guard.ts';
import { secureHeaders } from './headers.ts';
import { metadataRoutes } from './metadata-routes.ts';
import type { HttpNeeds } from './needs.ts';
import { personPage } from './person-page.ts';
import { personRoutes } from './person-routes.ts';
import { pictureRoute } from './pictures.ts';
import { recordRoutes } from './record-routes.ts';
import { networkOf } from './visitor.ts';
import { watchPage } from './watch-page.ts';
import { worldRoutes } from './world-routes.ts';

/** Calls to the chain a network address may make. */
const RPC_RATE: Rate = { burst: 60, perSecond: 10 };

export async function mountRoutes(app: Application, needs: HttpNeeds): Promise<void> {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', false);
  app.enable('case sensitive routing');
  app.use(secureHeaders);
  const api = express.Router({ caseSensitive: true });
  api.use(express.json({ limit: MOST_BYTES, strict: false, type: () => true, inflate: false }));
  worldRoutes(api, needs);
  recordRoutes(api, needs);
  personRoutes(api, needs);
  metadataRoutes(api, needs);
  const calls = new Buckets();
  api.post(
    '/rpc',
    answering(async (request) => {
      // A batch costs the chain as much as its calls one by one.
      const count = Array.isArray(request.body) ? request.body.length : 1;
      if (!calls.take(networkOf(request, needs.trustedProxy), RPC_RATE, needs.clock(), count))
        throw new DimensionError('rpc.limit', 'Too many calls to the chain from your network; wait a moment.');
      const body = await needs.rpc(request.body);
      return body === null ? { status: 204, body: '', cache: 'never' } : { body, cache: 'never' };
    }),
  );
  app.use(api);
  pictureRoute(app, needs);
  await watchPage(app, needs);
  await personPage(app, needs);
  app.use(await clientFiles(needs.clientDir));
  app.use((_request, _response, next) => next(new DimensionError('http.unknown', 'There is nothing at this address.')));
  app.use(refusing(needs.counts));
}
