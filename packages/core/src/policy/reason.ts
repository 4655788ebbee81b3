import { fillMessage, type Localized } from '../findings/message.ts';
import { reasonMessages, type ReasonId } from './messages.ts';

/** Values for a reason line; a localized value is filled in per language. */
export type ReasonData = Readonly<Record<string, string | number | Localized>>;

/**
 * One line of a reason chain.
 *
 * @throws TypeError when a placeholder has no value.
 */
export function reason(id: ReasonId, data: ReasonData = {}): Localized {
  const inLanguage = (language: keyof Localized): string =>
    fillMessage(
      { 'zh-CN': '', en: '', [language]: reasonMessages[id][language] },
      Object.fromEntries(
        Object.entries(data).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
      ),
    )[language];
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
}

/** Several texts as one, with a separator per language. */
export function joinLocalized(texts: readonly Localized[], separator: Localized): Localized {
  return {
    'zh-CN': texts.map((text) => text['zh-CN']).join(separator['zh-CN']),
    en: texts.map((text) => text.en).join(separator.en),
  };
}
