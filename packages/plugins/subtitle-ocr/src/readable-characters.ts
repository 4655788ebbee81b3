import { paddleFile } from './models.ts';
import { readAlphabet } from './recognition.ts';

let known: Promise<ReadonlySet<string>> | undefined;

/** The characters that PP-OCRv4 can read; any other is misread or left out, however clear the picture. Empty where it is not installed. */
export function readableCharacters(): Promise<ReadonlySet<string>> {
  known ??= Promise.resolve()
    .then(() => readAlphabet(paddleFile('ppocr_keys_v1.txt')))
    .then(
      (alphabet) => new Set(alphabet),
      () => new Set(),
    );
  return known;
}
