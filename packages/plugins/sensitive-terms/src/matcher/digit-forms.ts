/** The ways to write a digit; full-width, circled and other compatibility forms fold to these by themselves. */
const digits = ['0零〇', '1一壹弌幺', '2二贰弍', '3三叁弎', '4四肆', '5五伍', '6六陆', '7七柒', '8八捌', '9九玖'];

/** Other ways to write the same digit, by folded character: 1 for 一 and 壹. */
export const digitForms: ReadonlyMap<string, string> = new Map(
  digits.flatMap((forms) => [...forms].map((form): [string, string] => [form, forms.replace(form, '')])),
);
