import { surnameOf } from '../text/surnames.ts';

// Words by which a text tells of one private person or household. They only ever ask: a person decides.

/** 郭女士, 孙大爷, 李某, 朱姓妇女: somebody whom print names by the surname alone. */
const CALLED =
  /(\p{sc=Han})(?:女士|大[爷娘妈叔婶伯嫂姐哥]|老[汉伯太]|[爷奶]{2}|阿[姨婆公]|婆婆|某(?:某|(?!一|种|些|个|地|年|月|日|村|镇|县|处|次))|姓(?:一?[位名户个])?(?:村民|居民|群众|妇女|妇人|老人|男子|女子|青年|学生|少年|\p{sc=Han}{0,2}户|人家|一家|工人|患者|病人))/gu;

/** What may stand before a surname, and is none: 老王大爷 is no other than 王大爷, but 国家某 is nobody. */
export function calledBySurname(text: string): string | null {
  for (const [words, first = ''] of text.matchAll(CALLED)) if (surnameOf(first) !== null) return words;
  return null;
}

const ONE_HOUSEHOLD =
  /[一这那]户(?!一|籍|均|都|有)|[她他]家(?!人)|(?<!每)[一全]家(?:[一二两三四五六七八九十\d]+ ?口|人)|丈夫|妻子|老伴|一[位名]\p{sc=Han}{0,4}(?:村民|学生|老人|母亲|孩子|病人)|(?:她|他|其)(?:儿子|女儿|父亲|母亲|公公|婆婆)/u;
const RELATIVES =
  /一[位名]\p{sc=Han}{0,4}(?:群众|农民|户)|家里|这家|儿子|女儿|母亲|父亲|公公|婆婆|孙[子女]|姐姐|弟弟|妹妹|哥哥|全家/u;

/** The words of a label by which it counts what is one person's or one household's; null where it counts for many. */
export const oneHouseholdIn = (label: string): string | null =>
  calledBySurname(label) ?? ONE_HOUSEHOLD.exec(label)?.[0] ?? null;

/** The words of a paragraph that tell of one household. */
export const householdIn = (text: string): string | null => oneHouseholdIn(text) ?? RELATIVES.exec(text)?.[0] ?? null;

const ILLNESS =
  /做?过?手术|患(?:有|上|了)?[^，。；、]{0,8}[病癌症瘤]|重病|病情|因病去世|病逝|癌症|尿毒症|[心肝肺肾胃]脏?病|脑[梗瘫]|瘫痪|卧床|[一二三四五六七八九十\d]级伤?残|伤残|残疾(?!人(?:联|保|事|证|群体|就业))|智力障碍|精神(?:病|障碍)|骨折|丧偶|守寡|不能自理|治疗费/u;
const INCOME =
  /(?:收入|工资|挣|分红|补贴|租金|低保金|养老金|贷款|欠|借|债|赔偿|筹)[^。；！？]{0,16}?[\d一二两三四五六七八九十百千万][\d一二两三四五六七八九十百千万. 余多]{0,19}元|[\d.]{1,12} ?万?元[^。；！？]{0,8}(?:收入|工资|分红|补贴|租金|低保|贷款|赔偿)/u;

/** Words on health or disability, or on money that comes in or is owed; null where a text has none. */
export const hardshipIn = (text: string): string | null => ILLNESS.exec(text)?.[0] ?? INCOME.exec(text)?.[0] ?? null;

const HAMLET = /(?:村|社区)\s?(?:[\p{sc=Han}]{1,3}|第?\d+ ?)组(?![织成建长里])|(?<![\p{sc=Han}\d])\d+ ?组(?![织成建])/u;

/** A group of a village, a few dozen households: 石桥村 5 组. */
export const hamletIn = (text: string): string | null => HAMLET.exec(text)?.[0] ?? null;

const VILLAGE =
  /\p{sc=Han}{1,3}(?<![全农乡山本该各困难贫非驻每这同一个])村(?!民|里|级|集|干|组|务|道|支|两|党|庄|镇|容|委|企)/u;

/** A village by its name, as far as its form tells. */
export const villageIn = (text: string): string | null => VILLAGE.exec(text)?.[0] ?? null;
