/** What is known of a unit's names and of what it lies in; a county's file as it is, or a county of the site. */
export interface Named {
  name: string;
  label?: string | undefined;
  short?: string | undefined;
  within?: readonly string[] | undefined;
  province?: string | undefined;
  prefecture?: string | undefined;
}

/** Peoples that autonomous regions, prefectures and counties are named after, without 族. */
const PEOPLES = [
  ...[
    '蒙古',
    '回',
    '藏',
    '维吾尔',
    '苗',
    '彝',
    '壮',
    '布依',
    '朝鲜',
    '满',
    '侗',
    '瑶',
    '白',
    '土家',
    '哈尼',
    '哈萨克',
    '傣',
    '黎',
  ],
  ...[
    '傈僳',
    '佤',
    '畲',
    '高山',
    '拉祜',
    '水',
    '东乡',
    '纳西',
    '景颇',
    '柯尔克孜',
    '土',
    '达斡尔',
    '仫佬',
    '羌',
    '布朗',
    '撒拉',
  ],
  ...[
    '毛南',
    '仡佬',
    '锡伯',
    '阿昌',
    '普米',
    '塔吉克',
    '怒',
    '乌孜别克',
    '俄罗斯',
    '鄂温克',
    '德昂',
    '保安',
    '裕固',
    '京',
    '塔塔尔',
  ],
  ...['独龙', '鄂伦春', '赫哲', '门巴', '珞巴', '基诺'],
].join('|');
/** Two characters at least are left: 内蒙古自治区 is not 内. */
const AUTONOMOUS = new RegExp(
  `^(.{2,}?)(?:(?:${PEOPLES})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|各族)*自治[区州县旗]$`,
  'u',
);
const PEOPLES_DISTRICT = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族)+[区乡]$`, 'u');
/** Ranks of more than one character; 林区, 特区 … by themselves are names. */
const LONG_RANK = /^(.{2,})(?:特别行政区|新区|林区|特区|矿区|地区)$/u;
/** A 区 that is no rank, but part of what something is: 开发区, 社区. */
const NO_RANK = /(?:开发|示范|风景|保护|度假|实验|合作|工业|高新|[园社片灌库校小景])区$/u;

/**
 * A name of a region without its rank: 东山 for 东山区, 玉龙 for 玉龙纳西族自治县, 神农架 for 神农架林区. Of two characters it
 * keeps both (祁县), and what has no rank stays as it is. Where it is wrong, a unit says its `short` itself.
 */
export function shortName(name: string): string {
  if (name.length < 3) return name;
  const [, people] = AUTONOMOUS.exec(name) ?? PEOPLES_DISTRICT.exec(name) ?? [];
  if (people) return people.length > 2 ? people.replace(/族$/, '') : people;
  const [, base] = LONG_RANK.exec(name) ?? [];
  if (base) return base;
  if (NO_RANK.test(name)) return name;
  return name.replace(/[省市区县盟]$|州$/u, (rank) => (rank === '州' && [...name].length < 3 ? rank : ''));
}

/** What a unit is called where there is little room. */
export const shortOf = ({ name, short }: Named): string => short ?? shortName(name);

/** What it is called on a map. */
export const labelOf = (unit: Named): string => unit.label ?? shortOf(unit);

/** What a unit lies in, largest first; a name that is said twice (上海市, 上海市) stands once. */
export const withinOf = ({ within, province, prefecture }: Named): string[] => [
  ...new Set(within ?? [province, prefecture].filter((name) => name !== undefined)),
];

/** The largest that a unit lies in, by which lists are grouped; null where it lies in none. */
export const widestOf = (unit: Named): string | null => withinOf(unit)[0] ?? null;

/** What neighbours on a map have in common: all that they lie in, where that is more than the largest of it. */
export const groupOf = (unit: Named): string => {
  const names = withinOf(unit);
  return names.length > 1 ? (names.at(-1) ?? '') : '';
};

/** Names joined by 、, each by itself; 福建省、广东省 → 福建、广东. */
const shortenEach = (names: string): string => names.split('、').map(shortName).join('、');

/** What a unit lies in, in one word: 福建龙岩, 上海, 福建、广东. '' where it lies in nothing. */
export const regionOf = (unit: Named): string => [...new Set(withinOf(unit).map(shortenEach))].join('');
