/** The extension of a path in lower case, without its dot; empty when there is none. */
export function posixExtension(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
