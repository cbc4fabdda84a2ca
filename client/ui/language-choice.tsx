/** Which language the pages speak; a choice shows at once, on a page that is loaded anew. */
import { chooseLanguage, chosenLanguage, LANGUAGES, languageOf, languages } from '#client/i18n/languages.ts';
import { t } from '#client/i18n/translate.ts';
import { browserStorage } from '#client/play/storage.ts';

/** Nothing where only one language is spoken. */
export function LanguageChoice() {
  const storage = browserStorage();
  if (languages().length < 2) return null;
  return (
    <label class="stack small">
      {t('language')}
      <select
        data-pad="press"
        value={chosenLanguage(storage) ?? ''}
        onChange={(event) => {
          chooseLanguage(storage, languageOf(event.currentTarget.value));
          location.reload();
        }}
      >
        <option value="">{t('language.auto')}</option>
        {languages().map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGES[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
