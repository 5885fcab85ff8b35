const DIGITS = '零一二三四五六七八九';
/** Signs and units as they are said; the longer of two first. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/㎡|m²/g, '平方米'],
  [/km²|㎢/g, '平方公里'],
  [/m³|㎥/g, '立方米'],
  [/μg|微克/g, '微克'],
  [/㎏|\bkg\b/g, '公斤'],
  [/㎞|\bkm\b/g, '公里'],
  [/\bcm\b/g, '厘米'],
  [/℃|°C/g, '摄氏度'],
  [/PM\s?2\.5/g, 'PM 二点五'],
  [/([元斤吨人户])\/(?=\p{Script=Han})/gu, '$1每'],
  [/[①-⑨]/g, ''],
];

const one = (digit: string): string => DIGITS[Number(digit)] ?? '';
const byDigits = (digits: string): string => digits.replace(/\d/g, one);

/**
 * A Chinese text as a voice should be given it, which reads years as quantities, per cent as a sign and a name in digits as
 * a number: 2015—2020 年, 0.26%, “258”, 3+2. What is said has no other use: nothing is searched or shown by it.
 * @param spoken names as the archive says that they are spoken, by how they are written; the digits' rule for all others
 */
export function spokenText(text: string, spoken: Readonly<Record<string, string>> = {}): string {
  let said = text.replace(/\u2028/g, '，');
  for (const [name, words] of Object.entries(spoken).sort(([a], [b]) => b.length - a.length))
    said = said.split(name).join(words);
  said = said
    // A name in quotation marks is told digit by digit: “258”.
    .replace(/[“"](\d{2,})[”"]/g, (_, digits: string) => `“${byDigits(digits)}”`)
    .replace(/(\d)\s?[+＋]\s?(?=\d)/g, '$1加')
    .replace(
      /(\d{4})\s?(?:—+|–|-|~|～|至)\s?(\d{2,4})\s?年/g,
      (_, from: string, to: string) => `${byDigits(from)}年到${byDigits(to)}年`,
    )
    .replace(
      /(?:^|(\D))((?:1[89]|20)\d\d)\s?年(?!\p{Script=Han}?[龄限])/gu,
      (_, before = '', year: string) => `${before}${byDigits(year)}年`,
    )
    .replace(/([\d.]+)\s?[%％]\s?(?:—+|–|-|~|～|至|到)\s?([\d.]+)\s?[%％]/g, '百分之$1到百分之$2')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s?(?:—+|–|~|～)\s?(?=\d)/g, '$1到')
    .replace(/(\d)-(?=\d)/g, '$1到')
    .replace(/([\d.]+)\s?[%％]/g, '百分之$1')
    .replace(/([\d.]+)\s?‰/g, '千分之$1')
    .replace(/→/g, '到')
    .replace(/×/g, '乘')
    .replace(/[=＝]/g, '等于');
  for (const [sign, words] of SIGNS) said = said.replace(sign, words);
  return said
    .replace(/——/g, '，')
    .replace(/[〔〕【】]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
