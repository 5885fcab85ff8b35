import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runPackage } from '../../src/commands/command.ts';
import { authorsSchema, seriesSchema, tagsSchema } from '../../src/lib/schema/groups.ts';
import {
  comparisonsSchema,
  countySchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../../src/lib/schema/registers.ts';
import { storySchema } from '../../src/lib/schema/story.ts';
import { filesOf, readable } from '../support/built-files.ts';
import { type Canary, fill } from '../support/canaries.ts';
import { keepAll } from '../support/kept.ts';

/** The archive that is planted in: what holds here holds whatever the content is. */
const ARCHIVE = 'tests/fixtures/archive';
/** A story and a figure of it that are published. */
const PUBLISHED = { story: 'luhe-tea-terraces', file: 'stories/luhe/luhe-tea-terraces.mdx' };
/** Every state but published, whatever states there may come to be. */
const STATES = storySchema.shape.status.options.filter((status) => status !== 'published');
/** No picture of the site has this size; a copy of a hidden one would. */
const SIZE = { width: 617, height: 421 };

const hidden = (tag: string): Canary => ({ han: '龘', letters: 'zhenniao', year: '1887', number: 887_766_500, tag });
/** What is to be seen, so that the test would know if it saw nothing at all. */
const OPEN: Canary = { han: '靐', letters: 'kanjian', year: '1893', number: 776_655_400, tag: 'open' };

let folder = '';
let dist = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leaks-'));
  dist = join(folder, 'dist');
  cpSync(ARCHIVE, join(folder, 'content'), { recursive: true });
  for (const status of STATES) await plant(hidden(status), status);
  await plant(OPEN, 'published');
  plantAlone();
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: join(folder, 'content'), OUT_DIR: dist, SITE_DATE: '2027-01-01' },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, data: string | Uint8Array) => {
  const file = join(folder, 'content', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, data);
};
const article = (fields: unknown, body: string) =>
  `---\n${stringify(fields, { defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false })}---\n\n${body}\n`;
const yaml = (data: unknown) => stringify(data, { defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false });
const append = (path: string, key: string, rows: readonly unknown[]) => {
  const file = join(folder, 'content', path);
  let old: unknown[] = [];
  try {
    old = (parse(readFileSync(file, 'utf8')) as Record<string, unknown[]>)[key] ?? [];
  } catch {
    // The first to come.
  }
  write(path, yaml({ [key]: [...old, ...rows] }));
};

