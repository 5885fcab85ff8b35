import { DOMParser } from '@xmldom/xmldom';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { type DomNode, escapeXml, type Places, toXhtml } from '../../../../src/lib/keeping/xhtml.ts';

const PLACES: Places = {
  link: (href) => (href.startsWith('#') ? href : href.startsWith('/in/') ? 'in.xhtml' : null),
  picture: (source) => (source.endsWith('.jpg') ? `pictures/${source}` : null),
};

function made(html: string): string {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
  const body = toXhtml(document.body.childNodes as unknown as Iterable<DomNode>, PLACES);
  const fail = (message: string) => {
    throw new Error(message);
  };
  const root = `<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${body}</body>`;
  new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(root, 'text/xml');
  return body;
}

test.each([
  [
    'words and breaks',
    '<p id="a" class="b">一&nbsp;二<br>&lt;三&gt; &amp;</p>',
    '<p id="a" class="b">一\u00a0二<br/>&lt;三&gt; &amp;</p>',
  ],
  ['a language, for XML too', '<i lang="en">x</i>', '<i lang="en" xml:lang="en">x</i>'],
  ['a link within the book', '<a href="/in/#x" class="entry">x</a>', '<a class="entry" href="in.xhtml">x</a>'],
  ['a link to what the book has not', '<a href="/out/" id="k" rel="prev">x</a>', '<span id="k">x</span>'],
  ['a picture', '<img src="a.jpg" srcset="b 2x" alt="山" width="3">', '<img width="3" src="pictures/a.jpg" alt="山"/>'],
  ['a picture that no reader shows', '<img src="a.avif" alt="山">', '<span class="no-picture">山</span>'],
  [
    'a recording',
    '<audio src="/in/a.mp3" aria-label="钟声"></audio>',
    '<p class="recording"><a href="in.xhtml">钟声</a></p>',
  ],
  ['a recording that is nowhere', '<audio src="a.mp3" aria-label="钟声"></audio>', ''],
  [
    'a fold, open',
    '<details class="fold"><summary>标题</summary><p>文</p></details>',
    '<div class="fold"><p class="fold-title">标题</p><p>文</p></div>',
  ],
  ['a name whose value is left out', '<dl><div><dt>x</dt><dd id="cite-forms">y</dd></div></dl>', '<dl></dl>'],
])('%s', (_, html, xhtml) => expect(made(html)).toBe(xhtml));

test.each([
  '<script>1</script>',
  '<style>a{}</style>',
  '<button>x</button>',
  '<form><input name="q"></form>',
  '<nav><a href="/in/">x</a></nav>',
  '<p hidden>x</p>',
  '<a class="paragraph-link" href="#a"></a>',
  '<span class="Z3988" title="x"></span>',
  '<div class="needs-script">x</div>',
])('%s is left out', (html) => expect(made(html)).toBe(''));

test('notes are notes to whoever reads the book', () => {
  expect(made('<sup><a href="#n" data-footnote-ref="true" id="r">1</a></sup>')).toBe(
    '<sup><a id="r" href="#n" epub:type="noteref" role="doc-noteref">1</a></sup>',
  );
  expect(made('<section data-footnotes="true" class="footnotes"><p>x</p></section>')).toContain(
    'epub:type="endnotes" role="doc-endnotes"',
  );
});

test('a drawing keeps its shapes and its names, without links and styles', () => {
  const svg = made(
    '<svg viewBox="0 0 1 1" style="x" data-x="1"><linearGradient id="g" gradientUnits="userSpaceOnUse"></linearGradient><a href="#f" tabindex="-1"><path d="M0 0" fill="url(#g)"></path></a><style>a{}</style></svg>',
  );
  expect(svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient id="g" gradientUnits="userSpaceOnUse"></linearGradient><g><path d="M0 0" fill="url(#g)"></path></g></svg>',
  );
});

test('what XML cannot hold is dropped', () => {
  expect(escapeXml('a\u0000\u000b"<\uffff')).toBe('a&quot;&lt;');
});
