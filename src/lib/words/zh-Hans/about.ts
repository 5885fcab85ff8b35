import { unit } from '#archive';

/** The page about the site: what every archive says of itself, beside what its editors write in pages/about.md. */
export const ABOUT = {
  title: '关于本站',
  description: '这个档案是什么，日期与数字怎样核对，怎样再用，怎样报告错误或请求隐去姓名。',
  what: '这里有什么',
  whatText: (name: string, stories: number, units: string, period: string) =>
    `${name}收着 ${stories} 篇文章${units ? `，写到${units}` : ''}${period ? `，说的是 ${period} 年间的事` : ''}。每篇文末的“原题与出处”写明来处；不知道的，就写不知道。`,
  dates: '日期怎样处理',
  datesText:
    '日期照原文的精确程度给出：原文写到日，就写到日；只写年份，就只写年份；写“年底”“上半年”，就照写，图上也只占那一段。由我们推断的，写明推断的是年、月还是日，凭的是什么。“近年来”“连日来”一类说法没有日期，列在年表的末尾，不放上时间轴。',
  figures: '数字怎样核对',
  figuresText: `文中有底线的数字，都与本篇的数据表一一相连。每次生成网站，程序都把正文里的数字和数据表里的对一遍，有一处不同就停下来。从“本篇数字”“本篇记事”或${unit.group}页的任何一条，都能回到写着它的那句话。`,
  maps: '地图',
  reuse: '怎样再用',
  none: '本站的文字与数据没有给出再用的许可；要再用，请先与我们联系。',
  engine: '程序以 MIT 许可公开。',
  others: '随页面送到您浏览器里的别人的程序，逐个列在“许可”页里，附许可原文。',
  privacy:
    '本站不设统计，不用 Cookie，不向任何别的网站发出请求。阅读设置和读到哪里，只存在您自己的浏览器里，可以在阅读设置里关掉。',
  privacyTiles:
    '本站不设统计，不用 Cookie，除地图的底图以外，不向任何别的网站发出请求。阅读设置和读到哪里，只存在您自己的浏览器里，可以在阅读设置里关掉。',
  publisher: (name: string) => `本站由${name}主办。`,
  contact: '报告错误，请求隐名',
  contactText:
    '发现错字、错数、错事，或者文中写到您而您希望隐去姓名，请告诉我们，写明文章的标题和段落的链接（段末的“¶”）。',
  contactAddress: '联系地址：',
  contactNone: '运行本站的人还没有写明联系地址。',
  corrections:
    '属实的错误会公开更正，更正写在那篇文章的文末。请求隐名的，核实以后，姓名会从页面、检索和数据里一并撤去。',
} as const;
