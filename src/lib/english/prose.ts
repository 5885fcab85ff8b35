/** The longest name or saying that is printed between quotation marks: more is speech, and counts as ours. */
const LONGEST_NAME = 40;

/** English prose without what stands between quotation marks: names of methods, such as “331”, and words as they are printed. */
export const withoutNames = (text: string): string =>
  text.replace(/“([^“”]*)”|"([^"]*)"/g, (all, curly: string | undefined, straight: string | undefined) =>
    (curly ?? straight ?? '').length <= LONGEST_NAME ? ' ' : all,
  );

/** How many words it has: runs of Latin letters and digits, with what holds a word together. */
export const countWords = (text: string): number =>
  text.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}’'.,+-]*/gu)?.length ?? 0;

/** The first run of Chinese characters or full-width signs outside names; null where there is none. */
export const chineseIn = (text: string): string | null =>
  /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/u.exec(withoutNames(text))?.[0] ?? null;
