// Words for shell lines that editors paste. They are read by POSIX shells and by Windows PowerShell 5.1, which knows no
// `&&`, ends a single quote at ’ as well, and hands on neither " nor \ to a program as they are.

const PLAIN = /^[\w./:@%+,=-]+$/;
/** What either shell takes for a single quote. */
const SINGLE = /['‘’‚‛]/g;

/** One argument, quoted so that both shells take it as it is; null where no quoting serves both. */
export function shellWord(text: string): string | null {
  if (PLAIN.test(text)) return text;
  return /['‘’‚‛"\\\p{Cc}]/u.test(text) ? null : `'${text}'`;
}

/** A message for people, quoted: signs that no quoting carries through both shells give way to full-width ones. */
export const shellMessage = (text: string): string =>
  `'${text
    .replace(SINGLE, '＇')
    .replaceAll('"', '＂')
    .replaceAll('\\', '＼')
    .replace(/\p{Cc}+/gu, ' ')}'`;
