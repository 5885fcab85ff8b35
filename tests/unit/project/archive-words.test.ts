import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idsOf, namesOf } from '../../support/archive-names.ts';

/** What the bundled archive is about, where no register names it. */
const SUBJECT = /脱贫|扶贫|贫困|毛绒|十个县|六年/g;
/** The frequency of characters is that of the language. */
const EXCEPT = /^src\/content\/|^src\/lib\/text\/common-han\.ts$/;

/** Every text of the program by its path. */
function programTexts(): Map<string, string> {
  const paths = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|ico|woff2?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
  return new Map(paths.filter((path) => !EXCEPT.test(path)).map((path) => [path, readFileSync(path, 'utf8')]));
}

const NAMES = namesOf('src/content');
const IDS = new RegExp(`(?<![\\w-])(?:${idsOf('src/content').join('|')})(?![\\w-])`, 'g');

const ownIn = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, i) => {
      const found = [
        ...NAMES.filter((name) => line.includes(name)),
        ...(line.match(IDS) ?? []),
        ...(line.match(SUBJECT) ?? []),
      ];
      return found.length > 0 ? [`${path}:${i + 1} ${[...new Set(found)].join(' ')}`] : [];
    }),
  );

describe('the program, its comments and examples included,', () => {
  test('says nothing that belongs to the bundled archive alone', () => expect(ownIn(programTexts())).toEqual([]));

  test.each([NAMES.at(0) ?? '', NAMES.at(-1) ?? '', '两年脱贫', `/stories/${idsOf('src/content').at(-1)}/`])(
    'is found out where it says %s',
    (words) => expect(ownIn(new Map([['src/planted.ts', `/** ${words} */`]]))).toHaveLength(1),
  );
});
