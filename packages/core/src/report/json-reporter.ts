import { defineReporter } from './define-reporter.ts';
import { reportSchema } from './report.ts';

/** report.json, checked against its own published schema before it is written. */
export const jsonReporter = defineReporter({
  id: 'json',
  mainFile: 'report.json',
  async write(report, output) {
    await output.write('report.json', `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`);
  },
});
