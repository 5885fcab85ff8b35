import { evaluate } from 'satteri';
import { describe, expect, test } from 'vitest';
import { pagePlugins, textPlugins } from '../../../src/integrations/text-plugins.ts';
import { blocksOf } from '../../../src/lib/manuscript/blocks.ts';
import { textKindsOf } from '../../../src/lib/manuscript/text-kinds.ts';
import { FEATURES, parseBody } from '../../../src/lib/manuscript/tree.ts';

type Component = (props: Record<string, unknown>) => string;

/** Writes elements as text: `<td class=end>1</td>`. */
function jsx(type: string | Component, { children, ...props }: Record<string, unknown>): string {
  if (typeof type === 'function') return type({ children, ...props });
  const told = Object.entries(props)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return `<${type}${told.join('')}>${[children].flat(9).join('')}</${type}>`;
}

const RUNTIME = { jsx, jsxs: jsx, Fragment: ({ children }: Record<string, unknown>) => [children].flat(9).join('') };

const NAMES = ['Verse', 'Figure', 'Lang', 'LangBlock', 'Table'];
const components = Object.fromEntries(
  NAMES.map((name): [string, Component] => [name, ({ children }) => jsx(name, { children })]),
);

/** A text as the page has it. */
async function page(source: string): Promise<string> {
  const { default: Content } = await evaluate(source, {
    ...RUNTIME,
    elementAttributeNameCase: 'html',
    features: { ...FEATURES, gfm: { footnotes: { clobberPrefix: '' } } },
    mdastPlugins: textPlugins,
    hastPlugins: pagePlugins,
  } as never);
  return (Content as Component)({ components });
}

function blocks(body: string) {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return blocksOf(parsed.tree);
}

describe('lines of Chinese', () => {
  test.each([
    ['甲，\n乙', '<p>甲，乙</p>'],
    ['甲\nb', '<p>甲\nb</p>'],
    ['- 甲\n  乙', '<li>甲乙</li>'],
    ['> 甲\n> 乙', '<p>甲乙</p>'],
    ['甲\n**乙**\n丙', '<p>甲<strong>乙</strong>丙</p>'],
    ['甲\n<Figure id="f">乙\n丙</Figure>\n丁', '<p>甲<Figure>乙丙</Figure>丁</p>'],
    ['甲  \n乙', '<p>甲<br></br>\n乙</p>'],
  ])('%j', async (source, html) => expect(await page(source)).toContain(html));

  test('are joined in what is cited, searched and marked too', () => {
    const [block] = blocks('甲，\n乙<Figure id="f">丙\n丁</Figure>\n戊\nb c');
    expect(block?.text).toBe('甲，乙丙丁戊 b c');
    expect(block?.marks).toMatchObject([{ text: '丙丁', start: 3 }]);
  });
});

describe('verse', () => {
  test('keeps lines and stanzas', async () => {
    const html = await page('<Verse>\n白日\n**依山**尽\n\n黄河\n</Verse>');
    expect(html.replaceAll('\n', '')).toBe(
      '<Verse><p><span class=verse-line>白日<br></br></span><span class=verse-line><strong>依山</strong>尽</span></p>' +
        '<p><span class=verse-line>黄河</span></p></Verse>',
    );
  });
  test('keeps a line that ends inside a mark', async () => {
    expect(await page('<Verse>\n<Figure id="f">白日\n依山</Figure>尽\n</Verse>')).toMatch(/白日<br><\/br>\s*依山/);
  });
});

describe('tables', () => {
  const TABLE =
    '| 甲 | 乙 | 丙 |\n| :-: | --- | ---: |\n| 子 | 1,205 | 8 月 7 日 |\n| 一句比较长的话要能折行 | −3% | 丑 |';
  test('are aligned by classes, never by a style, and their numbers are known', async () => {
    const html = await page(TABLE);
    expect(html).not.toMatch(/style|align=/);
    expect(html).toContain('<th class=centre short scope=col>甲</th>');
    expect(html).toContain('<td class=end numeric short>1,205</td>');
    expect(html).toContain('<td class=end short>8 月 7 日</td>');
    expect(html).toContain('<td class=centre>一句');
  });
  test('are numbered, and have the caption that is given', async () => {
    const html = await page(`${TABLE}\n\n<Table caption="题">\n\n${TABLE}\n\n</Table>`);
    expect(html).toContain('<table number=1>');
    expect(html).toContain('<table number=2 caption=题>');
  });
});

