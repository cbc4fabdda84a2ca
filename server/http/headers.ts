/** The headers on everything this server hands out. */
import type { NextFunction, Request, Response } from 'express';

/** Scripts, WebAssembly and workers of our own only; styles may be set by our own scripts. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss: data: blob:",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function secureHeaders(_request: Request, response: Response, next: NextFunction): void {
  // Colyseus opens every path to other origins; only its own matchmaking needs that.
  for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name);
  response.set('Content-Security-Policy', POLICY);
  response.set('X-Content-Type-Options', 'nosniff');
  response.set('Referrer-Policy', 'no-referrer');
  response.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()');
  next();
}