/** A story in a state, with a county, places, a person and a practice of which it alone speaks, every field filled. */
async function plant(canary: Canary, status: string): Promise<void> {
  const name = `${canary.letters}-${canary.tag}`;
  const [county] = fill(countySchema, canary);
  write(
    `counties/${name}.yaml`,
    yaml({
      ...county,
      code: `99${canary.number % 100}${name.length}`.padEnd(6, '1').slice(0, 6),
      centre: [108.5, 32.5],
    }),
  );
  const [places] = fill(placesSchema, canary) as { places: Record<string, unknown>[] }[];
  const [town] = places?.places ?? [];
  const village: Record<string, unknown> = {
    ...town,
    id: `${name}-village`,
    parent: town?.id,
    level: 'village',
    point: [108.51, 32.51],
  };
  // In a list and, each, in a file of its own.
  write(`places/${name}.yaml`, yaml({ places: [{ ...town, parent: undefined }] }));
  write(`places/${name}/${name}-village.yaml`, yaml({ ...village, id: undefined }));
  const [listed] = fill(peopleSchema, canary) as { people: Record<string, unknown>[] }[];
  const persons = (listed?.people ?? []).map((person) => ({ ...person, county: name }));
  append('people.yaml', 'people', persons);
  write(`people/${name}-single.yaml`, yaml({ ...persons[0], id: undefined }));
  const people = [...persons, { ...persons[0], id: `${name}-single` }] as { id: string }[];
  const [tags] = fill(tagsSchema, canary) as { tags: { id: string; name: string }[] }[];
  append('tags.yaml', 'tags', tags?.tags ?? []);
  const [authors] = fill(authorsSchema, canary) as { authors: { id: string }[] }[];
  append('authors.yaml', 'authors', authors?.authors ?? []);
  write(`series/${name}-series.yaml`, yaml(fill(seriesSchema, canary)[0]));
  const [practice] = fill(practiceSchema, canary);
  const picture = `${name}.jpg`;
  const exif = { IFD0: { Copyright: canary.letters, ImageDescription: canary.letters } };
  const image = sharp({ create: { ...SIZE, channels: 3, background: status === 'published' ? '#123' : '#d4af37' } });
  const bytes = await image.withExif(exif).jpeg().toBuffer();
  const words = `${canary.han}说了一件事情，有二十个字那么长，别处都没有写到${canary.letters}。`;
  write(`practices/${name}-practice.mdx`, article(practice, `${words}\n\n![${canary.han}](./${picture})`));
  if (status !== 'published') write(`practices/${picture}`, bytes);
  else write(`practices/${name}-practice.mdx`, article(practice, words));
  const [story] = fill(storySchema, canary) as unknown as [
    { source: { date: string }; sources: { date: string }[]; unsaid: string[] },
  ];
  const isOpen = status === 'published';
  const data = {
    ...story,
    source: inferred(story.source),
    sources: story.sources.map(inferred),
    unsaid: story.unsaid.map((words) => `${words}。`),
    county: name,
    counties: [],
    series: { id: `${name}-series`, number: 1 },
    keyFigures: [],
    next: [],
    tags: tags?.tags.map((tag) => tag.name),
    authors: [...(authors?.authors ?? []).map(({ id }) => ({ id })), { name: `${canary.han}作者` }],
    people: people.map(({ id }) => id),
    places: [`${name}-village`],
    practices: [`${name}-practice`],
    status,
    published: '2026-12-01',
    updated: undefined,
    scheduledFor: status === 'scheduled' ? '2099-01-01' : undefined,
    // Of a published story what is English is checked, and must be.
    ...(isOpen
      ? { en: undefined, milestones: [], figures: [], gaps: [], media: [], withheld: [], corrections: [] }
      : {}),
  };
  const marks = [
    `<Place id="${name}-village">${String(village?.name)}</Place>`,
    `<Practice id="${name}-practice">${canary.han}法</Practice>`,
    ...people.map(({ id }) => `<Person id="${id}">${canary.han}人</Person>`),
  ];
  const body = isOpen
    ? `${words}${marks.join('、')}。`
    : `${words}${marks.join('、')}。\n\n![${canary.han}](./${picture})`;
  write(`stories/${name}/${name}-story.mdx`, article(data, body));
  if (!isOpen) write(`stories/${name}/${picture}`, bytes);
  if (!isOpen) plantLists(canary, name, status, data as unknown as { figures: { id: string; unit: string }[] });
}

/** A ground stands beside an inference alone. */
const inferred = (source: { date: string }) => ({ ...source, dateBasis: 'inferred', date: `${source.date}?` });

/** The front page and comparisons name the hidden story, alone and beside a published one. */
function plantLists(
  canary: Canary,
  name: string,
  status: string,
  data: { figures: { id: string; unit: string }[] },
): void {
  const [first] = data.figures;
  const own = { story: `${name}-story`, figure: first?.id };
  const unit = { ...first, id: `${name}-second` };
  const text = readFileSync(join(folder, 'content', PUBLISHED.file), 'utf8');
  const open = (parse(text.split('---')[1] ?? '') as { figures: { id: string; unit: string }[] }).figures[0];
  const story = `stories/${name}/${name}-story.mdx`;
  const planted = readFileSync(join(folder, 'content', story), 'utf8').split('---\n');
  const fields = parse(planted[1] ?? '') as { figures: unknown[] };
  fields.figures.push(unit, { ...unit, id: `${name}-third`, unit: open?.unit });
  write(story, article(fields, planted.slice(2).join('---\n')));
  const [comparison] =
    (fill(comparisonsSchema, canary) as { comparisons: Record<string, unknown>[] }[])[0]?.comparisons ?? [];
  append('comparisons.yaml', 'comparisons', [
    { ...comparison, id: `${name}-alone`, items: [own, { ...own, figure: unit.id }] },
    {
      ...comparison,
      id: `${name}-beside`,
      items: [
        { story: PUBLISHED.story, figure: open?.id },
        { ...own, figure: `${name}-third` },
      ],
    },
  ]);
  if (status === 'scheduled') write('front.yaml', yaml({ lead: own.story, columns: [own.story] }));
}

