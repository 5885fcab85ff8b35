import { surnameOf } from '../../../lib/text/surnames.ts';
import type { Byline } from '../text/model.ts';

const ROLE =
  /^(?:[\p{Script=Han}]{0,10}(?:[记記]者|通[讯訊][员員]|特约撰稿人?|[评評][论論][员員]|[摄攝]影|供[图圖]|撰文)|作者|文|[图圖]|文[图圖]|[图圖]文|编辑|編輯)$/u;
const ROLE_AND_NAME =
  /^((?:本[报報]|本网|本刊|本台|全媒体|融媒体|见习|特约|实习|首席|特派)*(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]))([\p{Script=Han}·•・‧]{2,24})$/u;
const PUBLISHER =
  /^[\p{Script=Han}]{2,14}(?:日报|晚报|早报|时报|商报|经济报|周报|周刊|报|杂志社?|通讯社|新闻网|网|广播电视台|电视台|客户端)$/u;
const OFFICE =
  /^([\p{Script=Han}]{0,20}(?:市长|省长|州长|县长|区长|主席|书记|主任|局长))\s+([\p{Script=Han}]{2,4}|[\p{Script=Han}]\s+[\p{Script=Han}])$/u;
const NOISE = /^[□■○●◎◇◆▲△☆★]+$/u;

/** A name of several parts: 古丽米热·艾比布力. */
const PARTED = /^\p{Script=Han}{1,8}(?:[·•・‧]\p{Script=Han}{1,8}){1,3}$/u;

/** Whether a word can be a person's name: two to four Han characters, or parts with dots between. */
export const isName = (word: string): boolean =>
  PARTED.test(word) || (/^[\p{Script=Han}·]{2,4}$/u.test(word) && surnameOf(word) !== null);

/** What a byline says: who wrote it, as what, for which paper. */
export interface Credit {
  publisher: string | null;
  bylines: Byline[];
}

/**
 * Reads a line that is a byline and nothing else: 「东河日报 记者 陈浩 通讯员 林小溪 何平」, 「□陈浩」,
 * 「广州市市长 温国辉」.
 * @returns null where any word of it is neither role nor name nor paper
 */
export function readCredit(text: string): Credit | null {
  const words = text.replaceAll('**', '').trim();
  if (words.length > 70 || /[。！？；]/u.test(words)) return null;
  const [, office, holder] = OFFICE.exec(words) ?? [];
  if (office && holder) return { publisher: null, bylines: [{ role: office, names: [holder.replace(/\s+/g, '')] }] };
  const marked = /^[□■○●◎◇◆▲△☆★]/u.test(words);
  return readTokens(tokensOf(words), marked);
}

function tokensOf(text: string): string[] {
  const spaced = text.replace(/^([（(])(.*)([)）])$/u, '$2').replace(/([□■○●◎◇◆▲△☆★])/gu, ' $1 ');
  const tokens = spaced.split(/[\s\u00a0\u3000、，,:：/|]+/u).filter(Boolean);
  return tokens.flatMap((token, index) => {
    // 王 浩 is one name, spaced to the width of three characters.
    if (token.length === 1 && tokens[index - 1]?.length === 1 && surnameOf(tokens[index - 1] ?? '') !== null) return [];
    const next = tokens[index + 1];
    if (surnameOf(token) === token && next?.length === 1) return [token + next];
    const [, role, name] = ROLE_AND_NAME.exec(token) ?? [];
    return role && name && isName(name) ? [role, name] : [token];
  });
}

function readTokens(tokens: readonly string[], marked: boolean): Credit | null {
  let publisher: string | null = null;
  const bylines: Byline[] = [];
  for (const token of tokens) {
    const last = bylines.at(-1);
    if (NOISE.test(token)) bylines.push({ role: null, names: [] });
    else if (ROLE.test(token)) bylines.push({ role: token, names: [] });
    else if (last && (isName(token) || (marked && /^[\p{Script=Han}·]{2,4}$/u.test(token)))) last.names.push(token);
    else if (PUBLISHER.test(token) && publisher === null) publisher = token;
    else return null;
  }
  const named = joinRoles(bylines).filter(({ names }) => names.length > 0);
  return named.length > 0 || (marked && publisher !== null) ? { publisher, bylines: named } : null;
}

/** 「文/图 李明」, 「记者 李明 文/图」: roles without a name of their own belong to the next name, or to the last. */
function joinRoles(bylines: readonly Byline[]): Byline[] {
  const joined: Byline[] = [];
  for (const { role, names } of bylines) {
    const last = joined.at(-1);
    const isOpen = last !== undefined && last.role !== null && last.names.length === 0;
    if (isOpen) joined[joined.length - 1] = { role: addRole(last.role, role), names };
    else joined.push({ role, names });
  }
  const [end, last] = [joined.at(-1), joined.at(-2)];
  if (end && last && end.names.length === 0) joined.splice(-2, 2, { ...last, role: addRole(last.role, end.role) });
  return joined;
}

const addRole = (one: string | null, other: string | null) => [one, other].filter((role) => role !== null).join('/');

/** A byline within the first words of the text: 「本报讯（通讯员 林小溪）近日」. It stays where it is. */
export function readDateline(text: string): Credit | null {
  const inner =
    /^(?:本[报報]|本网|本刊|本台)?[\p{Script=Han}\d]{0,14}(?:[讯訊]|消息|[电電])\s*[（(]([^）)]{2,40})[）)]/u.exec(
      text,
    )?.[1];
  return inner ? readCredit(inner) : null;
}

/** A name at the very end of the text, or on a line of its own: 「……答卷。（林小溪）」. It stays where it is. */
export function readSignature(text: string): Credit | null {
  const inner = /(?:^|[。！？”…])\s*[（(]([^（）()]{2,30})[）)]$/u.exec(text)?.[1];
  if (!inner) return null;
  const credit = readCredit(inner);
  if (credit) return credit;
  const names = inner.split(/[\s、]+/u);
  return names.every((name) => isName(name) && !/[完续载]$/u.test(name))
    ? { publisher: null, bylines: [{ role: null, names }] }
    : null;
}
