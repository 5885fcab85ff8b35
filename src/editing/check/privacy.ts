import type { Finding } from '../../lib/manuscript/problem.ts';

const DIGITS_AROUND = { before: '(?<![\\d.])', after: '(?![\\d.])' };
const MONTH_AND_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const PATTERNS: readonly [RegExp, (text: string) => boolean, string][] = [
  [pattern(`[1-9]\\d{5}[- ]?(?:18|19|20)\\d{2}[- ]?${MONTH_AND_DAY}[- ]?\\d{3}[\\dXx]`), () => true, '身份证号'],
  // As issued until 1999, without century and check digit.
  [pattern(`[1-6]\\d{5}\\d{2}${MONTH_AND_DAY}\\d{3}`), () => true, '身份证号'],
  [pattern('(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}'), () => true, '手机号'],
  [pattern('[3-6]\\d{3}(?:[- ]?\\d{4}){2,3}[- ]?\\d{1,7}'), passesLuhn, '银行卡号'],
];
const HEALTH =
  /患(?:有|上|了)?[^，。；]{0,8}(?:病|癌|症|瘤)|残疾|癌症|尿毒症|精神(?:病|障碍|疾病)|脑(?:梗|瘫|出血)|智力障碍|艾滋|瘫痪|流产|抑郁/u;

function pattern(core: string): RegExp {
  return new RegExp(`${DIGITS_AROUND.before}(?:${core})${DIGITS_AROUND.after}`, 'g');
}

/** Numbers by which a private person or their money can be found, the first of each line; never repeated in full. */
export function findPersonalNumbers(source: string): Finding[] {
  return findInLines(source, (line) => {
    const text = line.normalize('NFKC');
    for (const [numbers, isReal, name] of PATTERNS) {
      const match = [...text.matchAll(numbers)].find(([number]) => isReal(number.replace(/\D(?!$)/g, '')));
      if (!match) continue;
      const message = `像${name}：${match[0].slice(0, 3)}****${match[0].slice(-2)}`;
      return { at: match.index, rule: 'personal-number', message, cure: '个人号码不能发表，请删去' };
    }
    return null;
  });
}

/** Passages on somebody's health, for the person who decides on privacy. */
export function findHealthWords(source: string): Finding[] {
  return findInLines(source, (line) => {
    const match = HEALTH.exec(line);
    if (!match) return null;
    const message = `写到了健康状况“${match[0]}”，旁边若有真名，要先定隐私`;
    const cure = '普通人写姓氏或身份，看过后写 privacy: reviewed';
    return { at: match.index, rule: 'health-words', message, cure, hint: true };
  });
}

/** What is found in each line at most once, `at` a place in it. */
function findInLines(
  source: string,
  find: (line: string) => (Omit<Finding, 'line' | 'column'> & { at: number }) | null,
): Finding[] {
  return source.split('\n').flatMap((text, index): Finding[] => {
    const found = find(text);
    if (!found) return [];
    const { at, ...finding } = found;
    return [{ line: index + 1, column: at + 1, ...finding }];
  });
}

/** ISO/IEC 7812: what tells a card number from any other long number. */
function passesLuhn(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].reverse().map(Number);
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = digits.reduce(
    (total, digit, i) => total + (i % 2 === 0 ? digit : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0)),
    0,
  );
  return sum % 10 === 0;
}
