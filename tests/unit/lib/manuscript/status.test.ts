import { describe, expect, test } from 'vitest';
import { readStory } from '../../../../src/lib/manuscript/manuscript.ts';
import { changeStatus, type StatusChange } from '../../../../src/lib/manuscript/status.ts';

const DAY = '2027-01-02';
/** The head of a story whose state is changed, without its lines of dashes. */
function change(head: string, to: StatusChange['to'], body = '甲'): string {
  const story = readStory({ path: 'stories/jianan/a.mdx', text: `---\n${head}\n---\n${body}` });
  const text = changeStatus(story, { to, day: DAY });
  expect(text.endsWith(`\n---\n${body}`)).toBe(true);
  return text.slice('---\n'.length, -`\n---\n${body}`.length);
}

describe('a story that is published', () => {
  test('for the first time gets its day', () => {
    expect(change('title: 一\nstatus: draft', 'published')).toBe(
      'title: 一\nstatus: published\npublished: "2027-01-02"',
    );
  });

  test('before its day came loses the day that was set', () => {
    expect(
      change('status: scheduled\nscheduledFor: "2027-02-01"\npublished: "2027-02-01"\ntext: full', 'published'),
    ).toBe('status: published\npublished: "2027-01-02"\ntext: full');
  });

  test('after it was taken back keeps its first day', () => {
    expect(change('status: retired\npublished: "2026-01-01"\nupdated: "2026-05-01"', 'published')).toBe(
      'status: published\npublished: "2026-01-01"\nupdated: "2027-01-02"',
    );
  });
});

describe('a story that is scheduled', () => {
  test('gets the day on which it appears, which is its day of publication', () => {
    expect(change('status: draft\nprivacy: reviewed', 'scheduled')).toBe(
      'status: scheduled\npublished: "2027-01-02"\nscheduledFor: "2027-01-02"\nprivacy: reviewed',
    );
  });

  test('again gets the new day in place of the old', () => {
    expect(change('scheduledFor: "2027-02-01" # 周一\nstatus: scheduled\npublished: "2027-02-01"', 'scheduled')).toBe(
      'scheduledFor: "2027-01-02" # 周一\nstatus: scheduled\npublished: "2027-01-02"',
    );
  });
});

describe('a story that is taken back', () => {
  test('says when, and keeps its day of publication', () => {
    expect(change('status: published\npublished: "2026-01-01"', 'retired')).toBe(
      'status: retired\nupdated: "2027-01-02"\npublished: "2026-01-01"',
    );
  });

  test('before its day came has no day any more', () => {
    expect(change('status: scheduled\nscheduledFor: "2027-02-01"', 'retired')).toBe(
      'status: retired\nupdated: "2027-01-02"',
    );
  });
});

describe('what is written', () => {
  test('comes after the last line where there is no state yet', () => {
    expect(change('title: 一\ntext: full', 'retired')).toBe(
      'title: 一\ntext: full\nstatus: retired\nupdated: "2027-01-02"',
    );
  });

  test('takes the place of a field left empty, wherever it stood', () => {
    expect(change('updated:\nstatus: published\ntext: full', 'retired')).toBe(
      'status: retired\nupdated: "2027-01-02"\ntext: full',
    );
    expect(change('status: published\ntext: full\nupdated:', 'retired')).toBe(
      'status: retired\nupdated: "2027-01-02"\ntext: full',
    );
    expect(change('status:\ntext: full', 'retired')).toBe('text: full\nstatus: retired\nupdated: "2027-01-02"');
  });

  test('is written as it is, whatever signs the head holds', () => {
    expect(change("title: 一$&二$'\nstatus: published", 'retired')).toBe(
      'title: 一$&二$\'\nstatus: retired\nupdated: "2027-01-02"',
    );
  });

  test('is no field of another by the same name', () => {
    expect(change('box:\n  status: draft\nstatus: published', 'retired')).toBe(
      'box:\n  status: draft\nstatus: retired\nupdated: "2027-01-02"',
    );
  });

  test('is written between the lines of dashes, even where nothing stands there', () => {
    expect(change('', 'retired')).toBe('\nstatus: retired\nupdated: "2027-01-02"');
  });

  test('is nothing where a file has no fields', () => {
    const story = readStory({ path: 'stories/jianan/a.mdx', text: '甲\nstatus: draft' });
    expect(changeStatus(story, { to: 'retired', day: DAY })).toBe('甲\nstatus: draft');
  });

  test('is added below what are no fields: the check says what is wrong with them', () => {
    expect(change('- 甲', 'retired')).toBe('- 甲\nstatus: retired\nupdated: "2027-01-02"');
  });
});

describe('a story that is taken down', () => {
  const retire = (head: string, told?: { reason: string; isPrivate: boolean }) => {
    const story = readStory({ path: 'stories/jianan/a.mdx', text: `---\n${head}\n---\n甲` });
    return changeStatus(story, { to: 'retired', day: DAY, ...(told ? { told } : {}) });
  };
  test('says why, in words that YAML reads again', () => {
    const text = retire('status: published\npublished: "2026-01-01"', {
      reason: '当事人请求："不要"',
      isPrivate: true,
    });
    const { data } = readStory({ path: 'stories/jianan/a.mdx', text }).head;
    expect(data).toMatchObject({
      status: 'retired',
      retired: { date: DAY, reason: '当事人请求："不要"', private: true },
    });
  });

  test('says so once', () => {
    const head = 'status: published\nretired:\n  date: "2026-01-01"\n  reason: 旧的\npublished: "2025-01-01"';
    const text = retire(head, { reason: '新的', isPrivate: false });
    const { data, findings } = readStory({ path: 'stories/jianan/a.mdx', text }).head;
    expect(findings).toEqual([]);
    expect(data).toMatchObject({ retired: { date: DAY, reason: '新的' }, published: '2025-01-01' });
  });

  test('and no more when it comes back, be it said in one line or in three', () => {
    for (const said of [
      'retired: { date: "2026-01-01", reason: 旧的 }',
      'retired:\n  date: "2026-01-01"\n  reason: 旧的',
    ])
      expect(change(`status: retired\n${said}\npublished: "2025-01-01"`, 'published')).toBe(
        'status: published\nupdated: "2027-01-02"\npublished: "2025-01-01"',
      );
  });
});
