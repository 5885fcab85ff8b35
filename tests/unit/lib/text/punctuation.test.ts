import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../../src/lib/text/fold.ts';
import { widenPunctuation } from '../../../../src/lib/text/punctuation.ts';

describe('punctuation in Chinese', () => {
  test.each([
    ['来了,看了;走了:好!吗?', '来了，看了；走了：好！吗？'],
    ['100%,2.7万户', '100%，2.7万户'],
    ['他用APP,还有RGB(红绿蓝)。', '他用APP，还有RGB（红绿蓝）。'],
    ['领导小组(扩大)会议', '领导小组（扩大）会议'],
    ['村(社区)“两委”', '村（社区）“两委”'],
    ['他说:"好",又说"行"。', '他说：“好”，又说“行”。'],
    ['完成了.又开始了.', '完成了。又开始了。'],
    ['说到这里...', '说到这里……'],
    ['1~8月', '1～8月'],
    ['他来了--又走了', '他来了——又走了'],
    ['浓度(mg/m3)为', '浓度（mg/m3）为'],
    ['“一号工程”,与', '“一号工程”，与'],
    ['产业2018,2019年', '产业2018，2019年'],
    ['好,见 https://a.cn/x?y=1,2 一页,好', '好，见 https://a.cn/x?y=1,2 一页，好'],
    ['注[^1],又1,000,又10:10,完', '注[^1]，又1,000，又10:10，完'],
    [', Hello 你好', '， Hello 你好'],
    ['名称(APP)x', '名称（APP）x'],
    ['APP(x)好', 'APP（x）好'],
    ['(一)工作', '（一）工作'],
    ['(甲(乙)丙)', '（甲（乙）丙）'],
    ['一)好', '一）好'],
    ['一(好', '一（好'],
    ['(好', '（好'],
    ['x(好', 'x（好'],
    ['好(x y', '好（x y'],
    ['叫"APP" x', '叫“APP” x'],
    ['x "APP"好', 'x “APP”好'],
    ['x"好"y', 'x“好”y'],
    ['"好"', '“好”'],
    ['"甲"和"乙"', '“甲”和“乙”'],
    ['叫"A"和 "B" x', '叫“A”和 "B" x'],
    ['完成了. 又开始了', '完成了。 又开始了'],
    ['总数三十.另有二十.', '总数三十。另有二十。'],
    ['说到这里。。。', '说到这里……'],
    ['1~~8月', '1～8月'],
    ['他来了---又走了', '他来了——又走了'],
    ['从2016--至今', '从2016——至今'],
    ['题目\n--记者手记', '题目\n——记者手记'],
    ['---记者手记', '——记者手记'],
  ])('%s → %s', (from, to) => expect(widenPunctuation(from)).toBe(to));

  test.each([
    '占6.5万人，1,000户、12,345,678元',
    '上午10:10开始，比例3:1',
    '见 https://a.cn/x?y=1,2;z 一页',
    '写信到 a.b@c.cn 即可',
    '歌名 Hello, world 很短',
    'f(x) 是函数',
    '一. 总体要求',
    'PM2.5 与 J.K. 罗琳',
    'Plain English, only: yes (really)?',
    '见注[^1]。',
    '见注[^甲,乙]好',
    'https://a.cn/x?y=1,2;z 一页',
    's3://a.cn/1,2 一页',
    '见 www.a.cn/x?y=1,2 一页',
    '用时10:10:10，比例1:2:3',
    '歌名 Hello , world 很短',
    '你好 Hello!',
    '函数 f(x) 好',
    '函数 f(x 好',
    '打开名单.xls文件',
    '十一. 总体要求',
    '他来了。他走了。',
    '他说"好',
    '他说"好"，又说"行',
    '歌名 say "Hello" now 很短',
    '-- 好',
  ])('leaves %s', (text) => expect(widenPunctuation(text)).toBe(text));

  test.each(['page.txt', 'feature.txt', 'report.txt'])(
    'leaves no half-width mark in %s, adds no blank, touches no digit',
    (file) => {
      const text = readFileSync(`tests/fixtures/import/${file}`, 'utf8');
      const wide = widenPunctuation(text);
      expect(text).toMatch(/[,;!?()]/);
      expect(wide.match(/[,;!?()]|:(?!\d)/g)).toBeNull();
      expect(foldText(wide)).toBe(foldText(text));
      expect(wide.match(/\s/g)?.length).toBe(text.match(/\s/g)?.length);
      expect(wide.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
    },
  );
});
