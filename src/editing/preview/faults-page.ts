import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import { isError, type Problem } from '../../lib/manuscript/problem.ts';
import { escapeHtml } from '../../lib/text/escape.ts';

// Pages that the preview writes itself, so that they are there whatever is wrong with the site: an article with its
// errors at their words, and everything that is wrong with the archive. Plain HTML, without a script.

/** Where everything that is wrong is listed. */
export const OVERVIEW = '_check/';

const STYLE = `
:root{color-scheme:light dark;font:1rem/1.7 system-ui,sans-serif}
body{max-width:60rem;margin:2rem auto;padding:0 1rem}
.faults{font:1rem/1.7 system-ui,sans-serif;border:1px solid;border-inline-start:.4rem solid #b3261e;padding:.6rem 1rem;margin:1rem auto;max-width:60rem;background:Canvas;color:CanvasText}
.faults h2{font-size:1.1rem;margin:.2rem 0}.faults ol{padding-inline-start:1.4rem;margin:.4rem 0}
.faults li{margin:.5rem 0}.faults .cure{display:block}.faults code,.source{font-family:ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.hint{opacity:.85}mark.fault{background:#ffd9d6;color:#410e0b;text-decoration:underline wavy #b3261e}
mark.hint{background:#fff1c2;color:#3a2f00;text-decoration:none}
.source{counter-reset:line;line-height:1.8}.source p{margin:0;padding-inline-start:3.5rem;text-indent:-3.5rem;min-height:1.8em}
.source p::before{content:attr(data-line);display:inline-block;width:3rem;margin-inline-end:.5rem;text-align:end;opacity:.6;text-indent:0}
.source aside{text-indent:0;margin:.1rem 0 .4rem;border-inline-start:.3rem solid #b3261e;padding-inline-start:.6rem;font-family:system-ui,sans-serif}
`;