/** Entries of which nothing speaks at all, and one that stands on the site by itself. */
function plantAlone(): void {
  const [practice] = fill(practiceSchema, hidden('alone'));
  write('practices/zhenniao-alone.mdx', article(practice, '龘说不上来是什么，但要写满二十个字那么长的一段话。'));
  const [open] = fill(practiceSchema, { ...OPEN, tag: 'by-itself' });
  write(
    'practices/kanjian-by-itself.mdx',
    article({ ...open, standalone: true }, '靐说不上来是什么，但要写满二十个字那么长的一段话。'),
  );
}

const CANARIES = [
  ['a word', /龘|&#(?:x9f98|40856);|\\u9f98|%E9%BE%98/i],
  ['a name in letters', /zhenniao/i],
  ['a day', /1887-|1887 年/],
  ['a number', /8,?8,?7,?7,?6,?6,?5|8\.9 亿|88776\.\d 万/],
] as const;

describe('in what is kept of a site', () => {
  let kept = '';
  beforeAll(async () => {
    kept = await keepAll({ dist, content: join(folder, 'content'), day: '2027-01-01', out: join(folder, 'kept') });
  });

  test.each(CANARIES)('%s of what only hidden stories speak of is in no bag, book or web archive', (_, canary) => {
    const files = filesOf(kept);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => canary.test(`${relative(kept, file)}\n${readable(file)}`))).toEqual([]);
  });

  test('what a published story speaks of is there', () => {
    const text = (path: string) => readFileSync(join(kept, path), 'utf8');
    expect(text('bag/data/content/counties/kanjian-open.yaml')).toContain('靐');
    expect(text('bag/data/content/people.yaml')).toContain('靐');
    expect(text('book/all/EPUB/stories/kanjian-open-story.xhtml')).toContain('靐');
  });
});

describe('in a built site', () => {
  test.each(CANARIES)('%s of what only hidden stories speak of is found in no file and no file’s name', (_, canary) => {
    const files = filesOf(dist);
    expect(files.length).toBeGreaterThan(20);
    const leaking = files.flatMap((file) => {
      const text = `${relative(dist, file)}\n${readable(file)}`;
      const at = text.search(canary);
      return at === -1 ? [] : [`${relative(dist, file)}: ${text.slice(Math.max(0, at - 60), at + 80)}`];
    });
    expect(leaking).toEqual([]);
  });

  test('no picture of theirs is there', async () => {
    for (const file of filesOf(dist).filter((path) => /\.(?:jpe?g|png|webp|avif)$/.test(path))) {
      const { width, height } = await sharp(file).metadata();
      expect(`${width}×${height}`, file).not.toBe(`${SIZE.width}×${SIZE.height}`);
    }
  });

  test('what a published story speaks of is there, with what it lies in, and what stands by itself', () => {
    const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
    expect(page('stories/kanjian-open-story')).toContain('靐');
    for (const path of [
      'counties/kanjian-open',
      'practices/kanjian-open-practice',
      'practices/kanjian-by-itself',
      'series/kanjian-open-series',
    ])
      expect(page(path)).toContain('靐');
    expect(page('places').match(/靐/g)?.length).toBeGreaterThan(1);
    expect(page('people')).toContain('靐');
    for (const path of ['tags', 'authors', 'series']) expect(page(path)).toContain('靐');
    expect(page('search')).toContain('kanjian-open-practice');
    expect(page('')).not.toBe('');
  });
});
