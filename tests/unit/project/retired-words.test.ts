import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Where the site speaks of itself, to readers and to editors; what is told from a source has words of its own. */
const SPEAKING = [
  'src/lib/words',
  'src/lib/schema',
  'src/editing',
  'src/content/site.yaml',
  'src/content/pages',
  'CONTRIBUTING.md',
  'README.md',
];
/** Recognises what newspapers print. */
const READS_PAPERS = /^src\/editing\/(?:import|names)\//;

/** Words that have been given up, each with what stands instead: one word for one thing, and no promise that does not hold. */
const RETIRED: readonly [words: RegExp, instead: string][] = [
  [/(?<!头等)大事/, '记事：多半是一时的情形、每月的例事，不是大事'],
  [/原话(?!<\/PullQuote>)/, '文中那一句：文句是本站的'],
  [/一一可查|一处不漏|一件不少|完整收录/, '说得到的才说'],
  [/据文意/, '推定的依据出自数据：年月据同版文章推定'],
  [/故事/, '文章'],
  [/快讯/, '消息'],
  [/时间未详|年份不详/, '未注明'],
  [/十县|十个县(?!区)|县域(?!纪事)/, '县区'],
  [/篇报道/, '篇文章：报道说的是原件'],
  [/版面情况/, '原报情况'],
  [/所查的|列法/, '检索词；显示方式'],
  [/颂扬|套话/, '只说自己怎样写，不评别人'],
  [/与运行本站的编辑部联系/, '写明地址，没有就说没有'],
];

function textsOf(path: string): [path: string, text: string][] {
  if (statSync(path).isDirectory())
    return readdirSync(path).flatMap((name) => textsOf(join(path, name).replaceAll('\\', '/')));
  return /\.(?:ts|mdx?|yaml)$/.test(path) && !READS_PAPERS.test(path) ? [[path, readFileSync(path, 'utf8')]] : [];
}

const retiredIn = (texts: readonly (readonly [string, string])[]): string[] =>
  texts.flatMap(([path, text]) =>
    text.split('\n').flatMap((line, i) =>
      RETIRED.flatMap(([words, instead]) => {
        const [found] = words.exec(line) ?? [];
        return found === undefined ? [] : [`${path}:${i + 1} ${found} → ${instead}`];
      }),
    ),
  );

describe('words that were given up', () => {
  test('are said nowhere', () => expect(retiredIn(SPEAKING.flatMap(textsOf))).toEqual([]));

  test.each(['96 件大事', '每一条都能回到原话', '讲十个县怎样摆脱贫困', '县域地图', '检索全部故事', '13 篇报道'])(
    'are found: %s',
    (words) => expect(retiredIn([['src/lib/words/planted.ts', words]])).toHaveLength(1),
  );

  test.each([
    '把脱贫攻坚作为头等大事',
    '写成 <PullQuote by="谁">原话</PullQuote>',
    '县域纪事，十个县区',
    '据原报道改写',
  ])('are not seen in %s', (words) => expect(retiredIn([['src/lib/words/planted.ts', words]])).toEqual([]));
});
