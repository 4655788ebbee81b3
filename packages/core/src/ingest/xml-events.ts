import { Parser } from 'saxen';

/** An attribute by its name as in the file, such as `w:val`. */
export type Attributes = Readonly<Record<string, string>>;

/** What {@link readXml} calls, in the order of the file. */
export interface XmlEvents {
  /** `attributes` reads them when called: most elements are not asked. */
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  text?(value: string): void;
}

/** Transitional and strict Office files name the same things by different URIs. */
const namespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

/**
 * Reads an XML part of an Office file event by event.
 *
 * @throws Error when the XML is not well formed
 */
export function readXml(xml: string, { open, close, text }: XmlEvents): void {
  const parser = new Parser();
  parser.ns(namespaces);
  parser.on('openTag', (name: string, attributes: () => Attributes) => open(name, attributes));
  parser.on('closeTag', (name: string) => close(name));
  if (text) {
    parser.on('text', (value: string, decode: (value: string) => string) => text(decode(value)));
    parser.on('cdata', (value: string) => text(value));
  }
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.parse(xml);
}
