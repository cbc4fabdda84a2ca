/** Puts every route on one Express application: API, metadata, the chain's RPC, the client's files. */
import express, { type Application } from 'express';
import { DimensionError } from '#shared/base/errors.ts';
import { answering, refusing } from './answer.ts';
import { clientFiles } from './client-files.ts';
import { MOST_BYTES } from './guard.ts';
import { secureHeaders } from './headers.ts';
import { metadataRoutes } from './metadata-routes.ts';
import type { HttpNeeds } from './needs.ts';
import { personRoutes } from './person-routes.ts';
import { worldRoutes } from './world-routes.ts';

export async function mountRoutes(app: Application, needs: HttpNeeds): Promise<void> {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', false);
  app.use(secureHeaders);
  const api = express.Router();
  api.use(express.json({ limit: MOST_BYTES, strict: false, type: () => true, inflate: false }));
  worldRoutes(api, needs);
  personRoutes(api, needs);
  metadataRoutes(api, needs);
  api.post(
    '/rpc',
    answering(async (request) => {
      const body = await needs.rpc(request.body);
      return body === null ? { status: 204, body: '', cache: 'never' } : { body, cache: 'never' };
    }),
  );
  app.use(api);
  app.use(await clientFiles(needs.clientDir));
  app.use((_request, _response, next) => next(new DimensionError('http.unknown', 'There is nothing at this address.')));
  app.use(refusing(needs.counts));
}
