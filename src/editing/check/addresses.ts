import { answerAt, type Standing, slugAt, tableOf } from '../../lib/addresses/answers.ts';
import type { Manuscript } from '../../lib/manuscript/manuscript.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { AddressesData, AddressRow } from '../../lib/schema/addresses.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import type { Read } from './read-registers.ts';

type Table = Pick<Read<AddressesData>, 'value' | 'locate'>;

/**
 * Addresses of the committed table at which nothing would answer any more, and rows that say what is not so.
 * @param isWhole whether all else could be read: what could not may hold what seems to be gone
 */
export function findLostAddresses(
  { value, locate }: Table,
  standing: Standing & { isWhole: boolean; day: string },
): Finding[] {
  const rows = value?.addresses ?? [];
  const table = tableOf(rows);
  return rows.flatMap((row, index): Finding[] => {
    const at = (field: string) => locate(['addresses', index, field]);
    if (table.get(row.at) !== row)
      return [{ ...at('at'), rule: 'address-twice', message: `${row.at} 写了两行`, cure: '留下一行' }];
    if (standing.live.has(row.at)) return row.moved || row.gone ? [stillThere(row, at)] : [];
    if (standing.retired.has(row.at) && row.gone)
      return [
        {
          ...at('gone'),
          rule: 'address-there',
          message: `${row.at} 是撤下的文章，为什么撤写在文章里`,
          cure: '删掉这里的 gone，文章里写 retired: { date, reason }',
        },
      ];
    const answer = answerAt(row.at, table, standing);
    if (answer.kind === 'circle')
      return [
        {
          ...at('moved'),
          rule: 'address-circle',
          message: `${row.at} 转了一圈又回到 ${answer.to}`,
          cure: 'moved 写现在打得开的那个网址',
        },
      ];
    if (!standing.isWhole) return [];
    if (answer.kind === 'nowhere') return [toNowhere(row, answer.to, at, standing)];
    return answer.kind === 'lost' ? [lost(row, at, rows, standing)] : [];
  });
}

type At = (field: string) => ReturnType<Table['locate']>;

const stillThere = (row: AddressRow, at: At): Finding => ({
  ...at(row.moved ? 'moved' : 'gone'),
  rule: 'address-there',
  message: `${row.at} 现在就是一页，这里却写着${row.moved ? `移到了 ${row.moved}` : '没有了'}`,
  cure: `删掉这一行的 ${row.moved ? 'moved' : 'gone'}，或把那一页改个名`,
});

const toNowhere = ({ at: from }: AddressRow, to: string, at: At, { live }: Standing): Finding => {
  const guess = nearest(to, live);
  return {
    ...at('moved'),
    rule: 'address-lost',
    message: `${from} 移到的 ${to} 打不开`,
    cure: guess ? `是不是 ${guess}？` : '写现在打得开的网址，例如 stories/网址名',
  };
};

/** What is not there, with the line that keeps it. */
function lost(
  row: AddressRow,
  at: At,
  rows: readonly AddressRow[],
  { live, day }: Standing & { day: string },
): Finding {
  const known = new Set(rows.map((other) => other.at));
  const [kind] = row.at.split('/');
  // What is new and of the same kind is what it may be called now.
  const fresh = [...live].filter((one) => !known.has(one) && one.split('/')[0] === kind && one.includes('/'));
  const to = fresh.length === 1 ? fresh[0] : nearest(row.at, new Set(fresh));
  const moved = `改了名或并到别处：${at('at').line} 行下加一行“    moved: ${to ?? `${kind}/新的网址名`}”`;
  const gone =
    slugAt(row.at) === null
      ? `没有了：加“    gone: { name: 名称, date: "${day}", reason: 原因 }”，或在它的文件里写 standalone: true 留住`
      : `撤下了：把文件放回原处，写 status: retired 和 retired: { date: "${day}", reason: 原因 }`;
  return {
    ...at('at'),
    rule: 'address-lost',
    message: `${row.at}/ 是公开过的网址，现在打不开了，读者手里的链接会失效`,
    cure: `${moved}；${gone}`,
  };
}

/** A story that readers could see and that is taken down without a word of why. */
export function findUnexplained(
  { data, head, slug }: Pick<Manuscript<StoryData>, 'data' | 'head' | 'slug'>,
  known: ReadonlySet<string>,
  day: string,
): Finding[] {
  if (data?.status !== 'retired' || data.retired || !known.has(`stories/${slug}`)) return [];
  return [
    {
      ...head.locate(['status']),
      rule: 'retired-reason',
      message: '这一篇公开过，撤下了却没有说为什么，原网址上没有话可讲',
      cure: `在 status 下面加一行：retired: { date: "${day}", reason: 为什么撤 }`,
    },
  ];
}

/** Why a story was taken down, told of one that was not. */
export function findNotRetired({ data, head }: Pick<Manuscript<StoryData>, 'data' | 'head'>): Finding[] {
  if (!data?.retired || data.status === 'retired') return [];
  return [
    {
      ...head.locate(['retired']),
      rule: 'retired-there',
      hint: true,
      message: `写着撤下的原因，status 却是 ${data.status}`,
      cure: '没有撤就删掉 retired；要撤，写 status: retired',
    },
  ];
}
