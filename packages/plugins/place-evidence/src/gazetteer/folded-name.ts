/** A text as names are compared: compatibility forms unified, lower case, letters and digits alone. */
export function foldedName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
