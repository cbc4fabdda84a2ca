/** What other sites and messengers are told of a page by the tags in its head: title, sentence, picture. */

import { PICTURE } from '#server/ports/pool.ts';
import { escaped } from '#shared/base/escaped.ts';
import { localeTag, type ShareLanguage } from './share-words.ts';

/** What a page is about. */
export interface ShareWords {
  readonly language: ShareLanguage;
  readonly title: string;
  readonly description: string;
  /** Address of the page itself. */
  readonly url: string;
  /** Address of its picture, and what is seen in it; null where there is none. */
  readonly picture: { readonly url: string; readonly says: string } | null;
}

/**
 * The tags, one a line; whatever comes from people is escaped.
 * @see https://ogp.me and https://developer.x.com/en/docs/x-for-websites/cards/guides/getting-started
 */
export function shareTags({ language, title, description, url, picture }: ShareWords): string {
  const seen: readonly (readonly [string, string])[] =
    picture === null
      ? [['twitter:card', 'summary']]
      : [
          ['og:image', picture.url],
          ['og:image:type', 'image/png'],
          ['og:image:width', String(PICTURE.width)],
          ['og:image:height', String(PICTURE.height)],
          ['og:image:alt', picture.says],
          ['twitter:card', 'summary_large_image'],
        ];
  const tags: readonly (readonly [string, string])[] = [
    ['og:site_name', 'Autonomous Dimension'],
    ['og:type', 'website'],
    ['og:locale', localeTag(language)],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ...seen,
  ];
  return tags
    .map(
      ([name, text]) => `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escaped(text)}" />`,
    )
    .join('\n');
}
