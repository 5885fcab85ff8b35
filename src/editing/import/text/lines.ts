import type { Line } from './model.ts';

/** A sentence has ended: a stop, or what may stand behind one. */
const ENDED = /[。！？!?…；;：:](?:[”’"』」）)】\]]*)$|[”’』」）)】》]$/u;
const LONGEST_HEADING = 40;
/** Official papers have longer ones. */
const OFFICIAL = /^[^。！？；]{0,30}关于[^。！？；]{4,80}(?:通知|意见|决定|方案|报告|批复|公告|通报|办法|函)$/u;

/** Whether a paragraph's last sentence is complete. */
export const hasEnded = ({ text }: Line): boolean => ENDED.test(text.replace(/(?<![*_\s])[*_\s]+$/, ''));

/** Ends in a comma: what follows must belong to it. */
export const endsOpen = ({ text }: Line): boolean => /[，,、]$/u.test(text);

/** Short, without a sentence in it: a headline, a heading or a caption. */
export function isTitleLike({ text, level, markup, apart, cut }: Line): boolean {
  if (markup || cut) return false;
  if (level) return true;
  const words = text.replaceAll('**', '');
  if (words.length > LONGEST_HEADING || /^(?:[—–-]|单位\s*[：:])/u.test(words) || /^[（(].*[)）]$/.test(words))
    return false;
  const commas = words.match(/[，,]/gu)?.length ?? 0;
  return commas < (apart ? 4 : 2) && !/[。！？!?；;…]/u.test(words) && !/[，,、：:]$/u.test(words);
}

/** A headline may ask or exclaim; a salutation is none. */
export function isHeadlineLike(line: Line): boolean {
  if (isTitleLike(line)) return true;
  const { text, markup, cut } = line;
  if (!markup && !cut && OFFICIAL.test(text)) return true;
  const asks =
    text.length <= 30 && /[？?]$|.{5}[！!]$/u.test(text) && !/^(?:[“"‘]|同志们|各位|尊敬的|.{0,2}朋友们)/u.test(text);
  return asks && isTitleLike({ ...line, text: text.slice(0, -1) });
}

/** Outline numbers of official texts: 一、 is a heading of level 2, （一） one of level 3. */
export function outlineLevel(text: string): 2 | 3 | null {
  const words = text.replaceAll('**', '').trim();
  if (/^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[章编部]|附[：:录])/u.test(words)) return 2;
  return /^[（(][一二三四五六七八九十]+[)）]|^第[一二三四五六七八九十百]+节/u.test(words) ? 3 : null;
}
