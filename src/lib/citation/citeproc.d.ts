/** The part of citeproc-js that this project uses; the package brings no types. */
declare module 'citeproc' {
  namespace CSL {
    interface System {
      retrieveLocale(language: string): string;
      retrieveItem(id: string): object;
    }
    class Engine {
      constructor(system: System, style: string, language?: string, force?: boolean);
      setOutputFormat(format: 'text' | 'html'): void;
      updateItems(ids: readonly string[]): void;
      makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    }
  }
  export default CSL;
}
