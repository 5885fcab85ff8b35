/** In no title. */
const CUT = '\u0000';

/**
 * The clauses of a title: each is kept whole and the line breaks between them. A comma stays with the clause it ends;
 * a blank between Han characters parts clauses too, one beside digits or Latin letters does not.
 */
export function clausesOf(title: string): string[] {
  // Breaks are marked, then cut at: engines of the browser floor cannot look behind.
  return title
    .replace(/[，：；、？！](?!$)/g, `$&${CUT}`)
    .replace(/(\p{Script=Han}) (?=[\p{Script=Han}“《])|([”》]) (?=\p{Script=Han})/gu, `$1$2${CUT}`)
    .split(CUT);
}
