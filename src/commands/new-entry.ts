import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { placeLevels, practiceKinds, unit } from '#archive';
import { idOfName } from '../editing/begin/archive-files.ts';
import { blankEntry, type EntryKind, entryFile } from '../editing/blank-entry.ts';
import type { CountyName } from '../editing/files/county-names.ts';
import { readContent } from '../editing/files/read-content.ts';
import { readLists } from '../editing/files/read-on-site.ts';
import { isSlug, SLUG_RULE } from '../lib/manuscript/paths.ts';
import type { Vocabulary } from '../lib/schema/archive.ts';
import { type Choice, choose, chooseFrom, isInteractive } from './ask.ts';
import { callerFolder, writeWhole } from './terminal.ts';

/** What an editor may have said of an entry already. */
export interface Given {
  id?: string | undefined;
  name?: string | undefined;
  county?: string | undefined;
  role?: string | undefined;
  level?: string | undefined;
  kind?: string | undefined;
  summary?: string | undefined;
}

const NAMES: Record<EntryKind, string> = { county: unit.name, person: '人物', place: '地点', practice: '做法' };

const choicesOf = (terms: Vocabulary): Choice[] => Object.entries(terms).map(([id, { name }]) => ({ id, name }));
const summaryRule = (text: string) => (text.trim() === '' || text.length > 120 ? '写 1 到 120 个字' : null);
const textRule = (text: string) => (text.trim() === '' || text.length > 60 ? '写 1 到 60 个字' : null);

/** What somebody did, as the source gives it; '' where it gives nothing. */
const askRole = async (given: string | undefined): Promise<string> =>
  given === undefined && !isInteractive()
    ? ''
    : choose(given, '当时的职务？照来源写，没有就按回车', (text) => (text === '' ? null : textRule(text)));

/** Writes a new entry into a file of its own, and says where. */
export async function newEntry(kind: EntryKind, given: Given, folder: string, counties: readonly CountyName[]) {
  const name = await choose(given.name, `${NAMES[kind]}叫什么？`, textRule);
  const isList = kind === 'person' || kind === 'place';
  const county = isList
    ? await chooseFrom(given.county, `哪个${unit.name}的？`, counties, { optional: kind === 'person' })
    : '';
  const role = kind === 'person' ? await askRole(given.role) : '';
  const level = kind === 'place' ? await chooseFrom(given.level, '哪一级？', choicesOf(placeLevels)) : '';
  const practiceKind = kind === 'practice' ? await chooseFrom(given.kind, '哪一种？', choicesOf(practiceKinds)) : '';
  const summary = isList ? '' : await choose(given.summary, '用一句话说它是什么', summaryRule);
  const files = readContent(folder);
  const taken = new Set(
    (kind === 'person' ? readLists(files, 'people') : readLists(files, 'places')).flatMap(({ rows }) =>
      rows.map(({ row }) => row.id),
    ),
  );
  const fileOf = (id: string) => join(folder, entryFile(kind, { id, county }));
  const faultOf = (id: string) => {
    if (!isSlug(id)) return `编号${SLUG_RULE}`;
    return existsSync(fileOf(id)) || (isList && taken.has(id)) ? `${id} 已经有了，换一个` : null;
  };
  const guess = kind === 'place' ? `${county}-${idOfName(name)}` : idOfName(name);
  // Its name as it is read aloud will do where nobody says otherwise.
  const isFree = faultOf(guess) === null;
  const wanted = given.id ?? (isFree && !isInteractive() ? guess : undefined);
  const question = isFree ? `编号？（按回车就是 ${guess}）` : `编号？（${guess} 已经有了）`;
  const id = (await choose(wanted, question, (text) => (text === '' && isFree ? null : faultOf(text)))) || guess;
  writeWhole(fileOf(id), blankEntry(kind, { id, name, county, role, level, kind: practiceKind, summary }));
  console.log(`已建 ${relative(callerFolder(), fileOf(id))}\n    → ${ADVICE[kind]}`);
}

const ADVICE: Record<EntryKind, string> = {
  county: '打开它改好各栏；再用 npm run new 写那里的第一篇文章',
  person: '在文章的 people 里写上它的编号，正文用 <Person id> 标出',
  place: '在文章的 places 里写上它的编号，正文用 <Place id> 标出',
  practice: '写好它是什么；在文章的 practices 里写上它的编号，正文用 <Practice id> 标出',
};
