import type { Genre } from './schema/story.ts';

/** All words of the interface, in one place. */
export const SITE = {
  name: '县域纪事',
  tagline: '十个县，六年，一份可检索的地方脱贫报道档案',
  period: '2015—2021',
  description: '据 2015—2021 年间的地方报道，讲十个县怎样摆脱贫困：长文、县域地图、大事与数字，每一条都能回到原话。',
} as const;

export const GENRES: Record<Genre, string> = { profile: '人物', report: '综述', feature: '侧记', brief: '快讯' };

export const UNKNOWN = {
  publisher: '〔报名未注明〕',
  headline: '〔原题未注明〕',
  byline: '〔作者未注明〕',
  date: '〔日期未注明〕',
  gap: '〔原文此处残缺〕',
} as const;

/** The pages of the main navigation, in order; only pages that exist. */
export const NAVIGATION = [
  { path: 'stories/', label: '故事' },
  { path: 'counties/', label: '县域' },
  { path: 'map/', label: '地图' },
  { path: 'timeline/', label: '年表' },
  { path: 'practices/', label: '做法' },
  { path: 'figures/', label: '数字' },
  { path: 'search/', label: '检索' },
] as const;

/** The registers and what concerns the site itself, at the foot of every page. */
export const FOOTER_NAVIGATION = [
  { path: 'people/', label: '人物' },
  { path: 'places/', label: '地点' },
  { path: 'about/', label: '关于本站' },
  { path: 'about/#contact', label: '报告错误或请求隐名' },
] as const;

const HAN_COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

export const T = {
  skip: '跳到正文',
  mainNav: '主要栏目',
  elderMode: '大字版',
  settings: '阅读设置',
  settingsShort: '设置',
  footerNav: '登记与说明',
  contents: '目录',
  figures: '本篇数字',
  milestones: '本篇大事',
  source: '原题与出处',
  cite: '引用',
  inferred: '推定',
  copyLink: '复制本段链接',
  linkCopied: '链接已复制',
  paragraphLink: '本段链接',
  sixYears: '六年',
  before: '此前',
  after: '此后',
  sectionNav: '本篇目录',
  neighbours: '前后各篇',
  previous: '上一篇',
  next: '下一篇',
  whereIs: (county: string) => `${county}的位置`,
  characters: (characters: number) => `${characters} 字`,
  minutes: (minutes: number) => `约 ${minutes} 分钟`,
  andMore: (count: number) => `另有 ${count} 件`,
  storyCount: (count: number) => `${count} 篇`,
  counties: (count: number) => `${HAN_COUNTS[count] ?? count}县`,
  tenCountiesMap: '各县区的位置',
  moreStories: '其余各篇',
  stories: '故事',
  allStories: '全部故事',
  storiesLede: (count: number) => `共 ${count} 篇，先按县域排列，再按体裁。`,
  byCounty: '按县域',
  byGenre: '按体裁',
  countyMilestones: '大事',
  countyFigures: '数字',
  code: '行政区划代码',
  seat: '驻地',
  formerly: '曾名',
  formerlyText: (name: string, code: string, until: string) => `${name}（${code}），至 ${until}`,
  counted: '项目',
  value: '数值',
  asOf: '截至',
  notFound: '没有这一页',
  notFoundText: '链接可能抄漏了字，或这一页已经改了地址。可以从下面几处找起。',
  toFront: '首页',
  report: '报告错误或请求隐名',
  colophon: '文章由本站据原报道改写，事实与数字一一可查；地图为示意图。文字与数据以 CC BY 4.0 许可再用。',
} as const;

export { SETTING_CHOICES, SETTINGS_DIALOG } from './settings-words.ts';

/** 「13 篇 · 10 县 · 2015—2021」 */
export const archiveExtent = (stories: number, counties: number): string =>
  `${stories} 篇 · ${counties} 县 · ${SITE.period}`;

/** The page of figures. */
export const FIGURES_PAGE = {
  title: '数字',
  description:
    '各篇报道里的全部数字：项目、数值、单位和截至时间，每个都连着写着它的那句话；同一种数的，画成图放在一起比。',
  lede: (figures: number, stories: number) =>
    `${stories} 篇文章里的 ${figures} 个数字。点数值，看写着它的那句话；没有写明时间的，照实说没有写。`,
  jump: '本页目录',
  comparisons: '可以放在一起比的',
  comparisonsLede: '同一种数、单位相同的，才放在一起；凭什么可比、比时要留心什么，写在图下。',
  all: '全部数字',
  filter: '筛选',
  filterHint: '县域、项目、年份',
  sortBy: '排序',
  grouped: '分县列出',
  county: '县域',
  undated: '时间未注明',
  countyCount: (county: string, count: number) => `${county} ${count}`,
} as const;

