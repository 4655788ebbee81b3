/** Text as it is compared: NFKC, lower case, letters and digits only. Punctuation, spaces and symbols are gone. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
