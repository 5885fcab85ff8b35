/** What readers are told of the rights in a thing: its licence by its plain name, whose it is, what the text is of it. */
export const RIGHTS = {
  title: '权利',
  holder: (name: string) => `权利人：${name}`,
} as const;

/** Names of licences; what is not here is called by its SPDX id. */
export const LICENCE_NAMES = {
  commons: (code: string, name: string) => `${code} ${name}`,
  elements: { by: '署名', nc: '非商业性使用', nd: '禁止演绎', sa: '相同方式共享' },
  join: '—',
  /** The page at Creative Commons on which the licence is told in this language. */
  deed: (address: string) => `${address}deed.zh-hans`,
  zero: 'CC0 1.0 放弃权利，归入公有领域',
  publicDomain: '公有领域',
  authorised: '版权所有·经授权刊出',
  own: (licence: string) => (licence ? `本站作品，${licence}` : '本站作品'),
  statements: {
    InC: '版权所有',
    'InC-OW-EU': '版权所有·孤儿作品（欧盟）',
    'InC-EDU': '版权所有·可用于教学',
    'InC-NC': '版权所有·可作非商业使用',
    'InC-RUU': '版权所有·孤儿作品，权利人不明或无从联系',
    'NoC-CR': '无版权·另有合同限制',
    'NoC-NC': '无版权·只可作非商业使用',
    'NoC-OKLR': '无版权·另有法律限制',
    'NoC-US': '在美国无版权',
    CNE: '版权状况未评估',
    UND: '版权状况未能确定',
    NKC: '未见版权主张',
  },
} as const;

/** What stands on the page where it is the source’s own text, by the ground on which it stands there. */
export const FULL_TEXT = {
  authorised: '本站经授权刊出原文。',
  own: '本站作品，全文刊出。',
  publicDomain: '原文属公有领域，本站全文刊出。',
  licensed: '本站依原文的许可全文刊出。',
  stated: '本站刊出原文，权利状况如下。',
} as const;
