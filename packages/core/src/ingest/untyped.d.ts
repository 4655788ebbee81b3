/** The part of saxen that is used here; the package has no types of its own. */
declare module 'saxen' {
  export class Parser {
    ns(namespaces: Readonly<Record<string, string>>): this;
    on(event: string, listener: (...values: never[]) => void): this;
    parse(xml: string): void;
  }
}

/** Minified, it loads in half the time; its types are those of the package. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export { getDocument, GlobalWorkerOptions } from 'pdfjs-dist';
}
