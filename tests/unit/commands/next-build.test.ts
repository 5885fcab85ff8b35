import { expect, test } from 'vitest';
import { nextBuild } from '../../../src/commands/next-build.ts';

test.each([
  ['https://github.com/example/archive.git', 'GitHub 每天零点过后自动生成'],
  ['git@github.com:example/archive.git', 'GitHub 每天零点过后自动生成'],
  ['https://gitlab.com/example/archive.git', '定时流水线'],
  ['ssh://git@gitlab.example.org:2222/example/archive', '定时流水线'],
  ['https://gitee.com/example/github.com', 'npm run build'],
  ['https://notgithub.com/example/archive', 'npm run build'],
  ['https://example.org/gitlab/archive', 'npm run build'],
  ['/srv/git/archive.git', 'npm run build'],
  [null, 'npm run build'],
])('who schedules a story in %s is told who will build on that day', (remote, words) => {
  expect(nextBuild(remote)).toContain(words);
  expect(nextBuild(remote)).toContain('中国时间');
});
