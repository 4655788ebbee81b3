import type { CheckerDefinition } from '../checkers/define-checker.ts';
import type { PackSource } from '../policy/define-pack.ts';
import type { ReporterDefinition } from '../report/define-reporter.ts';
import type { TrackDefinition } from '../tracks/define-track.ts';

/** A plugin: a plain object that says what it brings. The default export of a plugin module. */
export interface Plugin {
  /** The npm package name, or any unique word for a local file. */
  readonly name: string;
  readonly tracks: readonly TrackDefinition[];
  readonly checkers: readonly CheckerDefinition[];
  readonly reporters: readonly ReporterDefinition[];
  /** Policy packs 政策包 and dated national standards 标准: the same YAML format. */
  readonly policyPacks: readonly PackSource[];
  readonly standards: readonly PackSource[];
}

// Options are checked by each definition's own schema before they reach it, so their type need not show here.
type Loose<Definition> = Definition extends TrackDefinition
  ? // oxlint-disable-next-line typescript/no-explicit-any
    TrackDefinition<any, any>
  : // oxlint-disable-next-line typescript/no-explicit-any
    CheckerDefinition<any, any>;

/** Makes a plugin out of whatever parts it has. */
export function definePlugin(plugin: {
  readonly name: string;
  readonly tracks?: readonly Loose<TrackDefinition>[];
  readonly checkers?: readonly Loose<CheckerDefinition>[];
  readonly reporters?: readonly ReporterDefinition[];
  readonly policyPacks?: readonly PackSource[];
  readonly standards?: readonly PackSource[];
}): Plugin {
  return {
    name: plugin.name,
    tracks: plugin.tracks ?? [],
    checkers: plugin.checkers ?? [],
    reporters: plugin.reporters ?? [],
    policyPacks: plugin.policyPacks ?? [],
    standards: plugin.standards ?? [],
  };
}
