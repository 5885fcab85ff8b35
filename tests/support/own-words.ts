import { language, words } from '#archive';
import { SECTIONS } from '../../src/editing/check/words.ts';
import { inLanguage } from '../../src/lib/schema/archive.ts';
import type { LocalText } from '../../src/lib/schema/site.ts';
import { keysOf } from '../../src/lib/words/sections.ts';

/**
 * Puts the archive's own words in place of ours, as its build does in their source: what tests expect a page to say is what
 * that archive says. To be imported before anything asks for a word.
 */
const known = new Map(
  SECTIONS.flatMap((section) => keysOf(section).map((one) => [one.key, { ...one, section }] as const)),
);
for (const [key, given] of Object.entries(words)) {
  const word = known.get(key);
  if (!word) continue;
  const text = inLanguage(given as LocalText, language);
  const path = key.split('.');
  const name = path.pop() ?? '';
  const owner = path.reduce<Record<string, unknown>>(
    (inner, part) => inner[part] as Record<string, unknown>,
    word.section,
  );
  const { values } = word;
  owner[name] = values
    ? (...told: unknown[]) =>
        text.replace(/\{(\w+)\}/g, (all, value) => (values.includes(value) ? String(told[values.indexOf(value)]) : all))
    : text;
}
