import JSZip from 'jszip';
import { importFile } from '../../src/editing/import/import-file.ts';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const PARTS = ['comments', 'footnotes', 'endnotes'] as const;

/** A run of words, and a paragraph of runs, as Word writes them. */
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;

/** The head of an article, and a paragraph long enough to be its text. */
export const HEAD = paragraph(run('两本账里的春天')) + paragraph(run('东村日报 记者 张三'));
export const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚。';

const change = (name: string, inside: string, author: string) =>
  `<w:${name} w:id="1" w:author="${author}" w:date="2020-01-01T00:00:00Z">${inside}</w:${name}>`;
export const inserted = (text: string, author = '编辑甲'): string => change('ins', run(text), author);
export const deleted = (text: string, author = '编辑甲'): string =>
  change('del', `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`, author);
export const movedFrom = (text: string, author = '编辑甲'): string => change('moveFrom', run(text), author);
export const movedTo = (text: string, author = '编辑甲'): string => change('moveTo', run(text), author);

/** A character with its reading over it, and a formula. */
export const ruby = (base: string, over: string): string =>
  `<w:r><w:ruby><w:rubyPr/><w:rt>${run(over)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`;
export const formula = (text: string): string => `<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`;

/** A note below the page and the mark that calls it. */
export const note = (kind: 'footnote' | 'endnote', id: number, ...runs: string[]): string =>
  `<w:${kind} w:id="${id}">${paragraph(...runs)}</w:${kind}>`;
export const noted = (kind: 'footnote' | 'endnote', id: number): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

/** A comment and the mark that ties words to it. */
export const comment = (id: number, text: string, author: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2020-01-01T00:00:00Z">${paragraph(run(text))}</w:comment>`;
export const commented = (id: number, text: string): string =>
  `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

/** A picture with what Word keeps as its description, and a Word file that holds it. */
export const picture = (description: string): string =>
  `<w:p><w:r><w:drawing xmlns:a="${DRAWING}/main" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:r="${OFFICE}/relationships"><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData><pic:pic xmlns:pic="${DRAWING}/picture"><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
export async function withPicture(file: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file);
  const append = async (name: string, end: string, more: string) =>
    zip.file(name, ((await zip.file(name)?.async('string')) ?? '').replace(end, `${more}${end}`));
  zip.file('word/media/image.png', bytes);
  await append('[Content_Types].xml', '</Types>', '<Default Extension="png" ContentType="image/png"/>');
  await append(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="image" Type="${OFFICE}/relationships/image" Target="media/image.png"/>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

/** The smallest Word file that holds a body, and what is given of its other parts. */
export async function docx(
  body: string,
  parts: Partial<Record<(typeof PARTS)[number] | 'header1', string>> = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const override = (name: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`;
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document', ...PARTS].map(override).join('')}</Types>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  const relations = (all: string) => `<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  zip.file('_rels/.rels', relations(relation('r1', 'officeDocument', 'word/document.xml')));
  zip.file(
    'word/_rels/document.xml.rels',
    relations(PARTS.map((name) => relation(name, name, `${name}.xml`)).join('')),
  );
  const wrap = (name: string, inside: string) =>
    `<w:${name} xmlns:w="${WORD}" xmlns:m="${OFFICE}/math">${inside}</w:${name}>`;
  zip.file('word/document.xml', wrap('document', `<w:body>${body}</w:body>`));
  for (const name of PARTS) zip.file(`word/${name}.xml`, wrap(name, parts[name] ?? ''));
  if (parts.header1) zip.file('word/header1.xml', wrap('hdr', parts.header1));
  return zip.generateAsync({ type: 'uint8array' });
}

/** The file with its XML parts written anew. */
export async function withParts(
  file: Uint8Array,
  rewrite: (xml: string, name: string) => string,
  wanted = /\.(?:xml|rels)$/,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file);
  for (const part of zip.file(wanted)) zip.file(part.name, rewrite(await part.async('string'), part.name));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** What an editor gets of a Word file that holds one article: its text, what is told of the file, its pictures. */
export async function importDraft(file: Uint8Array) {
  const counties = [{ id: 'jianan', name: '建安区' }];
  const result = await importFile('稿件.docx', file, { split: false, counties, day: '2026-12-01' });
  if ('problem' in result) throw new Error(result.problem);
  return {
    body: result.articles[0]?.draft.split('\n---\n')[1]?.trim() ?? '',
    told: result.decisions.map(({ what, text }) => `${what}：${text}`),
    losses: result.articles.flatMap(({ losses }) => losses),
    pictures: result.pictures.map(({ bytes }) => [...bytes]),
  };
}