test('a passage of paragraphs is a box, one of words is none', async () => {
  expect(await page('<Lang code="en">\n\nHello\n\n</Lang>')).toContain('<LangBlock>');
  expect(await page('甲<Lang code="en">Hello</Lang>')).toContain('<Lang>Hello</Lang>');
  expect(blocks('<Lang code="en">Hello there</Lang>')).toMatchObject([{ kind: 'paragraph', text: 'Hello there' }]);
});

test('notes are called by their numbers, with a way back from each to every reference', async () => {
  const html = await page('甲[^注]乙[^b]丙[^注]\n\n[^b]: 二\n\n[^注]: 一');
  const hrefs = [...html.matchAll(/href=(\S+)/g)].map(([, href]) => href);
  const ids = new Set([...html.matchAll(/ id=([\w-]+)/g)].map(([, id]) => `#${id}`));
  expect(hrefs.filter((href = '') => !ids.has(href))).toEqual([]);
  expect([...ids]).toEqual(expect.arrayContaining(['#fn-1', '#fn-2', '#fnref-1', '#fnref-1-2', '#fnref-2']));
  expect(html).not.toContain('user-content');
});

test('a text has the styles of its kinds', () => {
  const kindsOf = (body: string, isForeign = false) => {
    const parsed = parseBody(body);
    return 'tree' in parsed ? textKindsOf(parsed.tree, isForeign) : null;
  };
  expect(kindsOf('## 甲\n\n乙，**丙**。')).toEqual([]);
  expect(kindsOf('## 甲\n\n- 丁')).toEqual(['lists']);
  expect(kindsOf('<Aside title="甲">\n乙\n</Aside>')).toEqual(['aside']);
  expect(kindsOf('<Verse>\n甲\n</Verse>')).toEqual(['verse']);
  expect(kindsOf('| 甲 |\n| - |\n| 乙 |\n\n甲[^a]\n\n[^a]: 乙')).toEqual(['table', 'lists', 'notes']);
  expect(kindsOf('甲\n\n<PullQuote by="乙">\n丙\n</PullQuote>')).toEqual(['quote']);
  expect(kindsOf('甲', true)).toEqual(['passage']);
  expect(kindsOf('## 甲\n\n### 乙')).toEqual(['plain', 'sections']);
  expect(kindsOf('甲\n\n---\n\n> 乙')).toEqual(['blocks']);
  expect(kindsOf('## 甲\n\n'.repeat(13))).toEqual(['sections']);
});

describe('what a line must not part is held together', () => {
  test.each([
    ['甲有 3 户。', '<p>甲有 <span className=["held"]>3 户</span>。</p>'],
    ['甲有<Figure id="f">3 户</Figure>。', '<p>甲有<Figure><span className=["held"]>3 户</span></Figure>。</p>'],
    ['甲有<Figure id="f">3</Figure> 户。', '<p>甲有<span className=["held"]><Figure>3</Figure> 户</span>。</p>'],
    ['甲有 3<Figure id="f"> 户人家</Figure>。', '<p>甲有 3<Figure> 户人家</Figure>。</p>'],
    [
      '草吃了半天，羊是渴着**回来的**。',
      '<p>草吃了半天，羊是渴着<strong>回<span className=["held"]>来的</span></strong>。</p>',
    ],
    [
      '草吃了半天，羊是渴着回来**的**。',
      '<p>草吃了半天，羊是渴着回<span className=["held"]>来<strong>的</strong></span>。</p>',
    ],
  ])('%s', async (source, html) => {
    const found = await page(source);
    expect(
      found.replaceAll('class=["held"]', 'className=["held"]').replaceAll('class=held', 'className=["held"]'),
    ).toContain(html);
  });
});
