import JSZip from 'jszip';
import { docx, paragraph, run } from './docx.ts';
import { columns, pdf } from './pdf.ts';

/** A block of a document, whatever it is written in. */
export type Written =
  | { kind: 'p'; text: string }
  | { kind: 'h'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: string[][] };

const toXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const asMarkdown = (blocks: readonly Written[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'h') return `## ${block.text}`;
      if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n');
      if (block.kind === 'table') {
        const [head = [], ...rest] = block.rows.map((row) => row.join(' | '));
        return [head, (block.rows[0] ?? []).map(() => '---').join(' | '), ...rest].join('\n');
      }
      return block.text;
    })
    .join('\n\n');

const asHtml = (blocks: readonly Written[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'h') return `<h2>${toXml(block.text)}</h2>`;
      if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${toXml(item)}</li>`).join('')}</ul>`;
      if (block.kind === 'table')
        return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${toXml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
      return `<p>${toXml(block.text)}</p>`;
    })
    .join('\n');

const asWord = (blocks: readonly Written[]): Promise<Uint8Array> =>
  docx(
    blocks
      .map((block) => {
        const write = (text: string, properties = '') => paragraph(properties, run(toXml(text)));
        if (block.kind === 'h') return write(block.text, '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>');
        if (block.kind === 'list') return block.items.map((item) => write(item)).join('');
        if (block.kind === 'table')
          return `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${write(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
        return write(block.text);
      })
      .join(''),
  );

const SPACE = 'urn:oasis:names:tc:opendocument:xmlns:';
function asOpenDocument(blocks: readonly Written[]): Promise<Uint8Array> {
  const p = (text: string) => `<t:p>${toXml(text)}</t:p>`;
  const inside = blocks
    .map((block) => {
      if (block.kind === 'h') return `<t:h t:outline-level="2">${toXml(block.text)}</t:h>`;
      if (block.kind === 'list')
        return `<t:list>${block.items.map((item) => `<t:list-item>${p(item)}</t:list-item>`).join('')}</t:list>`;
      if (block.kind === 'table')
        return `<b:table>${block.rows.map((row) => `<b:table-row>${row.map((cell) => `<b:table-cell>${p(cell)}</b:table-cell>`).join('')}</b:table-row>`).join('')}</b:table>`;
      return p(block.text);
    })
    .join('');
  return new JSZip()
    .file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' })
    .file(
      'content.xml',
      `<o:d xmlns:o="${SPACE}office:1.0" xmlns:t="${SPACE}text:1.0" xmlns:b="${SPACE}table:1.0"><o:body><o:text>${inside}</o:text></o:body></o:d>`,
    )
    .generateAsync({ type: 'uint8array' });
}

function asRichText(blocks: readonly Written[]): string {
  const write = (text: string) =>
    [...text]
      .flatMap((character) => [...Array(character.length).keys()].map((at) => character.charCodeAt(at)))
      .map((code) =>
        code < 128 ? String.fromCharCode(code).replace(/[\\{}]/, '\\$&') : `\\u${code > 32767 ? code - 65536 : code}?`,
      )
      .join('');
  const inside = blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.map((item) => `\\pard ${write(item)}\\par`).join('');
      if (block.kind === 'table')
        return `${block.rows.map((row) => `\\trowd\\intbl ${row.map((cell) => `${write(cell)}\\cell`).join(' ')}\\row`).join('')}\\pard`;
      return `\\pard ${write(block.text)}\\par`;
    })
    .join('\n');
  return `{\\rtf1\\ansi\\ansicpg936\\uc1 ${inside}}`;
}

/** Lines of a page. */
const PAGE = 40;

/** Headings and lists of a PDF are lines like any other; it has no tables here. */
const asPdf = (blocks: readonly Written[]): Uint8Array => {
  const texts = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : [block.text],
  );
  const lines = columns(texts, { width: 30, top: 780, bottom: -100_000 });
  const pages = Map.groupBy(lines, (_, index) => Math.floor(index / PAGE));
  return pdf([...pages.values()].map((page) => page.map((line, index) => ({ ...line, y: 720 - index * 15 }))));
};

/** A document in every kind of file that can be imported. */
export const WRITERS: Record<string, (blocks: readonly Written[]) => string | Uint8Array | Promise<Uint8Array>> = {
  'a.md': asMarkdown,
  'a.html': (blocks) => `<!DOCTYPE html><html><body>${asHtml(blocks)}</body></html>`,
  'a.docx': asWord,
  'a.odt': asOpenDocument,
  'a.rtf': asRichText,
  'a.pdf': asPdf,
  'a.mht': (blocks) =>
    `From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><body>${asHtml(blocks)}</body></html>`,
  'a.txt': (blocks) =>
    blocks
      .map((block) =>
        block.kind === 'list'
          ? block.items.join('\n\n')
          : block.kind === 'table'
            ? block.rows.map((row) => row.join('\t')).join('\n')
            : block.text,
      )
      .join('\n\n'),
};
