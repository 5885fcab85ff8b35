import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findSilentChanges } from '../../../src/editing/changes.ts';
import { fixManuscript } from '../../../src/editing/fix.ts';
import { findWithheld, hashName } from '../../../src/editing/withheld.ts';
import { restoreName, withholdName } from '../../../src/editing/withhold.ts';
import { readStory } from '../../../src/lib/manuscript/manuscript.ts';
import { formatProblems } from '../../../src/lib/manuscript/problem.ts';
import { isOnSite, isPublic } from '../../../src/lib/manuscript/publication.ts';
import { changeStatus, type StatusChange } from '../../../src/lib/manuscript/status.ts';

const STORY = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');

describe('--fix', () => {
  test('mends punctuation, tildes, bold, blanks, mark and line ends, and nothing else', () => {
    const broken = STORY.replace('第一本记支出', '**账要记清。**第一本,记支出(3)  ')
      .replace('第二本记收入', '1~8月和3~5月,见 https://a.cn/x,y')
      .replaceAll('\n', '\r\n');
    const { text, done } = fixManuscript(`\ufeff${broken}`);
    expect(text).toContain('- **账要记清**。第一本，记支出（3）\n');
    expect(text).toContain('- 1～8月和3～5月，见 https://a.cn/x,y');
    expect(text).not.toMatch(/\r|\ufeff/);
    expect(done).toHaveLength(5);
    expect(fixManuscript(text)).toEqual({ text, done: [] });
  });

  test('leaves the punctuation of passages and stories that are not Chinese', () => {
    const passages = STORY.replace(
      '第一本记支出',
      '第一本记<Lang code="en">income (of 王小满), and more: "all"</Lang>支出。\n\n<Lang code="ug">\n\n王, 李; 张?\n\n</Lang>\n\n- 第三本',
    );
    expect(fixManuscript(passages).text).toBe(passages);
    const english = STORY.replace('genre:', 'lang: en\ngenre:').replace('第一本记支出', 'Wang (王), a teacher, came');
    expect(fixManuscript(english).text).toBe(english);
    const traditional = english.replace('lang: en', 'lang: zh-Hant');
    expect(fixManuscript(traditional).text).toContain('王）');
    const around = STORY.replace('第一本记支出', '第一本,记<Lang code="en">a, b</Lang>,支出');
    expect(fixManuscript(around).text).toContain('第一本，记<Lang code="en">a, b</Lang>，支出');
  });

  test('leaves a good story byte for byte', () => {
    expect(fixManuscript(STORY)).toEqual({ text: STORY, done: [] });
  });

  test('leaves front matter, code and marks alone', () => {
    const source = STORY.replace('title: 一个春天，两本账', 'title: "账本: 两本, 都在"').replace(
      '第一本记支出',
      '第一本`a,b`记支出',
    );
    expect(fixManuscript(source).text).toBe(source);
  });
});

describe('a published story', () => {
  test('may be mended in typing without a word', () => {
    expect(findSilentChanges(STORY, STORY.replace('第一本记支出', '第一本 记支出'))).toEqual([]);
  });

  test.each([
    ['its words', '第一本记支出', '第一本记开支', /改了正文/],
    ['a figure', 'value: 3953', 'value: 3954', /figures/],
    ['its title', 'title: 一个春天，两本账', 'title: 一个夏天，两本账', /title/],
    ['its first day', 'published: "2026-12-01"', 'published: "2026-12-02"', /发表日从/],
  ])('may not change %s in silence', (_, from, to, says) => {
    const [finding] = findSilentChanges(STORY, STORY.replace(from, to));
    expect(finding?.message).toMatch(says);
    expect(finding?.line).toBeGreaterThan(0);
  });

  test('may change with a correction, and be withdrawn', () => {
    const corrected = STORY.replace('第一本记支出', '第一本记开支').replace(
      'published: "2026-12-01"',
      'published: "2026-12-01"\ncorrections:\n  - { date: "2026-12-02", kind: 更正, text: 改一个词 }',
    );
    expect(findSilentChanges(STORY, corrected)).toEqual([]);
    expect(findSilentChanges(STORY, STORY.replace('status: published', 'status: retired'))).toEqual([]);
  });

  test('may not vanish; a draft may', () => {
    expect(findSilentChanges(STORY, null)[0]?.message).toMatch(/被删除或改名/);
    expect(findSilentChanges(STORY.replace('status: published', 'status: draft'), null)).toEqual([]);
  });
});