/** What the script of that page says; apart, so that the page carries no other words. */
export const FIGURES_STATUS = {
  total: (total: number) => `共 ${total} 个数字`,
  found: (found: number, total: number) => `${found} 个符合，共 ${total} 个`,
  unit: (unit: string) => (unit ? `单位：${unit}` : '没有单位'),
  county: { asc: '按县域排列', desc: '按县域倒排' },
  label: { asc: '按项目拼音排列', desc: '按项目拼音倒排' },
  value: { asc: '同单位的从小到大', desc: '同单位的从大到小' },
  asOf: { asc: '从早到晚，没有写时间的在后', desc: '从晚到早，没有写时间的在后' },
} as const;

/** The card under a story that says what is known of the original. */
export const SOURCE_CARD = {
  retold: '本站据原报道改写：事实与数字依原文，文句是本站的。',
  full: '本站经授权刊出原文。',
  headline: '原题',
  publisher: '报刊',
  byline: '作者',
  date: '见报时间',
  dateNote: '时间依据',
  note: '版面情况',
  published: '本站发表',
  days: (published: string, updated?: string) => (updated ? `${published}，${updated} 修订` : published),
  gaps: '原文残缺之处',
  captions: '原报图片说明',
  corrections: '更正与补充',
  removed: '链接所指的段落已在修订中删去。',
} as const;

/** Kinds of practices, in the order in which they are listed, each with what it covers. */
export const PRACTICE_KINDS = {
  mechanism: { name: '机制与办法', lede: '一个地方给自己定下的做事的规矩：谁来帮、怎么查、账怎么记。' },
  campaign: { name: '活动与行动', lede: '一段时间里集中去做的事。' },
  programme: { name: '项目与政策', lede: '有资金、有名目，落到村和户的安排。' },
  standard: { name: '标准与要求', lede: '用来衡量做到了没有的尺子。' },
} as const;

export const REGISTERS = {
  practices: '做法',
  practicesLede: (count: number) => `报道里有名字的 ${count} 项做法：是什么，怎样运转，在哪里用过。`,
  byNumber: '按数字名称查找',
  aliases: '又称',
  where: '见于',
  whatPapersSay: '文中怎样说',
  people: '人物',
  peopleLede: (count: number) => `以公职身份办事、发言的人和报道的作者，共 ${count} 位。身处困难的普通人不在此列。`,
  actors: '文中人物',
  authors: '报道作者',
  places: '地点',
  placesLede: (count: number) =>
    `文中写到的 ${count} 处地点，按县、镇、村、组排列。来源没有给出坐标的，不在地图上标点。`,
  misprint: (forms: string) => `原报误印作 ${forms}`,
  alias: (forms: string) => `又作 ${forms}`,
  noPlaces: '文中没有写到县以下的地点。',
} as const;

export const PLACE_LEVELS = {
  township: '乡镇、街道',
  village: '村',
  group: '组',
  site: '场所',
  outside: '县外',
} as const;

/** Words of the search: the box, the page, the marks in a story. */
export const SEARCH = {
  title: '检索',
  lede: '在全部故事里查找一个词、一个名字、一个数字：一处不漏，也不多出一处。',
  label: '检索全部故事',
  placeholder: '词、人名、村名、数字',
  button: '检索',
  idle: '输入要找的字词。一个字也可以查。',
  busy: '正在查找……',
  count: (pages: number, hits: number) => `${pages} 篇，共 ${hits} 处`,
  countPages: (pages: number) => `${pages} 篇`,
  exact: '全文包含',
  exactNote: '下面每一篇都含有所查的全部字词（空格与标点不计）。',
  related: '相关',
  relatedNote: '没有哪一篇含有整句话。下面各篇含有其中的词，含得多的在前。',
  suggest: '您是不是要找',
  none: '没有找到',
  noneNote: '换一个短一些的词，或去掉引号再试；也可以按县域、年份、人物、做法浏览。',
  narrowed: '所选的范围里没有。去掉几项限定再看。',
  failed: '有一部分索引没有取到，这次的结果不完整，所以没有列出。请检查网络后再试一次。',
  retry: '再试一次',
  clipped: '所查的话太长，只用了前 200 个字。',
  rewritten: (text: string) => `已按简体“${text}”查找。`,
  named: '本站条目',
  facets: '限定范围',
  toResults: (pages: number) => `看结果（${pages} 篇）`,
  facetNames: { county: '县域', year: '年份', genre: '体裁', person: '人物', practice: '做法' },
  sort: '排序',
  sorts: { relevance: '相关度', newest: '日期从新到旧', oldest: '日期从旧到新' },
  view: '列法',
  views: { stories: '按篇', lines: '逐条列出' },
  times: (count: number) => `${count} 处`,
  more: '再列一些',
  export: '导出 CSV',
  cite: '复制引文',
  cited: '引文已复制',
  exportName: '县域纪事检索',
  columns: ['篇名', '县域', '日期', '上文', '所查', '下文', '链接'],
  unknownYear: '年份不详',
  help: '怎样查找',
  helpLines: [
    ['两不愁三保障', '连续的字：原文写作“两不愁、三保障”也算。空格和标点不计。'],
    ['产业 搬迁', '空格或标点隔开的几个词：每一篇都要含有，先后和远近不论。'],
    ['“一户一策”', '引号里的话当作一个整体，里面的空格和标点不把它断开。引号用哪一种都可以。'],
    ['扶贫 -林业', '减号后面的词不许出现，减号前面要有空格。'],
    ['331', '数字要整个写：查 12 找不到 112，也找不到 12.5 和 12%。'],
    ['兩不愁', '繁体字、全角字母和数字照样可以查。'],
    ['tuopin', '只会拼音也可以：没有原样的字，就列出读音相合的词。'],
  ],
  helpRelated: '“全文包含”是说所查的字一个不少地在文中；一篇也没有时，才列出“相关”的，即含有其中一部分词的。',
  helpKeys: '键盘：按 / 到检索框，↑ ↓ 在结果之间移动，回车打开，Esc 回到检索框。',
  browse: '按目录浏览',
  noScript: '查找全文需要浏览器运行脚本。不运行脚本，可以从下面的目录找起。',
  byYear: '按报道年份',
  yearsLede: '年份有的是据文意推定的，详见各篇“原题与出处”。',
  marks: '所查的字词',
  previousMark: '上一处',
  nextMark: '下一处',
  clearMarks: '清除',
  markCount: (at: number, all: number) => `第 ${at} 处，共 ${all} 处`,
} as const;

