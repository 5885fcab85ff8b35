// npm run new: an empty story in the right place. Asks in Chinese, or takes options.

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { genres, unit } from '#archive';
import { blankStory } from '../editing/blank.ts';
import { readCountyNames } from '../editing/files/county-names.ts';
import { isSlug, SLUG_RULE, storyFile } from '../lib/manuscript/paths.ts';
import type { Genre } from '../lib/schema/story.ts';
import { nameOf } from '../lib/text/terms.ts';
import { config } from '../site/config.ts';
import { ask } from './ask.ts';
import { callerFolder, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run new -- [--title 标题] [--county ${unit.name}编号] [--genre ${Object.keys(genres).join('|')}] [--slug 网址名]
不写的会一项一项问。`;
const OPTIONS = {
  title: { type: 'string' },
  county: { type: 'string' },
  genre: { type: 'string' },
  slug: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const GENRE_IDS = Object.keys(genres) as Genre[];

/** The given answer if it will do, else what the editor says. */
async function choose(given: string | undefined, question: string, check: (answer: string) => string | null) {
  if (given === undefined) return ask(question, check);
  const fault = check(given);
  if (fault) throw new UsageError(fault);
  return given;
}

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const { contentFolder, today: day } = config();
  const counties = readCountyNames(contentFolder);
  const listed = counties.map(({ id, name }) => `${id} ${name}`).join('、');
  const genreNames = Object.entries(genres).map(([id, { name }]) => `${id} ${name}`);
  const title = await choose(values.title, '标题是什么？', (text) =>
    text.length >= 2 && text.length <= 40 ? null : '标题要 2 到 40 个字',
  );
  const countyOf = (word: string) => counties.find(({ id, name }) => id === word || name === word)?.id;
  const genreOf = (word: string) => GENRE_IDS.find((id) => id === word || nameOf(genres, id) === word);
  const countyWord = await choose(values.county, `哪个${unit.name}？（${listed}）`, (word) =>
    countyOf(word) ? null : `没有“${word}”，可选：${listed}`,
  );
  const genreWord = await choose(values.genre, `什么体裁？（${genreNames.join('、')}）`, (word) =>
    genreOf(word) ? null : `没有“${word}”，可选：${genreNames.join('、')}`,
  );
  const [county, genre] = [countyOf(countyWord) ?? '', genreOf(genreWord) ?? GENRE_IDS[0] ?? ''];
  const fileOf = (slug: string) => join(contentFolder, storyFile(county, slug));
  const slug = await choose(values.slug, `网址名？（小写字母、数字和连字符，例如 ${county}-zhang-san）`, (text) => {
    if (!isSlug(text)) return SLUG_RULE;
    return existsSync(fileOf(text)) ? `${text} 已经有了，换一个` : null;
  });
  writeWhole(fileOf(slug), blankStory({ title, county, genre, day }));
  console.log(
    `已建 ${relative(callerFolder(), fileOf(slug))}\n    → 写好后运行 npm run check，再用 npm run preview 看页面`,
  );
  return EXIT.fine;
});
