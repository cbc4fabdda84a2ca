/** Starts the world of this folder and ends it on a signal. */
import { isDimensionError } from '#shared/base/errors.ts';
import { serve } from './cli/serve.ts';

try {
  await serve(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${isDimensionError(error) ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
