import type { Block, Mark } from '../../lib/manuscript/blocks.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { readChineseNumeral } from '../../lib/numbers/numerals.ts';
import { qualifiersBefore, qualifiersBehind } from '../../lib/qualifiers/qualifiers.ts';

/** What qualifies a number stands within so many characters. */
const NEAR = 8;

/** Qualifiers that stand beside a mark: `至少<Figure>3 件</Figure>` would be listed as 3 件, which nobody said. */
export function findQualifiersOutside(blocks: readonly Block[]): Finding[] {
  return blocks
    .filter(({ kind }) => kind !== 'quote')
    .flatMap((block) =>
      block.marks.filter(({ name, id }) => name === 'Figure' && id !== '').flatMap((mark) => outside(block, mark)),
    );
}

function outside({ text }: Block, { id, text: words, start, line, column }: Mark): Finding[] {
  const before = tidy(text.slice(Math.max(0, start - NEAR), start)).replace(/^.*[，。；：、！？]/u, '');
  const end = start + words.length;
  const behind = /^[^，。；：、！？“”（）\d]*/u.exec(tidy(text.slice(end, end + NEAR)))?.[0] ?? '';
  const unit = /[^\d.\s]{0,3}$/u.exec(words)?.[0] ?? '';
  const found = [...qualifiersBefore(before), ...directlyBehind(unit, behind)];
  const [qualifier] = found;
  if (qualifier === undefined) return [];
  return [
    {
      ...{ line, column, rule: 'qualifier-outside' },
      message: `数字 ${id} 的“${qualifier}”写在标记外面，名单里就成了确切的数`,
      cure: `把它移进 <Figure id="${id}">…</Figure>，数据里写 qualifier: ${qualifier}`,
    },
  ];
}

const tidy = (text: string): string => text.replace(/\s/g, '');

/** Of what follows a mark only that counts which follows at once: 「99%」以上, 「2 年」多. */
function directlyBehind(unit: string, behind: string) {
  const first = /^(?:[及或]?以[上下内]|左右|上下)/u.exec(behind)?.[0];
  if (first) return qualifiersBehind(behind.slice(0, first.length + 1)).qualifiers;
  if (!/^[余多](?!次|样|种|元|数|人|方|少)/u.test(behind)) return [];
  const [own, joined] = [qualifiersBehind(unit), qualifiersBehind(unit + behind.charAt(0))];
  return own.qualifiers.length === 0 ? joined.qualifiers.slice(0, 1) : [];
}

const NUMERAL = '[\\d一二两三四五六七八九十]+';
const MEASURE = '[项种样条件类招处个家方]';
/** A list of three names or more that ends with 等 or dots; 等 8 项 is a list that is told to be whole. */
const OPEN_LIST = new RegExp(
  `(?:[^、。；：！？…]{1,24}、){2,}[^、。；：！？…]{1,24}?(?:等(?!${NUMERAL}|于|级|待|额)[^、，。；！？]{0,8}|……)`,
  'gu',
);
const CLOSING = new RegExp(
  `(?:还有|另有|另外|其余|余下|剩下|一共|总共|合计|共计?|列出|点名|这|以上|上述)[^，。；！？]{0,6}?(${NUMERAL})${MEASURE}`,
  'gu',
);
/** How far from a list its count may stand. */
const REACH = 60;

/** Lists that go on (等, ……) and are counted all the same, in the text or as a figure. */
export function findClosedLists(blocks: readonly Block[]): Finding[] {
  return blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap(({ text, line, column }): Finding[] => {
      const plain = text.replace(/(?<=\p{sc=Han})\s|\s(?=\p{sc=Han})/gu, '');
      for (const list of plain.matchAll(OPEN_LIST)) {
        const named = list[0].split('、').length;
        const around = [
          { words: plain.slice(Math.max(0, list.index - REACH), list.index), isAfter: false },
          { words: plain.slice(list.index + list[0].length, list.index + list[0].length + REACH), isAfter: true },
        ];
        for (const { words, isAfter } of around)
          for (const [said, numeral = ''] of words.matchAll(CLOSING)) {
            const count = /^\d+$/.test(numeral) ? Number(numeral) : readChineseNumeral(numeral);
            const isRest = isAfter && /^(?:还有|另有|另外|其余|余下|剩下)/u.test(said);
            if (count === null || (count !== named && !isRest)) continue;
            return [
              {
                ...{ line, column, rule: 'list-closed', hint: true },
                message: `名单以“${/等|…/u.exec(list[0])?.[0]}”收尾，没有列完，却用“${said}”数完了`,
                cure: '去掉这个数，或者写成“至少”，数据里写 qualifier: 至少；原报真有这个数的，名单不写“等”',
              },
            ];
          }
      }
      return [];
    });
}
