import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, openEngine } from '../../../src/search/engine.ts';
import { writeIndex } from '../../../src/search/index/write-index.ts';
import { search } from '../../../src/search/search.ts';
import type { Field, IndexedPage } from '../../../src/search/types.ts';
import { generateQueries } from '../../search/queries.ts';
import { hasRun, meetsDays, type TruePage, truthOf, type Wanted } from '../../search/truth.ts';
import { randomFrom } from '../../support/random.ts';

// An archive on either side of the limit: by Pagefind's index, and by its texts. Both give the same answers.
const KINDS = { 'by Pagefind’s index': 0, 'by its texts': 10_000_000 };
const LEXICON = async () => ({ words: [], forms: '產产業业縣县戶户開开雞鸡貧贫' });
const FIELDS: readonly Field[] = [
  { id: 'headline', label: '原题', names: ['原题'], title: true },
  { id: 'title', label: '题', names: ['题'], title: true, inText: true },
  { id: 'author', label: '作者', names: ['作者'] },
  { id: 'day', label: '日期', names: ['日期'], dated: true },
];
const COUNT = 60;

function makePages(): IndexedPage[] {
  const random = randomFrom(9);
  const draw = (letters: string) => letters[Math.floor(random() ** 2 * letters.length)] ?? '';
  const write = (length: number, letters = '的一村户了人县产业2020年，扶贫3.5%开展PM2.5工作、鸡羊林') =>
    Array.from({ length }, () => draw(letters))
      .join('')
      .replace(/^\P{L}*/u, '户');
  return Array.from({ length: COUNT }, (_, number) => {
    const title = write(3 + Math.floor(random() * 6));
    const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)].map((one) =>
      String(one).padStart(2, '0'),
    );
    return {
      url: `/stories/${String(number).padStart(2, '0')}/`,
      blocks: [
        { id: '', text: title, title: true },
        ...Array.from({ length: 4 }, (_, i) => ({ id: `p-${i}`, text: write(1 + Math.floor(random() * 14)) })),
      ],
      fields: {
        ...{ title: [title], headline: [write(5, '桥路渡口一的村')], author: [write(3, '甲乙丙丁羊')] },
        day: [{ text: `${month} 月`, days: `2019-${month}-${day}/2019-${month}-28` }],
      },
    };
  });
}

const pages = makePages();
const valuesOf = ({ fields = {} }: IndexedPage, id: string) =>
  (fields[id] ?? []).map((value) => (typeof value === 'string' ? value : value.text));
const truth: TruePage[] = pages.map((page) => ({
  path: page.url,
  blocks: page.blocks.map(({ text }) => text),
  record: ['headline', 'author', 'day'].flatMap((id) => valuesOf(page, id)),
}));

const folder = mkdtempSync(join(tmpdir(), 'sources-'));
const engines = new Map<string, Engine>();
const written = new Map<string, Awaited<ReturnType<typeof writeIndex>>>();

beforeAll(async () => {
  vi.stubGlobal(
    'fetch',
    async (url: string) => new Response(readFileSync(join(folder, url.replace('http://test/', '')))),
  );
  for (const [number, [kind, wholeUpTo]] of Object.entries(KINDS).entries()) {
    const index = await writeIndex(pages, join(folder, String(number)), { wholeUpTo, fields: FIELDS, split: 150 });
    written.set(kind, index);
    const load = () => import(/* @vite-ignore */ pathToFileURL(join(index.folder, 'pagefind.js')).href);
    engines.set(kind, await openEngine(`http://test/${number}/${index.version}/`, load));
  }
});

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

async function ask(kind: string, query: string) {
  const { tier, pages: found, ...answer } = await search(query, engines.get(kind) as Engine, LEXICON);
  return { ...answer, tier, found: found.map((page) => pages[page]?.url ?? '') };
}