export { MAP_PAGE } from './map-words.ts';

/** What editors see in the preview, and nobody else. */
export const EDITORS = {
  status: { draft: '草稿', scheduled: '待发', retired: '已撤' },
  onlyHere: '只在预览中可见',
} as const;

export const WITHHELD = {
  reason: '应当事人要求隐去姓名',
} as const;

export const EDIT_FORM = { title: `${SITE.name} · 编辑` } as const;

/** A milestone without a date, with the words of the paper. */
export const undatedText = (printed: string): string => `时间未详（原报作“${printed}”）`;

/** The page of all milestones, and what is drawn of them elsewhere. */
export const TIMELINE = {
  title: '年表',
  description: '十个县区的大事，按时间排列：知道到哪一天就写到哪一天，推定的说明依据，没有日期的不放上时间轴。',
  lede: (total: number, undated: number) =>
    `${total} 件大事，按开始的时间排列，每一件都连着文中的原话。日期知道到哪一步就写到哪一步，推定的都注明${undated > 0 ? `；原报没有写时间的 ${undated} 件，列在最后` : ''}。`,
  years: '按年查找',
  drawing: '大事分布图',
  legend: '图例',
  list: '大事列表',
  openStart: '始于何时不详',
  undated: '时间未详',
  undatedLede: '原报只说“近日”“近年来”一类的话。没有日期，就不放上时间轴。',
  wordsIn: (title: string) => `见《${title}》`,
  hint: '指到或点一下图上的记号，这里就显示是哪一件。',
  onDrawing: '在图上看',
  toList: '到列表里看',
  filters: '筛选大事',
  all: '全部',
  choice: (label: string, count: number) => `${label}（${count}）`,
  clear: '全部显示',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '看全部年份',
  zoomGroup: '缩放',
  keys: '图上可用键盘：左右键逐件移动，上下键换县，Home、End 到头尾，加减号缩放，回车到列表，Esc 离开。按住 Ctrl 滚动滚轮、双指捏合也可缩放。',
  inTimeline: (county: string) => `在年表里看${county}`,
  embedded: '嵌入版',
  embed: '嵌入别的网站',
  embedLede:
    '把下面这段代码放进网页，就能嵌入这份年表；不用 cookie，不向第三方发请求。上面选了县区的，代码里也只含这个县区。',
  embedCode: '嵌入代码',
  embedCopy: '复制代码',
  embedCopied: '代码已复制',
  embedTitle: (name: string) => `大事年表 · ${name}`,
  attribution: '来源',
  license: '文字与数据以 CC BY 4.0 许可再用。',
} as const;

/** The filters of the timeline. */
export const TIMELINE_FILTERS = {
  county: '县区',
  genre: '体裁',
  practice: '同段写到的做法',
  certainty: '日期',
} as const;

/** How a date is known. */
export const CERTAINTIES = { stated: '原报写明', inferred: '推定', undated: '时间未详' } as const;

/** What the timeline's script says; apart, so that pages carry no other words. */
export const TIMELINE_STATUS = {
  total: (total: number) => `共 ${total} 件`,
  found: (found: number, total: number) => `${found} 件符合，共 ${total} 件`,
  month: (year: number, month: number) => (month === 1 ? `${year}` : `${month} 月`),
  day: (month: number, day: number) => `${month}.${day}`,
} as const;

/** The ways in which milestones are drawn. */
export const TIMELINE_LEGEND = {
  day: '某一天',
  within: '这段时间里的某时',
  span: '持续一段时间',
  from: '从此开始，未写止期',
  recurs: '反复进行',
  doubtful: '日期系推定或存疑',
  planned: '计划',
} as const;
