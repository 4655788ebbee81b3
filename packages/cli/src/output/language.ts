import { languages, type Language } from '@shenpian/core';

/** The language of messages: `--lang`, else Chinese when the locale of the machine is Chinese, else English. */
export function detectLanguage(wanted: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const known = languages.find((language) => language === wanted);
  if (known !== undefined) return known;
  const named = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  const locale = named === undefined ? Intl.DateTimeFormat().resolvedOptions().locale : named;
  return /^zh\b|^zh[_-]/i.test(locale) ? 'zh-CN' : 'en';
}
