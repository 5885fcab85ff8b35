import { formatDate } from '#words/dates.ts';
import type { When } from '../../lib/marking/suggestion.ts';
import { figureText } from '../../lib/numbers/figures.ts';
import type { PlacedPassage } from './passages.ts';
import type { PlacedSuggestion } from './suggest-for.ts';

const FIELDS = { people: '人物', places: '地点', practices: '做法' } as const;
/** Words of the text that are shown of one suggestion. */
const SHOWN = 40;

const shorten = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ').replace(/\uFFFC/g, '');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}……` : plain;
};

/** The date as it is written, and as pages will show it. */
const whenText = (when: When): string =>
  when.date === null
    ? `没有日期，只写“${when.printed ?? ''}”`
    : `${when.date}，页面上是“${formatDate(when.date, when)}”`;

const privateText = ({ private: isPrivate }: { private: boolean }): string =>
  isPrivate ? '；像是普通人家的事，写 private: true' : '';

function whatText(one: PlacedSuggestion): string {
  if (one.kind === 'mention') return `${FIELDS[one.field]}：${one.id}`;
  if (one.kind === 'milestone')
    return `记事：${one.title}；时间 ${whenText(one.when)}${one.when.planned ? '（计划）' : ''}${one.when.recurs ? `，周期 ${one.when.recurs}` : ''}${privateText(one)}`;
  const qualifier = one.qualifiers.length === 0 ? undefined : one.qualifiers;
  const figure = figureText({ value: one.value, unit: one.unit, ...(qualifier ? { qualifier } : {}) });
  return `数字：${figure}，${one.label}${one.when ? `；截至 ${one.when.date}` : ''}${privateText(one)}`;
}

/** A numbered list for editors: what could be marked, where, as what, and what of it is unsure. */
export function tellSuggestions(suggestions: readonly PlacedSuggestion[], passages: readonly PlacedPassage[]): string {
  const width = String(suggestions.length).length;
  return suggestions
    .flatMap((one, index) => {
      const number = String(index + 1).padStart(width);
      const line = passages[one.passage]?.line ?? 0;
      return [
        `${number} 第 ${line} 行“${shorten(one.words)}”`,
        `${' '.repeat(width)}   ${whatText(one)}`,
        ...one.doubts.map((doubt) => `${' '.repeat(width)}   ？${doubt}`),
      ];
    })
    .join('\n');
}

/** How many there are of each kind, in one line. */
export function countSuggestions(suggestions: readonly PlacedSuggestion[]): string {
  const count = (isOne: (one: PlacedSuggestion) => boolean) => suggestions.filter(isOne).length;
  const counts: [number, string][] = [
    [count(({ kind }) => kind === 'figure'), '个数字'],
    [count(({ kind }) => kind === 'milestone'), '件记事'],
    [count((one) => one.kind === 'mention' && one.field === 'people'), '个人物'],
    [count((one) => one.kind === 'mention' && one.field === 'places'), '处地点'],
    [count((one) => one.kind === 'mention' && one.field === 'practices'), '种做法'],
  ];
  const told = counts.flatMap(([number, unit]) => (number > 0 ? [`${number} ${unit}`] : []));
  const unsure = count(({ doubts }) => doubts.length > 0);
  return `${told.join('、')}${unsure > 0 ? `，其中 ${unsure} 条拿不准（？）` : ''}`;
}
