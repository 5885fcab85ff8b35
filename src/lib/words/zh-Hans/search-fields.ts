import { unit } from '#archive';

/** What the search calls what is said of a story beside its text, and what one may write before a colon to ask for it, parted by blanks. */
export const SEARCH_FIELDS = {
  title: { label: '题目', names: '题目 标题 题名 title' },
  subtitle: { label: '副题', names: '副题 副标题 subtitle' },
  headline: { label: '原题', names: '原题 原标题 headline' },
  english: { label: '英文题目', names: '英文题目 英文 english' },
  abstract: { label: '英文摘要', names: '英文摘要 英文 abstract' },
  author: { label: '报道作者', names: '作者 报道作者 记者 通讯员 author by' },
  publisher: { label: '报刊', names: '报刊 报纸 出处 paper publisher source' },
  county: { label: unit.group, names: `${unit.group} 县 区 县区 county` },
  region: { label: '所在省市', names: '所在 所在省市 省 市 region province city' },
  genre: { label: '体裁', names: '体裁 genre' },
  published: { label: '日期', names: '日期 年 年份 发表 date year' },
  milestone: { label: '记事', names: '记事 日期 milestone date' },
  figure: { label: '数字', names: '数字 figure' },
  terms: { label: '原文用语', names: '原文用语 原报用语 用语 terms' },
  captions: { label: '图片说明', names: '图片说明 图片 caption' },
  background: { label: '背景', names: '背景 background' },
  notes: { label: '说明', names: '说明 note' },
  series: { label: '系列', names: '系列 series' },
  tag: { label: '标签', names: '标签 tag' },
  editor: { label: '本站作者', names: '本站作者 整理 editor' },
} as const;
