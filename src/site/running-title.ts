/**
 * The page's title where print.css can have it, for the head of every sheet: a margin box takes nothing from the text.
 * @returns a style sheet of one rule
 */
export const runningTitle = (title: string): string =>
  `:root{--running:"${title.replace(/["\\<>\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"}`;
