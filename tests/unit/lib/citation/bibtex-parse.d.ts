declare module 'bibtex-parse' {
  const parser: { entries(text: string): ({ key: string; type: string } & Record<string, string>)[] };
  export default parser;
}
