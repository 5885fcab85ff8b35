import { expect, test } from 'vitest';
import { withoutUnit } from '../../../../src/lib/timeline/titles.ts';

const ruzhou = { name: '汝州市', shortName: '汝州' };
const baihe = { name: '白河县', shortName: '白河' };

test.each([
  ['白河县 20 家餐饮完成改造', '20 家餐饮完成改造', baihe],
  ['白河县中厂镇推行“五单”管理', '中厂镇推行“五单”管理', baihe],
  ['白河“7+3”累计修旧房', '“7+3”累计修旧房', baihe],
  ['汝州市委常委会研判', '市委常委会研判', ruzhou],
  ['汝州市、乡、村三级书记完成遍访', '市、乡、村三级书记完成遍访', ruzhou],
  ['汝州市长期坚持', '长期坚持', ruzhou],
  ['汝州市委托一家公司', '委托一家公司', ruzhou],
  ['汝州脱贫攻坚系列报道开始刊出', '脱贫攻坚系列报道开始刊出', ruzhou],
  // Half a sentence, another name, or nothing would be left.
  ['白河的水', '白河的水', baihe],
  ['白河、石泉签约', '白河、石泉签约', baihe],
  ['白河镇建成', '白河镇建成', baihe],
  ['白河县', '白河县', baihe],
  ['全县动员', '全县动员', baihe],
  ['Hanbin opens a school', 'Hanbin opens a school', { name: 'Hanbin', shortName: 'Hanbin' }],
])('%s → %s', (title, left, unit) => {
  expect(withoutUnit(title, unit)).toBe(left);
});
