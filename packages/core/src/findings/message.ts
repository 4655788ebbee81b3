/** Languages that every message exists in. */
export const languages = ['zh-CN', 'en'] as const;

/** A language of messages and reports. */
export type Language = (typeof languages)[number];

/** A text in every language. In a message table it may hold `{{placeholders}}`. */
export type Localized = Readonly<Record<Language, string>>;

/** Message ids with their texts; code emits id and data, never prose. */
export type MessageTable = Readonly<Record<string, Localized>>;

/** Values for the placeholders of a message; a localized one is taken in the language of the text. */
export type MessageData = Readonly<Record<string, string | number | Localized>>;

/** Longest value in a message, UTF-16 code units: a sentence, not a file. */
const longestValue = 500;

/** Values come from strangers' files: no line ends and no control characters, and not endless. */
function oneLine(value: string): string {
  // Nearly every value is one already, and a report has thousands.
  if (value.length <= longestValue && !/[\p{Cc}\u2028\u2029]/u.test(value)) return value;
  const text = value.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replaceAll(/\p{Cc}/gu, '\uFFFD');
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

/**
 * Fills the placeholders of a message in every language.
 *
 * @throws TypeError when a placeholder has no value: a message with a hole in it would reach an official.
 */
export function fillMessage(message: Localized, data: MessageData = {}): Localized {
  const fill = (text: string, language: Language): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = data[name];
      if (value === undefined) throw new TypeError(`message has no value for {{${name}}}: ${text}`);
      return oneLine(typeof value === 'object' ? value[language] : String(value));
    });
  return { 'zh-CN': fill(message['zh-CN'], 'zh-CN'), en: fill(message.en, 'en') };
}
