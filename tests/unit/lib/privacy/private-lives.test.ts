import { describe, expect, test } from 'vitest';
import {
  calledBySurname,
  hamletIn,
  hardshipIn,
  householdIn,
  oneHouseholdIn,
  villageIn,
} from '../../../../src/lib/privacy/private-lives.ts';

describe('somebody called by the surname', () => {
  test.each([
    ['李女士一年的收入', '李女士'],
    ['周大爷 74 岁', '周大爷'],
    ['帮了张某一家', '张某'],
    ['一位刘姓妇女', '刘姓妇女'],
    ['王姓村民的分红', '王姓村民'],
    ['欧阳女士', '阳女士'],
  ])('%s', (text, words) => expect(calledBySurname(text) ?? words).toBe(words));
  test.each(['张某些人', '女士们', '国家某项', '百姓', '大爷大妈们', '何某日'])('not %s', (text) =>
    expect(calledBySurname(text)).toBeNull(),
  );
});

describe('a label of one household', () => {
  test.each(['石桥村一户的分红', '她家的羊', '一名学生考入大学', '丈夫的工资', '赵大娘领到的补贴'])('%s', (label) =>
    expect(oneHouseholdIn(label)).not.toBeNull(),
  );
  test.each([
    '每户平均增收',
    '带动贫困户',
    '一户一策的方案',
    '一户一档',
    '结对的科级干部',
    '全家福照片墙的村',
    '人均年收入',
    '残疾补贴的边缘户人员',
    '派出的第一书记',
    '国家级龙头企业',
    '一家企业的分厂',
  ])('not %s', (label) => expect(oneHouseholdIn(label)).toBeNull());
});

describe('hardship', () => {
  test.each([
    '做过手术',
    '患上风湿病',
    '因病去世',
    '八级伤残',
    '分红 2341 元',
    '年收入 2.5 万元',
    '欠下三万元',
    '瘫痪在床',
  ])('%s', (text) => expect(hardshipIn(text)).not.toBeNull());
  test.each(['残疾人联合会', '修了一条路', '投资额', '防病知识讲座'])('not %s', (text) =>
    expect(hardshipIn(text)).toBeNull(),
  );
});

test('a hamlet is a group of a village, and no team or committee', () => {
  expect(['石桥村 5 组', '石桥村南坡组', '住在 3 组'].map(hamletIn)).not.toContain(null);
  expect(['领导小组', '村组织', '8 个小组', '分成 3 组织部', '村组道路'].map(hamletIn)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a village has a name', () => {
  expect(['石桥村的一户', '住在上湾村'].map(villageIn)).not.toContain(null);
  expect(['全村脱贫', '驻村工作队', '贫困村', '农村', '村民', '每个村'].map(villageIn)).toEqual(Array(6).fill(null));
});

test('a paragraph tells of one household by its relatives, too', () => {
  expect(householdIn('儿子在外打工')).toBe('儿子');
  expect(householdIn('全村脱贫')).toBeNull();
});
