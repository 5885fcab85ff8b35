// npm run new: an empty story in the right place, or a new place, person or practice. Asks in Chinese, or takes options.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { genres, unit } from '#archive';
import { blankStory } from '../editing/blank.ts';
import { ENTRY_KINDS } from '../editing/blank-entry.ts';
import { type CountyName, readCountyNames } from '../editing/files/county-names.ts';
import { ESSAYS, isSlug, SLUG_RULE, storyFile } from '../lib/manuscript/paths.ts';
import { widthOf } from '../lib/schema/common.ts';
import { ESSAY } from '../lib/schema/essay.ts';
import { nameOf } from '../lib/text/terms.ts';
import { choose, chooseFrom, chooseSome } from './ask.ts';
import { newEntry } from './new-entry.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const ESSAY_NAME = nameOf(genres, ESSAY);
const USAGE = `用法：npm run new -- [--title 标题] [--county ${unit.name}编号；${ESSAY_NAME}写几个，用逗号隔开] [--genre ${Object.keys(genres).join('|')}] [--slug 网址名]
      npm run new -- county   [--name 名称] [--id 编号] [--summary 一句话]      新建一个${unit.name}
      npm run new -- person   [--name 姓名] [--id 编号] [--county ${unit.name}编号] [--role 职务]
      npm run new -- place    [--name 名称] [--id 编号] [--county ${unit.name}编号] [--level 级别]
      npm run new -- practice [--name 名称] [--id 编号] [--kind 种类] [--summary 一句话]
不写的会一项一项问。`;
const OPTIONS = {
  title: { type: 'string' },
  county: { type: 'string' },
  genre: { type: 'string' },
  slug: { type: 'string' },
  name: { type: 'string' },
  id: { type: 'string' },
  role: { type: 'string' },
  level: { type: 'string' },
  kind: { type: 'string' },
  summary: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

interface Given {
  title?: string | undefined;
  county?: string | undefined;
  genre?: string | undefined;
  slug?: string | undefined;
}

async function newStory(given: Given, folder: string, counties: readonly CountyName[], day: string): Promise<void> {
  const title = await choose(given.title, '标题是什么？', (text) =>
    text.length >= 2 && widthOf(text) <= 40 ? null : '标题要 2 到 40 个字，两个拉丁字母算一个字',
  );
  const genre = await chooseFrom(
    given.genre,
    '什么体裁？',
    Object.entries(genres).map(([id, { name }]) => ({ id, name })),
  );
  const isOfSeveral = genre === ESSAY;
  const about = isOfSeveral
    ? await chooseSome(given.county, `讲到哪些${unit.name}？`, counties)
    : [await chooseFrom(given.county, `哪个${unit.name}？`, counties)];
  const [county = ''] = about;
  const fileOf = (slug: string) => join(folder, storyFile(isOfSeveral ? ESSAYS : county, slug));
  const example = isOfSeveral ? 'how-counties-count' : `${county}-zhang-san`;
  const slug = await choose(given.slug, `网址名？（小写字母、数字和连字符，例如 ${example}）`, (text) => {
    if (!isSlug(text)) return SLUG_RULE;
    return existsSync(fileOf(text)) ? `${text} 已经有了，换一个` : null;
  });
  writeWhole(fileOf(slug), blankStory({ title, counties: about, genre, day }));
  console.log(
    `已建 ${relative(callerFolder(), fileOf(slug))}\n    → 写好后运行 npm run check，再用 npm run preview 看页面`,
  );
}

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const kind = ENTRY_KINDS.find((one) => one === positionals[0]);
  if (positionals.length > (kind ? 1 : 0)) throw new UsageError(`不认识“${positionals.at(-1)}”\n${USAGE}`);
  const { contentFolder, today } = openContent();
  const counties = readCountyNames(contentFolder);
  if (counties.length === 0 && (kind === undefined || kind === 'place'))
    throw new UsageError(`还没有登记${unit.name}，先建一个：npm run new -- county`);
  if (kind) await newEntry(kind, values, contentFolder, counties);
  else await newStory(values, contentFolder, counties, today);
  return EXIT.fine;
});