/** Queries for a value of a field, whole or in part, and for stretches of dates. */
function fieldQueries(): Wanted[] {
  const random = randomFrom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const said = Array.from({ length: 120 }, (): Wanted => {
    const { id = '', names: [name = ''] = [] } = pick(FIELDS.slice(0, 3));
    const run = [...pick(valuesOf(pick(pages), id))].filter((character) => /\p{Script=Han}/u.test(character));
    const start = Math.floor(random() * run.length);
    const cut = run.slice(start, start + 1 + Math.floor(random() * 3));
    const only = ({ path }: TruePage) =>
      valuesOf(pages.find(({ url }) => url === path) as IndexedPage, id).some((text) => hasRun(text, cut));
    return { kind: name, query: `${name}:${cut.join('')}`, all: [], only };
  });
  const dated = Array.from({ length: 24 }, (_, i): Wanted => {
    const [from, to] = [(i % 12) + 1, Math.min(12, (i % 12) + 1 + (i % 3))].map((one) => String(one).padStart(2, '0'));
    const only = ({ path }: TruePage) => {
      const [value] = pages.find(({ url }) => url === path)?.fields?.day ?? [];
      const [first = '', last = ''] = (typeof value === 'object' ? (value.days ?? '') : '').split('/');
      return meetsDays([first, last], `2019-${from}-01`, `2019-${to}-31`);
    };
    return { kind: '日期', query: `日期:2019-${from}..2019-${to}`, all: [], only };
  });
  return [...said, ...dated];
}

describe.each(Object.keys(KINDS))('%s', (kind) => {
  it('finds what stands in the pages, and nothing else', async () => {
    const wanted = [
      ...generateQueries(truth, 250, ['的', '一村', '的人的', '林', '村的', '2.5%', 'pm2.5', '桥路', '甲乙']),
      ...fieldQueries(),
    ];
    const wrong: string[] = [];
    for (const query of wanted) {
      const { tier, found } = await ask(kind, query.query);
      const paths = tier === 'exact' ? found.sort() : [];
      if (paths.join() !== truthOf(query, truth).join()) wrong.push(`${query.kind} ${query.query}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives the text of each page as printed', async () => {
    const engine = engines.get(kind) as Engine;
    for (const [page, { url, blocks, fields }] of pages.entries())
      expect(await engine.text(page)).toMatchObject({
        url,
        fields,
        blocks: blocks.map(({ id, text }) => ({ id, text })),
      });
  });
});

describe('both', () => {
  const [first = '', second = ''] = Object.keys(KINDS);

  it('say of the same pages that they have it in their titles', async () => {
    for (const text of ['的', '一村', '林', '桥', '甲', '渡口', '羊', '村*户', '的?村']) {
      const terms = [...text];
      const [a, b] = await Promise.all([first, second].map((kind) => (engines.get(kind) as Engine).find(terms)));
      expect([...(a ?? [])].sort(), text).toEqual([...(b ?? [])].sort());
    }
  });

  it.each(['一村 -林', '村 OR 羊', '桥 NEAR/3 路', '村*户', '作者:甲?', '“的村” 林', '鸡羊林怎么开展工作', '2019-05'])(
    'answer %s alike',
    async (query) => {
      const [a, b] = [await ask(first, query), await ask(second, query)];
      expect({ ...a, found: a.found.sort() }).toEqual({ ...b, found: b.found.sort() });
    },
  );

  it('are chosen by how many bytes the texts are, and one has no other files', () => {
    const filesOf = (kind: string) => readdirSync(written.get(kind)?.folder ?? '').sort();
    expect(filesOf(second)).toEqual(['catalogue.json', 'dates.json']);
    expect(filesOf(first)).toEqual(expect.arrayContaining(['pagefind.js', 'text']));
    for (const kind of [first, second]) {
      const { first: needed = [], folder: own = '' } = written.get(kind) ?? {};
      expect(needed.filter((file) => !readdirSync(own).includes(file))).toEqual([]);
    }
  });
});
