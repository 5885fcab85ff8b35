import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/search/index/read-pages.ts';
import { readBlocks } from '../../../src/search/text-blocks.ts';
import { termsOf } from '../../../src/search/tokens.ts';

const read = (html: string) =>
  readBlocks(parseHTML(`<body>${html}</body>`).document as unknown as ParentNode).map(({ id, element, text }) => [
    id,
    element,
    text,
  ]);

describe('readBlocks', () => {
  it('reads only what is marked, block by block, across inline elements', () => {
    expect(
      read(
        '<p>外</p><div data-pagefind-body><p id="p-1">脱<strong>贫<span id="m-1">攻</span></strong>坚</p><ul><li id="p-2">一</li></ul></div>',
      ),
    ).toEqual([
      ['p-1', 'p', '脱贫攻坚'],
      ['p-2', 'li', '一'],
    ]);
  });
  it('leaves out what is to be ignored', () => {
    expect(
      read(
        '<p data-pagefind-body id="p">前<span data-pagefind-ignore>2019</span>后<sup><a data-footnote-ref>1</a></sup><ruby>汉<rt>hàn</rt></ruby></p>',
      ),
    ).toEqual([['p', 'p', '前后汉']]);
  });
  it('takes the end of a line for a blank, within one block', () => {
    const [[, , text = ''] = []] = read('<p data-pagefind-body>roses<br>violets<br>\n甲</p>');
    expect(termsOf(text)).toEqual(['roses', 'violets', '甲']);
    expect(readHtml('<body><p data-pagefind-body>roses<br>violets<br>\n甲  乙</p></body>')).toEqual([
      { id: '', text: 'roses\nviolets\n甲 乙' },
    ]);
  });
  it('begins a new block after a nested one', () => {
    expect(read('<div data-pagefind-body id="d">甲<p id="p">乙</p>丙</div>').map(([, , text]) => text)).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });
  it('passes over comments, and blocks of blanks', () => {
    expect(read('<div data-pagefind-body><!-- 丙 --><p>甲</p>\n  <p> </p><ul>\n<li>乙</li></ul></div>')).toEqual([
      ['', 'p', '甲'],
      ['', 'li', '乙'],
    ]);
  });
  it('knows no anchor outside of what is marked', () => {
    expect(read('<main id="main"><div data-pagefind-body><p>甲</p></div></main>')).toEqual([['', 'p', '甲']]);
    expect(read('<div data-pagefind-body><section id="s"><p>甲</p></section></div>')).toEqual([['s', 'p', '甲']]);
  });
  it('does not part what bold, a link or a wish for a line break runs through', () => {
    const inline = 'a abbr b em mark q ruby small span strong sub sup time wbr'.split(' ');
    expect(read(`<p data-pagefind-body>${inline.map((name) => `甲<${name}>乙</${name}>`).join('')}</p>`)).toHaveLength(
      1,
    );
    expect(read('<div data-pagefind-body>甲<div>乙</div>丙</div>')).toHaveLength(3);
  });
  it('knows the text nodes of which a block consists', () => {
    const { document } = parseHTML('<body><p data-pagefind-body>甲<b>乙<i>丙</i></b></p></body>');
    const [block] = readBlocks(document as unknown as ParentNode);
    expect(block?.nodes.map(({ data }) => data)).toEqual(['甲', '乙', '丙']);
  });
});
