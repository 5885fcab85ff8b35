import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { suggestFor } from '../../../../src/editing/marking/suggest-for.ts';
import { countSuggestions, tellSuggestions } from '../../../../src/editing/marking/tell.ts';

const STORY = `---
title: 一块田的账
county: luhe
text: retold
source:
  headline: null
  bylines: []
  date: "2020-11-10"
  dateBasis: stated
genre: report
privacy: 待确认
status: draft
published: "2026-12-01"
---

2018 年 2 月，东村开始记账，全村 45 户都记。9 月以来，账本添了 30 余本。
`;

test('the handbook shows what editors are told, to the letter', () => {
  const path = 'stories/luhe/jianan-field.mdx';
  const result = suggestFor({ path, text: STORY }, readContent('tests/fixtures/archive'));
  if ('fault' in result) throw new Error(result.fault.message);
  const told = `${countSuggestions(result.suggestions)}\n${tellSuggestions(result.suggestions, result.passages)}`;
  const handbook = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(handbook).toContain(told.replaceAll('第 16 行', '第 17 行'));
});
