declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs, separated by `|`; of several simplified characters the first is the usual one. */
  const pairs: string;
  export default pairs;
}
