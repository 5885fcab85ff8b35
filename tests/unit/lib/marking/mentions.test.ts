import { expect, test } from 'vitest';
import { mentionsIn } from '../../../../src/lib/marking/mentions.ts';
import type { Entry, Passage } from '../../../../src/lib/marking/suggestion.ts';

const passage = (text: string, taken: Passage['taken'] = []): Passage => ({
  kind: 'paragraph',
  text,
  taken,
  milestones: [],
});
const practice = (id: string, ...forms: string[]): Entry => ({ field: 'practices', id, forms });
const place = (id: string, ...forms: string[]): Entry => ({ field: 'places', id, forms });
const found = (texts: (string | Passage)[], entries: Entry[], isMarked = (_: Entry) => false) =>
  mentionsIn(
    texts.map((one) => (typeof one === 'string' ? passage(one) : one)),
    entries,
    isMarked,
  ).map(({ id, words }) => `${id}=${words}`);

test.each([
  ['with its quotation marks', '推行“五单”管理，', practice('a', '“五单”管理'), 'a=“五单”管理'],
  ['quoted by the text alone', '落实“四个不摘”要求', practice('a', '四个不摘'), 'a=“四个不摘”'],
  ['without blanks', '济阳ABC即时帮扶', practice('a', '济阳 ABC 即时帮扶'), 'a=济阳ABC即时帮扶'],
  ['with a comma between its parts', '“两不愁、三保障”', practice('a', '两不愁三保障'), 'a=“两不愁、三保障”'],
  ['with 的 in it', '经营主体带动贫困户的机制', practice('a', '经营主体带动贫困户机制'), 'a=经营主体带动贫困户的机制'],
  ['another form of it', '到了登封市法院', place('a', '登封市人民法院', '登封市法院'), 'a=登封市法院'],
])('a name is found %s', (_, text, entry, mention) => expect(found([text], [entry])).toEqual([mention]));

test('of names within each other the longer, and the larger place within the smaller', () => {
  expect(found(['消费扶贫活动'], [practice('a', '扶贫活动'), practice('b', '消费扶贫活动')])).toEqual([
    'b=消费扶贫活动',
  ]);
  expect(found(['登封市某煤矿'], [place('city', '登封市'), place('mine', '登封市某煤矿')])).toEqual([
    'mine=登封市某煤矿',
    'city=登封市',
  ]);
});
test('a place of a place is known behind 的', () => {
  const shop: Entry = { ...place('shop', '叶寨村扶贫车间'), part: { owner: '叶寨村', rest: '扶贫车间' } };
  expect(found(['叶寨村的扶贫车间'], [place('village', '叶寨村'), shop])).toEqual(['village=叶寨村', 'shop=扶贫车间']);
  expect(found(['别处的扶贫车间'], [shop])).toEqual([]);
});
test('each entry once, and none that is marked', () => {
  const entry = place('a', '石桥村');
  expect(found(['石桥村', '石桥村'], [entry])).toEqual(['a=石桥村']);
  expect(found(['石桥村'], [entry], () => true)).toEqual([]);
  expect(found([passage('石桥村', [[0, 3]])], [entry])).toEqual([]);
});
test('letters and digits that go on make another name, and numbers count only in quotes', () => {
  const entry = practice('a', '1+3');
  expect(found(['“11+3”机制'], [entry])).toEqual([]);
  expect(found(['有 1+3 个'], [entry])).toEqual([]);
  expect(found(['“1+3”机制'], [entry])).toEqual(['a=“1+3”']);
});
