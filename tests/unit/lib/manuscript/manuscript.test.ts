import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPractice, readStory } from '../../../../src/lib/manuscript/manuscript.ts';
import { idOf, isSlug, storyAt, storyFile } from '../../../../src/lib/manuscript/paths.ts';
import { isOnSite, isPlanned } from '../../../../src/lib/manuscript/publication.ts';
import { changeStatus } from '../../../../src/lib/manuscript/status.ts';

const STORY = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
const read = (text: string) => readStory({ path: 'stories/jianan/sample-story.mdx', text });
const withStatus = (line: string) => read(STORY.replace('status: published', line));

describe('a manuscript', () => {
  test('is read once, however often it is asked for', () => {
    const file = { path: 'stories/jianan/sample-story.mdx', text: STORY };
    expect(readStory(file)).toBe(readStory(file));
    expect(readStory(file).body).toBe(readStory(file).body);
  });

  test('gives slug, county, fields and blocks', () => {
    const { slug, folder, data, body, hasHead } = read(STORY);
    expect([slug, folder, hasHead, data?.title]).toEqual(['sample-story', 'jianan', true, '一个春天，两本账']);
    expect(body.blocks.map(({ kind }) => kind)).toContain('heading');
  });

  test('with broken markup has a fault where it stands, and no blocks', () => {
    const { body } = read(STORY.replace('- 第一本', '<Note>- 第一本'));
    expect(body).toMatchObject({ tree: null, blocks: [], fault: { rule: 'markup-syntax', line: 34 } });
  });

  test('without fields has none, and each that it must have is missing', () => {
    const { hasHead, data, body, findings } = read('正文');
    expect([hasHead, data, body.text, body.blocks]).toEqual([false, null, '', []]);
    expect(findings.map(({ line, message }) => `${line} ${message.split('：')[0]}`)).toContain('2 title');
  });

  test('has a body that counts lines as the file does', () => {
    const { body } = read(STORY);
    const [heading] = body.blocks;
    expect(STORY.split('\n')[(heading?.line ?? 0) - 1]).toBe('## 开头');
    expect(body.fault).toBeNull();
    expect(body.text.trim()).toMatch(/^## 开头/);
  });

  test('of a practice lies in no county and is held to the fields of practices', () => {
    const text = readFileSync('tests/fixtures/content/practices/two-books.mdx', 'utf8');
    const practice = readPractice({ path: 'practices/two-books.mdx', text });
    expect(practice).toMatchObject({ slug: 'two-books', folder: null, findings: [], source: text });
    expect(practice.data?.kind).toBe('mechanism');
    expect(readStory({ path: 'practices/two-books.mdx', text }).data).toBeNull();
  });
});

describe('the state of a story', () => {
  test.each(['published', 'scheduled', 'draft', 'retired'])('%s is read as YAML reads it', (status) => {
    const lines = [
      `status: ${status}`,
      `status: ${status} # 主编已看`,
      `status: "${status}"`,
      `status:   '${status}'  `,
    ];
    expect(lines.map((line) => withStatus(line).publication.status)).toEqual([status, status, status, status]);
  });

  test('is not what stands in the body or in a deeper field', () => {
    const { publication } = read(
      STORY.replace('status: published', 'status: draft').replace('- 第一本', 'status: published\n\n- 第一本'),
    );
    expect(publication.status).toBe('draft');
    expect(withStatus('gaps2: { status: draft }').publication.status).toBeNull();
  });

  test('is known where another field is broken; the story then counts as on the site, so that the check refuses it', () => {
    const { publication } = read(
      STORY.replace('status: published', 'status: draft').replace('text: retold', 'text: retold\ntext: full'),
    );
    expect(publication.status).toBe('draft');
    const torn = read(STORY.replace('status: published', 'status: draft').replace('summary: ', 'summary: "'));
    expect(isOnSite(torn.publication, '2027-01-01')).toBe(true);
  });

  test('decides what is planned and what is seen', () => {
    const scheduled = withStatus('status: scheduled # 等通知\nscheduledFor: "2027-01-02" # 周六').publication;
    expect([isPlanned(scheduled), isOnSite(scheduled, '2027-01-01'), isOnSite(scheduled, '2027-01-02')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isPlanned(withStatus('status: draft').publication)).toBe(false);
  });
});

describe('a change of state', () => {
  test('leaves what is remarked beside it', () => {
    const text = changeStatus(withStatus('status: draft # 主编已看'), { to: 'published', day: '2027-01-02' });
    expect(text).toContain('status: published # 主编已看\n');
    expect(text).toContain('published: "2027-01-02"\n');
  });

  test('writes a field that was left empty, and one that was not there', () => {
    const empty = read(STORY.replace('status: published', 'status: published\nupdated:'));
    const text = changeStatus(empty, { to: 'retired', day: '2027-01-02' });
    expect(text.match(/^updated: .*$/gm)).toEqual(['updated: "2027-01-02"']);
    expect(changeStatus(read(STORY), { to: 'retired', day: '2027-01-02' })).toContain(
      'status: retired\nupdated: "2027-01-02"\n',
    );
  });

  test('touches no words of the body', () => {
    const story = read(STORY.replace('- 第一本', 'status: draft\n\npublished: 没有\n\n- 第一本'));
    const [, body] = changeStatus(story, { to: 'retired', day: '2027-01-02' }).split('\n---\n');
    expect(body).toBe(story.source.split('\n---\n')[1]);
  });
});

describe('names and places of files', () => {
  test('a slug begins with a letter, wherever it is asked', () => {
    expect(['jianan-yao-heng', 'a1'].every(isSlug)).toBe(true);
    expect(['2020-report', 'a--b', 'A', 'a_b', '-a', 'a-', ''].some(isSlug)).toBe(false);
  });

  test('a story lies in stories/<county>/<slug>.mdx and nowhere else', () => {
    expect(storyAt(storyFile('jianan', 'a'))).toEqual({ folder: 'jianan', slug: 'a' });
    for (const path of [
      'stories/a.mdx',
      'x/stories/a/b.mdx',
      'stories/a/b/c.mdx',
      'stories/a/b.yaml',
      'practices/b.mdx',
      'stories/a/b.mdx.bak',
    ])
      expect(storyAt(path), path).toBeNull();
    expect(idOf({ path: 'stories/jianan/a-b.mdx' })).toBe('a-b');
    expect(idOf({ path: 'a.b.mdx' })).toBe('a.b');
  });
});
