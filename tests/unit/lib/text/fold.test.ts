import { describe, expect, test } from 'vitest';
import { foldText } from '../../../../src/lib/text/fold.ts';

describe('nothing is lost between', () => {
  test.each([
    ['他说“好”', '他说"好"'],
    ['他说„好‟', '他说「好」'],
    ['他说«好»', '他说『好』'],
    ['‘好’', "'好'"],
    ['‚好‛', "'好'"],
    ['他走了——又来了', '他走了--又来了'],
    ['8–10 户', '8-10 户'],
    ['8―10 户', '8‒10 户'],
    ['说到这里……', '说到这里...'],
    ['说到这里。。。', '说到这里…'],
    ['1～8 月', '1~8月'],
    ['1〜8 月', '1∼8月'],
    ['1～～8 月', '1~8月'],
    ['ＡＢ１２，好', 'AB12,好'],
    ['一 二\u3000三\n四\t五', '一二三四五'],
    ['一\u200b二\ufeff三\u00ad四\u0007五', '一二三四五'],
  ])('%j and %j', (a, b) => expect(foldText(a)).toBe(foldText(b)));
});

describe('something is lost between', () => {
  test.each([
    ['脱贫 300 户', '脱贫 30 户'],
    ['他说“好”', '他说好'],
    ['他说‘好’', '他说“好”'],
    ['8—10', '810'],
    ['8—10', '8～10'],
    ['好。', '好'],
    ['好，', '好。'],
  ])('%j and %j', (a, b) => expect(foldText(a)).not.toBe(foldText(b)));
});
