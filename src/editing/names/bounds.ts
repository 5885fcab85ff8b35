import { surnameOf } from '../../lib/text/surnames.ts';
import { type Letter, simpleWordOf } from './spellings.ts';

/**
 * Characters that follow a name and are hardly ever the last of a longer one: particles, and what people do. After others
 * nobody but a reader can say where the name ends: 郭桂英子 is not 郭桂英, 李四光 may be 李四 in bare feet.
 */
const FOLLOW = new Set(
  '的地得了着过们是在有和与及跟同或说道称讲问答叫喊告诉也就都还又才再便却则而且但即已曾正将会能可要想应该须把被让使给对向从往到于由为因以用按照当像如比这那哪其之者所不没未别很太更最只仅约等家户时后前里外上下左右内间身手脚脸心眼头口夫妻父母爸妈儿女爷奶姐妹兄弟哥嫂叔伯姑姨舅侄孙婆媳娘两俩几每各某本他她它我你您自己一二三四五六七八九十百千万领住种养带患拿买卖搬盖开办干做打找跑走坐站看听见懂学教写读记算数交付借欠存取收放摆挂穿戴吃喝睡醒起躺蹲跪笑哭愁怕急气恨爱喜盼愿肯敢帮扶救送接请求谢骂劝留陪靠守管负签填报选评担承认知晓忘搞弄砍割挖栽插喂赶牵骑推拉抬扛背抱提端挑拾捡洗刷烧煮炒蒸切剥织缝绣编修造砌拆迁移离回来去进出入越翻爬滑摔伤病瘫残亡死逝娶嫁虽若先终竟忽突马刻常总老仍依旧此今昨',
);
/** Of these, what may be the third character of a name; not where something is done to its end: 来了, 有一头牛. */
const ALSO_IN_NAMES = new Set('喜来进学有得爱求修起心千万');
const DONE = /^[了着过到会一二三两几个的里中和与说]$/u;
/** Characters that given names end in. A name of three characters goes on by these alone. */
const GIVEN = new Set(
  '子英华明芳国军平丽强杰涛林海红霞燕辉兰梅玲珍云波龙生文春花萍娟秀勇艳飞鹏斌宇浩凯刚磊洋阳东峰超亮建民伟敏静淑惠琴香莲荣贵福禄寿康宁安邦栋梁材松柏树森木竹菊桃杏枝叶芝草根苗青翠绿蓝紫白雪冰霜雨露晴晨光星月日天地山川江河湖溪泉源泽润清洁玉珠宝金银铜铁钢石岩彦俊豪雄武威猛虎豹狮鹰鹤凤凰鸾雁莺蝶喜乐欢欣怡悦颜容美娇媚婷婉娜娥嫦姣妍妮姗娴婵嫣然依倩茜蓉薇蕾蓓菲芬芹芸苹茹荷萱葵琳琪瑞瑶璐瑾瑜珊珂珏琼莹晶鑫鸿博智慧聪颖睿哲思维诚信义仁礼孝忠良善德恩慈谐顺祥吉庆昌盛兴旺发达通远志宏高峻岭坤乾元亨利贞正直方圆永恒久长新旭昊昱晗晖映曦煜炜烨焕炳炎焱灿烁辰宸轩昂宜佳嘉奕亦双全权才成功胜旋征程启航帆舟济泰亭卿孟仲季伯宗祖继承传世代升腾跃业创农耕田丰登科甲书画诗词棋剑墨章纪岁仙娣妹凡冬夏秋保彬彪斐朋楠榕水法泓淼渊湘滨潇潮火炯灵烈琦琰璇璋甜益盈真磐祎祺禹稳窈立竣筠粉素纯绍绮群羽翔耀聘育臣臻舒艺艾苑若范茂茵莎莉菁菱萌葆蒙蕊薪虹蛟衡裕语谦豆贝赫越辛连郎部采重锋锐锦镇闯闽阔陆隆雅雯霄霖霭靖韬韵顶频馨骁骏魁鸣麒麟黎龄',
);
/** Particles by which a guess of two characters at a word gives itself away: 平和 after a name may be 平 and 和. */
const PARTICLES = new Set('的了着过和与及跟是在说也都就把被对向从到给让等');
/** What stands before a name, though it may be a surname itself. */
const BEFORE = new Set(
  '和与及跟同向对给让叫把被由请找帮为是于从到在有时连因查问见经带扶当即如像称名户员民者的了着家又也都就等',
);
/** Before a surname they make a name by which neighbours call each other: 小李 in 小李四个人. */
const FAMILIAR = new Set('小老阿大');
const NUMERAL = /[一二三四五六七八九十百千万两]$/u;
const MEASURE = /^[个件处位名户月年人亩头只次天岁元点层间条项块斤里米分级种口把张台辆座棵株本套组队]/u;
/** Characters around a name that are looked at. */
const REACH = 6;
/** A name of fewer characters is met by chance: 李四 in 行李四件. */
const TELLING = 3;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const segmentsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** The characters that stand on one side of a name with nothing between them, nearest to it first on the right side. */
export function besides(letters: readonly Letter[], from: number, to: number): { before: string; after: string } {
  let [start, end] = [from, to];
  while (start > 0 && from - start < REACH && letters[start]?.gap === 'none') start--;
  while (end < letters.length && end - to < REACH && letters[end]?.gap === 'none') end++;
  return { before: simpleWordOf(letters.slice(start, from)), after: simpleWordOf(letters.slice(to, end)) };
}

/** Why what reads as a name may be something else: it begins earlier, it goes on, it stands there by chance; or null. */
export function doubtOf(
  name: string,
  { before, after }: { before: string; after: string },
): 'before' | 'after' | 'chance' | null {
  if (mayGoOn(name, after)) return 'after';
  if (mayBeginEarlier(before)) return 'before';
  return isByChance(name, before, after) ? 'chance' : null;
}

function mayGoOn(name: string, after: string): boolean {
  if (after === '') return false;
  if (NUMERAL.test(name) && MEASURE.test(after)) return true;
  const [word = ''] = segmentsOf(after);
  const [first = '', second] = [...word];
  const isShort = [...name].length < TELLING;
  if (isShort && second === undefined && ALSO_IN_NAMES.has(first)) return !DONE.test([...after][1] ?? '');
  if (FOLLOW.has(first)) return false;
  if (second !== undefined && !PARTICLES.has(second)) return false;
  return isShort || GIVEN.has(first);
}

function mayBeginEarlier(before: string): boolean {
  const last = segmentsOf(before).at(-1) ?? '';
  if (last === '' || BEFORE.has(last)) return false;
  return FAMILIAR.has(last) || surnameOf(last) === last;
}

/** A short name that is a word of the dictionary, or parts of two. */
function isByChance(name: string, before: string, after: string): boolean {
  if ([...name].length >= TELLING) return false;
  const ends = new Set([0]);
  let at = 0;
  for (const segment of segmentsOf(before + name + after)) {
    at += segment.length;
    ends.add(at);
  }
  const [start, end] = [before.length, before.length + name.length];
  if (!ends.has(start) || !ends.has(end)) return true;
  return (before !== '' || after !== '') && segmentsOf(name).length === 1;
}
