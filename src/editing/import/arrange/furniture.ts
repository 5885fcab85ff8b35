import type { Line } from '../text/model.ts';
import { readMasthead } from './dates.ts';

const LABELLED =
  /^(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s+)?[【[（(]?(?:点击(?:数|量|率)|浏览(?:次数|量)?|阅读(?:次数|量)?|访问(?:次数|量)|(?:信息|文章|稿件)?来源|公众号|发件人|收件人|抄送|发送时间|作者单位|联系电话|(?:更新|发布|发表|录入)(?:时间|日期)|日期|时间|作者|责任编辑|责编|编辑|编审|审核|校对|审签|字号|字体|分享到?|打印(?:本页)?|关闭(?:窗口)?|上一篇|下一篇|上一版|下一版|往期回顾|放大|缩小|默认|返回|收藏|扫一扫|版次|第?\d+版)(?=[\s：:】\]）)】]|$)/u;
/** The office of who wrote it, in a form. What a table counts in, 「单位：亿元」, belongs to the table. */
const OFFICE =
  /^单位\s*[：:](?!\s*\S{0,8}(?:元|人|户|吨|斤|亩|顷|米|里|台|辆|个|件|只|头|家|瓦时?|升|克|[%％])[）)]?$)/u;
const PICTURES = /^[（(][^。]{0,20}(?:资料图|图片|摄影|供图|摄)[^。]{0,12}[）)]$/u;
const PAGE =
  /^(?:[—–-]+\s*\d{1,3}\s*[—–-]+|第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/u;
/** The number of an official paper: 东政办〔2008〕12号. */
const PAPER_NUMBER = /^[\p{Script=Han}]{1,10}\s*[〔[（(【]\d{4}[〕\])）】]\s*第?\s*\d{1,4}\s*号$/u;
/** What a bulletin has above and below its articles: its number, to whom it goes, how many were printed. */
const BULLETIN =
  /^(?:[（(]?(?:\d{4}\s*年?\s*)?(?:第|总第)\s*[\d一二三四五六七八九十百]+\s*期[）)]?(?:\s.{0,40})?|(?:报|送|发|呈|抄报|抄送|主送|分送|报送)\s*[：:].{1,80}|\p{Script=Han}{2,18}(?:办|办公室|局|委|部|政府|中心|组)\s+\d{4}年\d{1,2}月\d{1,2}日|[（(]?共印\s*\d+\s*份[）)]?)$/u;
const CALLS =
  /^(?:点击(?:上方|下方|右上角)?.{0,12}(?:蓝字|关注|在看)|(?:长按|扫码|扫描).{0,10}(?:二维码|关注)|阅读原文|END\b|[—–-]+\s*END\s*[—–-]+$)/iu;
const LABEL = /^[\p{Script=Han}]{2,4}(?:快讯|简讯|短讯|要闻|动态|短波|纵横|速递|资讯)$/u;
const NUMBER = /^(?:稿件|文章|第)?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[篇、.．]?$/u;

/** What the page adds to a text: counters, times, who edited it, whose pictures. */
export const isFurniture = (text: string): boolean =>
  text.length <= 80 &&
  (LABELLED.test(text) ||
    OFFICE.test(text) ||
    PICTURES.test(text) ||
    PAGE.test(text) ||
    PAPER_NUMBER.test(text) ||
    BULLETIN.test(text) ||
    (text.length <= 30 && CALLS.test(text)));

const WHO = String.raw`[\p{Script=Han}·]{2,4}(?:[\s、]+[\p{Script=Han}·]{2,4}){0,2}`;
const TAKEN_BY = new RegExp(
  String.raw`(?:^|[\s。，”）)（(])(?:本报记者|记者|通讯员)?\s*${WHO}\s*[/／]?(?:摄|供图|摄影)[）)]?$`,
  'u',
);
const BELOW_PICTURE = /^(?:图为|▲|△|↑|↓|←|→|图[一二三四五六七八九\d]*[：:]|（图）)/u;

/** Words below a picture: 「图为村民采茶。李明 摄」. */
export const isCaption = ({ text, markup, level }: Pick<Line, 'text' | 'markup' | 'level'>): boolean => {
  const words = text.replaceAll('**', '').trim();
  if (markup || level || words.length > 120 || /^[（(].*[）)]$/u.test(words)) return false;
  return (
    (BELOW_PICTURE.test(words) && words.length <= 80) ||
    (words.length <= 80 && TAKEN_BY.test(words) && !/^(?:本报讯|新华社)/u.test(words))
  );
};

/** A rubric above several short articles, or the number of one among several. */
export const isLabel = (text: string): boolean => LABEL.test(text) || isNumber(text);

/** 「（二）」, 「稿件3」 on a line of its own. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

/** The paper named in 「来源：东河日报」, or else the account that published the page. */
export function readPublisher(notes: readonly string[]): string | null {
  const named = (label: string) =>
    notes
      .map(
        (text) =>
          new RegExp(
            `${label}\\s*[：:]\\s*([^\\s：:|]{2,20}?)(?=(?:浏览|点击|阅读|作者|发布|责任|编辑|时间|日期)[^\\s：:|]{0,3}[：:]|[\\s：:|]|$)`,
            'u',
          ).exec(text)?.[1],
      )
      .find((name) => name !== undefined && !/本站|原创|网络/.test(name));
  const masthead = notes.map(readMasthead).find((name) => name !== null);
  return named('来源') ?? masthead ?? named('公众号') ?? null;
}

/** The author named in 「作者：张三」. */
export function readAuthor(text: string): string | null {
  return /(?:作者|[记記]者)\s*[：:]\s*([\p{Script=Han}·]{2,4})(?!\p{Script=Han})/u.exec(text)?.[1] ?? null;
}
