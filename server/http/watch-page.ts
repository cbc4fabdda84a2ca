/** The page of an attempt as it is handed out: the built page, and in its head what a shared link shows of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application, Request, Response } from 'express';
import { isDimensionError } from '#shared/base/errors.ts';
import { escaped } from '#shared/base/escaped.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import { type JudgedAttempt, makersOf } from '#shared/records/attempt.ts';
import { statusOf } from './answer.ts';
import type { HttpNeeds } from './needs.ts';
import { type ShareWords, shareTags } from './share-tags.ts';
import {
  SHARE_LANGUAGES,
  type ShareLanguage,
  shareLanguage,
  shareNames,
  shareSentence,
  shareValue,
} from './share-words.ts';
import { shownAttempt } from './shown-attempt.ts';
import { urlOfWorld } from './url-of-world.ts';

/** Mounts `/watch/ID`. A client that is not built has no such page. */
export async function watchPage(app: Application, needs: HttpNeeds): Promise<void> {
  const page = await readFile(join(needs.clientDir, 'watch.html'), 'utf8').catch(() => null);
  if (page === null) return;
  app.get('/watch/:id', (request, response, next) => {
    handOut(page, request, response, needs).catch(next);
  });
}

async function handOut(page: string, request: Request, response: Response, needs: HttpNeeds): Promise<void> {
  response.set('Content-Type', 'text/html; charset=utf-8');
  response.set('Cache-Control', 'no-cache');
  response.vary('Accept-Language');
  const language = shareLanguage(request.acceptsLanguages([...SHARE_LANGUAGES]));
  try {
    const { attempt, challenge } = await shownAttempt(request.params['id'], needs.store);
    response.end(withTags(page, wordsOf(attempt, challenge.title, urlOfWorld(request, needs), language)));
  } catch (error) {
    if (!isDimensionError(error)) throw error;
    needs.counts.count(error.code);
    // The page itself says what is wrong, with a way back.
    response.status(statusOf(error.code)).end(page);
  }
}

/** What a link to an attempt says. */
export function wordsOf(attempt: JudgedAttempt, challenge: string, world: string, language: ShareLanguage): ShareWords {
  const { id } = attempt;
  const names = shareNames(language, makersOf(attempt));
  // English is what the picture says to whoever asks for no language.
  const asked = language === 'en' ? '' : `?lang=${language}`;
  return {
    language,
    title: `${challenge}: ${lineOf(attempt, language)}`,
    description: shareSentence(language, 'description'),
    url: `${world}/watch/${id}`,
    picture: {
      url: world + ROUTES.picture.path.replace(':id', id) + asked,
      says: shareSentence(language, 'picture', { title: challenge, names }),
    },
  };
}

/** What an attempt came to and who made it, in one line. */
export function lineOf(attempt: JudgedAttempt, language: ShareLanguage): string {
  const { verdict } = attempt;
  const names = shareNames(language, makersOf(attempt));
  if (!verdict.ok) return shareSentence(language, 'tryOf', { names });
  return shareSentence(language, 'value', { value: shareValue(language, verdict.value, verdict.unit), names });
}

/** The page under its own title, with the tags at the end of its head. */
export function withTags(page: string, words: ShareWords): string {
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(words.title)} · Autonomous Dimension</title>`)
    .replace('</head>', () => `${shareTags(words)}\n</head>`);
}
