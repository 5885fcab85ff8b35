import { licence } from '#archive';
import { licenceName } from '../../rights/names.ts';

/** Packages of which a part reaches readers otherwise than by the bundler, each with what it is. */
export const BESIDE: Readonly<Record<string, string>> = {
  'opencc-js': '检索用的繁简字表',
  pagefind: '检索程序',
  'pinyin-pro': '检索用的拼音',
};

export const LICENCES = {
  all: '本站各部分的许可，和随页面送出的程序的许可，逐个列在“许可”页里。',
  title: '许可',
  description: '本站的文字、数据、地图和程序各依什么许可公开，随页面送出的别人的程序依什么许可使用。',
  lede: '本站的每一部分都可以再用，各有各的条件。别人的程序附许可原文，原文不译。',
  content: '文字、数据与地图',
  /** What a licence grants and asks. */
  grant: (covers: string, licence: string) => `${covers}依 ${licence} 公开。`,
  reserved: (covers: string) => `${covers}保留一切权利：要再用，请先取得同意。`,
  holder: (name: string) => `权利人：${name}。`,
  cite: (site: string) => `再用时请注明“${site}”和文章链接。`,
  program: '本站的程序',
  programText: '依 MIT 许可公开：',
  credits: '出处与致谢',
  others: '别人的程序',
  othersText: (count: number) =>
    `下面 ${count} 个程序包，有全部或一部分随页面送到您的浏览器里。这份清单在生成网站时按实际送出的文件写成；只在编辑部电脑上用的程序不在其中。`,
  unlisted: '清单在生成网站时写成，预览里没有。',
  author: (name: string) => `作者：${name}`,
} as const;

/** What may be done with the site's own text and data; empty where the operator grants nothing. */
export const reuse = (): string => {
  const name = licence ? licenceName(licence.id) : null;
  return licence && name ? `${licence.covers}以 ${name} 许可再用。` : '';
};
