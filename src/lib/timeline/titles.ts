/** What a name must not be cut off from: 东山市委, 东山的, 甲县、乙县. */
const BOUND = /^[\s\p{P}]*$|^(?![“‘《〈「『（(])[\p{P}]|^[的之与和及等]/u;
/** What makes another word of a name's last character: 市委, 县长, 市、乡、村三级; not 市 and 长期. */
const COMPOUND = /^(?:委(?![托派员])|长(?![期年久达])|直(?![接到])|属(?!于)|[级内外境域、])/u;
/** What makes another name of a short one: 东山街道, 东山塔. */
const OTHER_NAME = /^(?:街道|[镇乡村路街河江湖山桥站塔寺庙港])/u;

/**
 * A title where its unit is named beside it: without that name at its beginning. 东山市市场 → 市场; of 东山市委 the short name alone
 * goes, as 市委 is one word. A title that would begin with half a sentence, or in letters, stays as it is.
 */
export function withoutUnit(title: string, { name, shortName }: { name: string; shortName: string }): string {
  for (const known of [name, shortName]) {
    if (!title.startsWith(known) || !/\p{sc=Han}$/u.test(known)) continue;
    const rest = title.slice(known.length);
    if (known === shortName ? OTHER_NAME.test(rest) : COMPOUND.test(rest)) continue;
    return BOUND.test(rest) ? title : rest.trimStart();
  }
  return title;
}