const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><title>${escapeHtml(title)}</title><style>${STYLE}</style>
<script type="module" src="/@vite/client"></script></head>
<body><main>${body}</main></body></html>
`;

/** 「3 处错误，另有 2 处提示」. */
export function countOf(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length;
  const hints = problems.length - errors;
  const parts = [...(errors > 0 ? [`${errors} 处错误`] : []), ...(hints > 0 ? [`${hints} 处提示`] : [])];
  return parts.length > 0 ? parts.join('，另有 ') : '没有错误';
}

/** Length of the words that a place in a line is about: a tag, a run of letters, or what stands before the next sign. */
function lengthAt(line: string, from: number): number {
  const [words = ''] =
    /^(?:<\/?[A-Za-z][^<>]*>?|<[^\s<>，。；]*|[\p{L}\p{N}._%-]+|[^\p{L}\p{N}\s]+)/u.exec(line.slice(from)) ?? [];
  return Math.max(1, words.length);
}

/** A line with the places of problems marked in it. */
function marked(line: string, problems: readonly Problem[]): string {
  const places = problems
    .map((problem) => ({ from: Math.min(Math.max(0, problem.column - 1), Math.max(0, line.length - 1)), problem }))
    .sort((a, b) => a.from - b.from);
  let html = '';
  let at = 0;
  for (const { from, problem } of places) {
    if (from < at) continue;
    const to = from + lengthAt(line, from);
    html += `${escapeHtml(line.slice(at, from))}<mark class="${isError(problem) ? 'fault' : 'hint'}">${escapeHtml(line.slice(from, to) || ' ')}</mark>`;
    at = to;
  }
  return html + escapeHtml(line.slice(at));
}

const level = (problem: Problem): string => (isError(problem) ? '错误' : '提示');

const said = (problem: Problem): string =>
  `<strong>${level(problem)}</strong> ${escapeHtml(problem.message)}${
    problem.cure ? `<span class="cure">→ ${escapeHtml(problem.cure)}</span>` : ''
  }`;

/** Characters of a line that are shown around the words at fault. */
const AROUND = 24;

/** The words at fault within their line. */
function excerpt(source: string, problem: Problem): string {
  const line = source.split('\n')[problem.line - 1] ?? '';
  const start = Math.max(0, problem.column - 1 - AROUND);
  const end = Math.min(line.length, problem.column - 1 + lengthAt(line, problem.column - 1) + AROUND);
  const cut = marked(line.slice(start, end), [{ ...problem, column: problem.column - start }]);
  return cut === '' ? '' : `<code>${start > 0 ? '…' : ''}${cut}${end < line.length ? '…' : ''}</code>`;
}

function listOf(problems: readonly Problem[], source: string, link: boolean): string {
  const items = problems.map((problem) => {
    const place = `第 ${problem.line} 行`;
    const where = link ? `<a href="#line-${problem.line}">${place}</a>` : place;
    return `<li class="${isError(problem) ? 'error' : 'hint'}">${where}：${said(problem)} ${excerpt(source, problem)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

/** What stands above an article that can be read all the same: its problems, each with the words it is about. */
export function faultsPanel({ path, text }: ContentFile, problems: readonly Problem[], base: string): string {
  if (problems.length === 0) return '';
  return `<style>${STYLE.slice(STYLE.indexOf('.faults'))}</style><section class="faults" lang="zh-CN" aria-label="稿件检查"><h2>${countOf(problems)}：<code>${escapeHtml(path)}</code></h2>${listOf(problems, text, false)}<p><a href="${base}${OVERVIEW}">全部稿件的检查结果</a></p></section>`;
}

/** An article that is set apart: what is wrong with it, and its manuscript with the errors at their words. */
export function faultsPage({ path, text }: ContentFile, problems: readonly Problem[], base: string): string {
  const lines = text.split('\n').map((line, index) => {
    const own = problems.filter((problem) => problem.line === index + 1);
    const notes = own.map((problem) => `<aside>${said(problem)}</aside>`).join('');
    return `<p id="line-${index + 1}" data-line="${index + 1}">${marked(line, own)}</p>${notes}`;
  });
  const title = titleOf(text) ?? idOf({ path });
  return page(
    `${title}：${countOf(problems)}`,
    `<h1>${escapeHtml(title)}</h1>
<p>这一篇还不能排成网页，先放在一边；别的页面照常可看。改好以后保存，这一页会自己换成文章。</p>
<section class="faults"><h2>${countOf(problems)}：<code>${escapeHtml(path)}</code></h2>${listOf(problems, text, true)}</section>
<h2>稿件</h2><div class="source">${lines.join('')}</div>
<p><a href="${base}${OVERVIEW}">全部稿件的检查结果</a>　<a href="${base}">首页</a></p>`,
  );
}

const titleOf = (text: string): string | null => /^title:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(text)?.[1] ?? null;

/** Everything that is wrong, file by file, those with errors first. */
export function overviewPage(
  files: readonly ContentFile[],
  problems: ReadonlyMap<string, readonly Problem[]>,
  base: string,
): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const all = [...problems].sort(
    ([a, one], [b, other]) => Number(other.some(isError)) - Number(one.some(isError)) || (a < b ? -1 : 1),
  );
  const sections = all.map(([path, own]) => {
    const slug = storyAt(path) ? idOf({ path }) : null;
    const name = slug
      ? `<a href="${base}stories/${encodeURIComponent(slug)}/">${escapeHtml(path)}</a>`
      : escapeHtml(path);
    return `<section class="faults"><h2>${name}：${countOf(own)}</h2>${listOf(own, texts.get(path) ?? '', false)}</section>`;
  });
  const count = countOf([...problems.values()].flat());
  return page(
    `稿件检查：${count}`,
    `<h1>稿件检查：${count}</h1>${sections.join('\n')}<p><a href="${base}">首页</a></p>`,
  );
}

/** What stands for a page that could not be made: why, and everything that is wrong, since one of it may be the cause. */
export function brokenPage(
  address: string,
  reason: string,
  {
    files,
    problems,
    base,
  }: { files: readonly ContentFile[]; problems: ReadonlyMap<string, readonly Problem[]>; base: string },
): string {
  const withErrors = [...problems].filter(([, own]) => own.some(isError));
  const list = withErrors
    .map(([path, own]) => {
      const text = files.find((file) => file.path === path)?.text ?? '';
      return `<section class="faults"><h2>${escapeHtml(path)}：${countOf(own)}</h2>${listOf(own, text, false)}</section>`;
    })
    .join('\n');
  const cure =
    withErrors.length > 0
      ? '多半是下面这些错误引起的，改好以后保存，这一页会自己换过来。'
      : '稿件里没有查出错误，是程序的毛病：请把下面这句话发给管网站的人。';
  return page(
    '这一页做不出来',
    `<h1>这一页做不出来</h1><p><code>${escapeHtml(address)}</code></p><p>${cure}</p>${list}<details><summary>程序说的是</summary><code>${escapeHtml(reason)}</code></details><p><a href="${base}${OVERVIEW}">全部稿件的检查结果</a>　<a href="${base}">首页</a></p>`,
  );
}
