/** Where a plugin keeps a policy pack or standard: a YAML file, checked by the pack schema when it is loaded. */
export interface PackSource {
  readonly file: URL;
}
