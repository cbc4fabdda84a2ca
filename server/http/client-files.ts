/** The built client, handed out as it was packed at build time; only files found at start exist. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { sha256 } from '#shared/base/hash.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  onnx: 'application/octet-stream',
  glb: 'model/gltf-binary',
  txt: 'text/plain; charset=utf-8',
};

/** The pages by the paths people see. */
const PAGES: Readonly<Record<string, string>> = {
  '/': '/index.html',
  '/create': '/create.html',
  '/host': '/host.html',
  '/records': '/records.html',
  '/watch': '/watch.html',
};

/** Best first. */
const PACKINGS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;

interface ClientFile {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  /** Packed forms beside it. */
  readonly packed: ReadonlySet<string>;
}

/** Reads which files there are; an unbuilt client answers every page with one sentence. */
export async function clientFiles(folder: string): Promise<RequestHandler> {
  const files = await listFiles(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const wanted = PAGES[request.path.replace(/(?<=.)\/$/, '')] ?? request.path;
    const file = files.get(wanted);
    if (file !== undefined) hand(file, wanted, request, response, next);
    else if (files.size === 0 && Object.hasOwn(PAGES, request.path)) unbuilt(response);
    else next();
  };
}

function hand(file: ClientFile, name: string, request: Request, response: Response, next: NextFunction): void {
  response.set('Vary', 'Accept-Encoding');
  // Names under /assets carry a hash of what is in them.
  response.set('Cache-Control', name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.set('Content-Type', file.type);
  response.set('ETag', file.tag);
  if (request.headers['if-none-match'] === file.tag) {
    response.status(304).end();
    return;
  }
  const packing = PACKINGS.find(
    ({ encoding, suffix }) => file.packed.has(suffix) && request.acceptsEncodings(encoding),
  );
  if (packing !== undefined) response.set('Content-Encoding', packing.encoding);
  response.sendFile(file.path + (packing?.suffix ?? ''), SEND, (error?: NodeJS.ErrnoException) => {
    // Whoever went away in the middle is no fault of ours.
    if (error !== undefined && error.code !== 'ECONNABORTED' && !response.headersSent) next(error);
  });
}

/** Headers are ours; the file's own type would be that of its packing. */
const SEND = { etag: false, lastModified: false, cacheControl: false, acceptRanges: false, dotfiles: 'allow' } as const;

async function listFiles(folder: string): Promise<Map<string, ClientFile>> {
  const files = new Map<string, ClientFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  for (const path of paths) {
    if (PACKINGS.some(({ suffix }) => path.endsWith(suffix))) continue;
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const packed = PACKINGS.map(({ suffix }) => suffix).filter((suffix) => paths.has(path + suffix));
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      path,
      type: TYPES[extension] ?? 'application/octet-stream',
      tag: await tagOf(path),
      packed: new Set(packed),
    });
  }
  return files;
}

async function tagOf(path: string): Promise<string> {
  const { size } = await stat(path);
  // Names of large files carry a hash already; the pages are small and do not.
  const mark = size < 65_536 ? sha256(await readFile(path)).slice(0, 24) : `${size}-${path.split(sep).at(-1)}`;
  // Weak: the same tag stands for the packed forms.
  return `W/"${mark}"`;
}

function unbuilt(response: Response): void {
  response
    .status(503)
    .set('Content-Type', 'text/plain; charset=utf-8')
    .end('The world runs, but its pages are not built yet: run "npm run build" and start again.\n');
}
