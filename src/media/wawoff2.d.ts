declare module 'wawoff2' {
  const woff2: {
    /** A font in WOFF2 → the same in SFNT, in memory that the next call writes over. */
    decompress(font: Uint8Array): Promise<Uint8Array>;
  };
  export default woff2;
}