describe('status', () => {
  const draft = STORY.replace('status: published', 'status: draft');
  const read = (text: string) => readStory({ path: '', text });
  const change = (text: string, to: StatusChange) => changeStatus(read(text), to);

  test('first publication sets the day, and only that', () => {
    const text = change(draft, { to: 'published', day: '2027-01-02' });
    expect(read(text).publication.status).toBe('published');
    expect(text).toBe(STORY.replace('published: "2026-12-01"', 'published: "2027-01-02"'));
  });

  test('scheduling and then publishing leaves no trace of the plan', () => {
    const planned = change(draft, { to: 'scheduled', day: '2027-01-02' });
    expect(planned).toContain('status: scheduled\nscheduledFor: "2027-01-02"\n');
    expect(change(planned, { to: 'published', day: '2027-01-02' })).not.toContain('scheduledFor');
  });

  test('withdrawing and coming back keeps the first day', () => {
    const gone = change(STORY, { to: 'retired', day: '2027-02-01' });
    const back = change(gone, { to: 'published', day: '2027-03-01' });
    expect(back).toContain('published: "2026-12-01"');
    expect(back).toContain('updated: "2027-03-01"');
  });

  test('who may see it', () => {
    expect(isPublic({ status: 'scheduled', scheduledFor: '2027-01-02' }, '2027-01-01')).toBe(false);
    expect(isPublic({ status: 'scheduled', scheduledFor: '2027-01-02' }, '2027-01-02')).toBe(true);
    expect([draft, STORY].map((text) => isOnSite(read(text).publication, '2027-01-01'))).toEqual([false, true]);
  });
});

describe('a withheld name', () => {
  const NAME = '王小满';
  const story = STORY.replace('第一本记支出', `${NAME}说，第一本记支出，**${NAME}**记的`).replace(
    'headline: null',
    `headline: ${NAME}的两本账`,
  );
  const withholding = { name: NAME, id: '0123abcd', as: '王女士' };

  test('leaves the whole manuscript and comes back as it was', () => {
    const { text, count, left } = withholdName(story, withholding);
    expect([count, left, text.includes(NAME)]).toEqual([3, 0, false]);
    expect(text).toContain('<Withheld id="0123abcd">王女士</Withheld>说');
    expect(text).toContain('headline: 王女士的两本账');
    expect(restoreName(text, withholding)).toEqual({ text: story, count: 3 });
  });

  test('may go and come back without a correction: the page says why; nothing else may change with it', () => {
    const { text } = withholdName(story, withholding);
    expect(findSilentChanges(story, text)).toEqual([]);
    expect(findSilentChanges(text, story)).toEqual([]);
    expect(findSilentChanges(story, text.replace('第一本记支出', '第一本记收入'))).toHaveLength(1);
  });

  test('is counted where only a person can mend it', () => {
    const pictured = STORY.replace('第一本记支出', `![${NAME}在记账](./a.jpg)第一本记支出`);
    expect(withholdName(pictured, withholding)).toMatchObject({ count: 0, left: 1 });
  });

  test('is found whatever stands around it, without the name being known', () => {
    const key = '00'.repeat(32);
    const names = [{ hmac: hashName(NAME, key), length: 3 }];
    expect(findWithheld(`说起${NAME}的事`, { key, names })).toMatchObject([{ start: 2, end: 5 }]);
    expect(findWithheld('说起王小二的事', { key, names })).toEqual([]);
    expect(JSON.stringify(names)).not.toContain(NAME);
  });
});

describe('problems', () => {
  const problem = {
    file: 'a,b.mdx',
    line: 3,
    column: 5,
    rule: 'body-empty',
    message: '有错：一\n二',
    cure: '改',
  } as const;

  test('as GitHub annotations, escaped', () => {
    expect(formatProblems([problem, { ...problem, hint: true }], 'github')).toBe(
      '::error file=a%2Cb.mdx,line=3,col=5,title=body-empty::有错：一%0A二。→ 改\n::notice file=a%2Cb.mdx,line=3,col=5,title=body-empty::有错：一%0A二。→ 改',
    );
  });

  test('as JSON and as text', () => {
    expect(JSON.parse(formatProblems([problem], 'json'))).toEqual([{ ...problem, level: 'error' }]);
    expect(formatProblems([{ ...problem, hint: true }], 'text')).toMatch(/^a,b\.mdx:3:5 提示 /);
  });
});
