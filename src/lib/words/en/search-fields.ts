import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/search-fields.ts';
import { One } from './unit.ts';

export const SEARCH_FIELDS = {
  title: { label: 'Title', names: 'title 标题 题目' },
  subtitle: { label: 'Subtitle', names: 'subtitle 副题' },
  headline: { label: 'Original headline', names: 'headline 原题' },
  english: { label: 'English title', names: 'english 英文题目' },
  abstract: { label: 'English abstract', names: 'abstract 英文摘要' },
  author: { label: 'Reported by', names: 'author by 作者' },
  publisher: { label: 'Publisher', names: 'publisher paper source 报刊' },
  county: { label: One, names: `county ${One} 县` },
  region: { label: 'Region', names: 'region province city 省 市' },
  genre: { label: 'Genre', names: 'genre 体裁' },
  published: { label: 'Date', names: 'date year 日期 年' },
  milestone: { label: 'Milestone', names: 'milestone date 日期 记事' },
  figure: { label: 'Figure', names: 'figure 数字' },
  terms: { label: 'Terms of the original', names: 'terms 用语' },
  captions: { label: 'Caption', names: 'caption 图片' },
  background: { label: 'Background', names: 'background 背景' },
  notes: { label: 'Note', names: 'note 说明' },
  series: { label: 'Series', names: 'series 系列' },
  tag: { label: 'Tag', names: 'tag 标签' },
  editor: { label: 'Written here by', names: 'editor 整理' },
} as const satisfies Words<typeof zh.SEARCH_FIELDS>;
