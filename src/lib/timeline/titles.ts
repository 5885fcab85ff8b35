/** What a name must not be cut off from: 汝州市委, 白河的, 石泉、紫阳. */
const BOUND = /^[\s\p{P}]*$|^(?![“‘《〈「『（(])[\p{P}]|^[的之与和及等]/u;
/** What makes another word of a name's last character: 市委, 县长, 市、乡、村三级; not 市 and 长期. */
const COMPOUND = /^(?:委(?![托派员])|长(?![期年久达])|直(?![接到])|属(?!于)|[级内外境域、])/u;
/** What makes another name of a short one: 济阳街道, 文峰塔. */
const OTHER_NAME = /^(?:街道|[镇乡村路街河江湖山桥站塔寺庙港])/u;

/**
 * A title where its unit is named beside it: without that name at its beginning. 汝州市市场 → 市场; of 汝州市委 the name alone
 * goes, as 市委 is one word. A title that would begin with half a sentence, or in letters, stays as it is.
 */
export function withoutUnit(title: string, { name, shortName }: { name: string; shortName: string }): string {
  for (const known of [name, shortName]) {
    if (!title.startsWith(known) || !/\p{sc=Han}$/u.test(known)) continue;
    const rest = title.slice(known.length);
    if (known === shortName ? OTHER_NAME.test(rest) : COMPOUND.test(rest)) continue;
    if (!BOUND.test(rest)) return rest.trimStart();
  }
  return title;
}
