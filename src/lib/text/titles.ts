/**
 * The clauses of a title: each is kept whole and the line breaks between them. A comma stays with the clause it ends;
 * a blank between Han characters parts clauses too, one beside digits or Latin letters does not.
 */
export function clausesOf(title: string): string[] {
  return title.split(/(?<=[，：；、？！])|(?<=\p{Script=Han}) (?=[\p{Script=Han}“《])|(?<=[”》]) (?=\p{Script=Han})/u);
}
