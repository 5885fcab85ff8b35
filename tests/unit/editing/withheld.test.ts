import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findElsewhere } from '../../../src/editing/files/elsewhere.ts';
import { findWithheldIn } from '../../../src/editing/files/withheld-file.ts';
import { findName } from '../../../src/editing/names/find.ts';
import { pinyinOf } from '../../../src/editing/names/pinyin.ts';
import { foldName } from '../../../src/editing/names/spellings.ts';
import { findWithheld, hashLetters, hashName, type WithheldNames } from '../../../src/editing/withheld.ts';
import { restoreName, withholdName } from '../../../src/editing/withhold.ts';
import { isError } from '../../../src/lib/manuscript/problem.ts';

const KEY = '5a'.repeat(32);
const STORY = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
const withheld = (...names: string[]): WithheldNames => ({
  key: KEY,
  names: names.map((name) => ({ hmac: hashName(name, KEY), length: [...foldName(name)].length })),
  pinyin: names.flatMap(pinyinOf).map((word) => hashLetters(word, KEY)),
});
const write = (text: string) => STORY.replace('第一本记支出', text);
const redact = (name: string, text: string) => withholdName(write(text), { name, id: '0123abcd', as: '某某' });
const said = (text: string) =>
  text.split('\n- ')[1]?.split('\n')[0]?.replaceAll('<Withheld id="0123abcd">某某</Withheld>', '〇');

/** A picture that says something of itself, in whatever encoding: no library writes other than ASCII there. */
async function speaking(kind: 'jpeg' | 'webp', words: Buffer): Promise<Buffer> {
  const blank = 'A'.repeat(words.length);
  const image = sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } });
  const bytes = await image
    .withExif({ IFD0: { Artist: blank } })
    [kind]()
    .toBuffer();
  words.copy(bytes, bytes.indexOf(blank));
  return bytes;
}

/** Each way of writing 李四 that reads as 李四, in a manuscript and in what is built of one. */
const SPELLINGS = {
  plain: '李四',
  'a blank': '李 四',
  'a full-width blank': '李　四',
  'two blanks': '李  四',
  'a hard blank': '李\u00a0四',
  'a dot': '李·四',
  'a bullet': '李•四',
  'a katakana dot': '李・四',
  'a hyphenation point': '李‧四',
  'a full-width full stop': '李．四',
  bold: '李**四**',
  'bold around one': '**李**四',
  italics: '*李*四',
  'a tag': '李<strong>四</strong>',
  ruby: '<ruby>李<rt>lǐ</rt>四<rt>sì</rt></ruby>',
  'ruby over both': '<ruby>李四<rt>lǐ sì</rt></ruby>',
  'decimal entities': '&#26446;&#22235;',
  'a hexadecimal entity': '李&#x56db;',
  'an entity between': '李&middot;四',
  'a line break': '李<br />四',
  'a line end': '李\n四',
  'a zero-width blank': '李\u200b四',
  'a soft hyphen': '李\u00ad四',
  'a variation selector': '李\ufe00四\u{e0100}',
  'a link': '[李四](https://a.cn/x)',
  'half a link': '李[四](https://a.cn/x)',
  'a stroke': '李\\·四',
};

describe('a name in any spelling', () => {
  test.each(Object.entries(SPELLINGS))('with %s is taken out of a story, and leaves nothing', (_, spelling) => {
    const { text, count, left } = redact('李四', `贫困户${spelling}领到了账本`);
    expect([count, left]).toEqual([1, 0]);
    const paragraph = text.split('\n- ')[1] ?? '';
    expect(paragraph).not.toMatch(/[李四]|lǐ|26446|22235|x56db/);
    expect(text).toContain('<Withheld id="0123abcd">某某</Withheld>');
  });

  test.each([
    ['张𬭎', '技术员张𬭎住在村东'],
    ['古丽·买买提', '厨师古丽•买买提，古丽・买买提，古丽买买提'],
    ['方大山', '⽅⼤⼭是村里的老人'],
    ['龙马', '⻰⻢说'],
    ['张三丰', '張三豐說'],
    ['欧阳〇', '欧阳○说'],
  ])('%s is found in “%s”, and nothing of it is left', (name, text) => {
    const hits = findName(text, name);
    expect(hits.length).toBe(text.split('，').length);
    expect(hits.some(({ isDoubtful }) => isDoubtful)).toBe(false);
    expect(redact(name, text)).toMatchObject({ count: hits.length, left: 0 });
    expect(findWithheld(text, withheld(name))).toHaveLength(hits.length);
  });

  test.each(['&lt;李&gt; 四', '李\n\n四', '李，四', '李</p><p>四', '["李","四"]', '| 李 | 四 |'])(
    'stands not in %j',
    (text) => {
      expect(findName(text, '李四')).toEqual([]);
    },
  );

  test('in a field is replaced there, also where YAML escapes it; in a remark it is told', () => {
    const story = STORY.replace('headline: null', 'headline: "\\u674e　四的账"').replace(
      'genre: brief',
      'genre: brief # 李四',
    );
    const { text, count, places } = withholdName(story, { name: '李四', id: '0123abcd', as: '某某' });
    expect(count).toBe(1);
    expect(text).toContain('headline: "某某的账"');
    expect(text).toContain('in: [source.headline]');
    expect(places).toMatchObject([{ why: 'unmendable' }]);
  });

  test('in the description or the address of a picture is told', () => {
    expect(redact('李四', '![李四说](./a.jpg)')).toMatchObject({ count: 0, left: 1 });
    expect(redact('李四', '[账](https://a.cn/%E6%9D%8E%E5%9B%9B)')).toMatchObject({ count: 0, left: 1 });
  });

  test('comes back under its plain spelling, and not in another’s place', () => {
    const first = withholdName(STORY.replace('headline: null', 'headline: 李四和王小满'), {
      name: '李四',
      id: '0123abcd',
      as: '某某',
    });
    const both = withholdName(first.text, { name: '王小满', id: '4567abcd', as: '某某' });
    expect(both.text).toContain('headline: 某某和某某');
    expect(restoreName(both.text, { name: '李四', id: '0123abcd' }).text).toContain('headline: 某某和某某');
    const alone = restoreName(redact('李四', '李**四**说').text, { name: '李四', id: '0123abcd' });
    expect(alone.text).toBe(write('李四说'));
  });

  test('withheld twice has one entry', () => {
    const once = redact('李四', '李四说').text;
    const twice = withholdName(once.replace('第二本', '李四的第二本'), { name: '李四', id: '0123abcd', as: '某某' });
    expect(twice.text.match(/id: "0123abcd"/g)).toHaveLength(1);
  });
});

describe('somebody else’s name', () => {
  test.each([
    ['郭桂英', '郭桂英子的账'],
    ['郭桂英', '郭桂英子说'],
    ['郭桂英', '郭桂英子家三口'],
    ['李四', '李四光发现'],
    ['李四', '王李四来了'],
    ['李四', '行李四件'],
    ['李四', '小李四个人'],
    ['高兴', '他高兴地说'],
  ])('%s is not touched in “%s”, and told', (name, text) => {
    const { text: after, count, places } = redact(name, text);
    expect(after).toBe(write(text));
    expect(count).toBe(0);
    expect(places).toMatchObject([{ why: 'doubtful' }]);
    expect(findWithheld(text, withheld(name))).toMatchObject([{ isDoubtful: true }]);
  });

  test.each([
    ['郭桂英', '郭桂英子女三人', '〇子女三人'],
    ['郭桂英', '郭桂英家两口', '〇家两口'],
    ['郭桂英', '村民郭桂英掰着手指', '村民〇掰着手指'],
    ['郭桂英', '脱贫户郭桂英今年五十', '脱贫户〇今年五十'],
    ['李四', '李四的账', '〇的账'],
    ['李四', '和李四说', '和〇说'],
    ['李四', '采访李四时', '采访〇时'],
  ])('it is not: %s is taken out of “%s”', (name, text, after) => {
    expect(said(redact(name, text).text)).toBe(after);
  });

  test('is changed where somebody says that it is this one', () => {
    expect(withholdName(write('李四光着脚'), { name: '李四', id: '0123abcd', as: '某某' }, () => true)).toMatchObject({
      count: 1,
      left: 0,
    });
  });

  test('is told no more once it is known to be another’s, and the given name in it is nobody’s', () => {
    const names = withheld('郭桂英', '桂英');
    const others = [{ hmac: hashName('郭桂英子', KEY), length: 4 }];
    expect(findWithheld('郭桂英子的账', names)).toHaveLength(2);
    expect(findWithheld('郭桂英子的账', { ...names, others })).toEqual([]);
    expect(findWithheld('郭桂英的账', { ...names, others })).toHaveLength(2);
  });
});

describe('what is written after a name is withheld', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  const name = fc.array(han, { minLength: 2, maxLength: 5 }).map((letters) => letters.join(''));

  test('is the same for any two names, of whatever length', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const texts = [one, other].map((word) => {
          const story = write(`**${word}**，说：“${word}。”`).replace('headline: null', `headline: “${word}”的账`);
          const change = withholdName(story, { name: word, id: '0123abcd', as: '某某' }, () => true);
          return change.left === 0 ? change.text : null;
        });
        fc.pre(!texts.includes(null));
        expect(texts[0]).toBe(texts[1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('with the commands', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'withheld-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, args: string[], input: string, content: string, env: Record<string, string> = {}) => {
    const own = { CONTENT_DIR: join(folder, content), WITHHELD_FILE: join(folder, `${content}.json`), CI: '', ...env };
    try {
      const output = execFileSync(process.execPath, [`src/commands/${command}.ts`, ...args], {
        input,
        env: { ...process.env, ...own },
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      return { code: 0, output };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, output: stdout + stderr };
    }
  };
  /** A content folder with one story, in which a name stands, and the key under which names are withheld. */
  const plant = (content: string, text: string): string => {
    cpSync('tests/fixtures/content', join(folder, content), { recursive: true });
    writeFileSync(join(folder, content, 'stories/jianan/sample-story.mdx'), write(text));
    writeFileSync(join(folder, `${content}.json`), JSON.stringify({ version: 2, key: KEY, names: [] }));
    return join(folder, content);
  };
  const filesIn = (content: string): [string, string][] =>
    readdirSync(join(folder, content), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => [
        join(entry.parentPath, entry.name).slice(join(folder, content).length),
        readFileSync(join(entry.parentPath, entry.name), 'utf8').replaceAll(/[0-9a-f]{8}(?=", as|">)/g, 'ID'),
      ])
      .sort();

  /** Surnames and given names, enough to hold the right one; a real attack tries three hundred million. */
  const CANDIDATES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'].flatMap((surname) =>
    [...'桂秀玉凤春红金素'].flatMap((first) => [...'英兰珍芳梅花香莲'].map((second) => surname + first + second)),
  );
  /** As ids and sketches were made of the words: what whoever has the table can compute for each candidate. */
  const hex = (text: string, digits: number) => createHash('sha256').update(text).digest('hex').slice(0, digits);
  const attack = (table: string, redacted: string): string[] =>
    CANDIDATES.filter((candidate) => {
      const text = redacted.replaceAll('某某', candidate);
      const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
      const pairs = letters.slice(1).map((letter, i) => hex(`${letters[i]}${letter}`, 6));
      const own = [...new Set(pairs)].sort().slice(0, 24).join('');
      return table.includes(`"p-${hex(text, 6)}"`) || table.includes(own);
    });

  test('a table as it was made of words gives a name to whoever tries them; after redact, and after anchors, none', () => {
    const content = plant('old', '郭桂英说，她家的第一本账记支出，一笔一笔都在上面');
    const redacted = '某某说，她家的第一本账记支出，一笔一笔都在上面';
    const full = redacted.replace('某某', '郭桂英');
    run('anchors', [], '', 'old');
    const table = join(content, 'anchors/sample-story.json');
    const made = JSON.parse(readFileSync(table, 'utf8')) as {
      paragraphs: { id: string }[];
      removed: string[];
      next?: number;
    };
    const named = made.paragraphs[2];
    if (named) named.id = `p-${hex(full, 6)}`;
    made.removed.push(`p-${hex(`${full}。`, 6)}`);
    delete made.next;
    writeFileSync(table, JSON.stringify(made));
    expect(attack(readFileSync(table, 'utf8'), redacted)).toEqual(['郭桂英']);

    expect(run('redact', [], '郭桂英\n', 'old').code).toBe(0);
    const after = readFileSync(table, 'utf8');
    expect(attack(after, redacted)).toEqual([]);
    expect(after).not.toContain(hex(`${full}。`, 6));

    // A story redacted long ago, its table never mended: the check refuses it, one command mends it.
    writeFileSync(table, JSON.stringify(made));
    expect(run('check', [], '', 'old')).toMatchObject({ code: 1, output: expect.stringContaining('npm run anchors') });
    expect(run('anchors', [], '', 'old').code).toBe(0);
    expect(attack(readFileSync(table, 'utf8'), redacted)).toEqual([]);
    expect(run('check', [], '', 'old').code).toBe(0);
  });

  test('a name that somebody took out by hand, before it was withheld, cannot be found from the table either', () => {
    const content = plant('hand', '郭桂英说，她家的第一本账记支出，一笔一笔都在上面');
    run('anchors', [], '', 'hand');
    const table = join(content, 'anchors/sample-story.json');
    const made = JSON.parse(readFileSync(table, 'utf8')) as { paragraphs: { id: string }[]; next?: number };
    const named = made.paragraphs[2];
    if (named) named.id = `p-${hex('郭桂英说，她家的第一本账记支出，一笔一笔都在上面', 6)}`;
    delete made.next;
    writeFileSync(table, JSON.stringify(made));
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', content, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', '收入');
    const story = join(content, 'stories/jianan/sample-story.mdx');
    writeFileSync(story, readFileSync(story, 'utf8').replace('郭桂英', '某某'));
    expect(run('redact', [], '郭桂英\n', 'hand').output).toContain('anchors/sample-story.json');
    const after = readFileSync(table, 'utf8');
    expect(attack(after, '某某说，她家的第一本账记支出，一笔一笔都在上面')).toEqual([]);
  });

  test('every file is the same for any name, but for its keyed number', () => {
    for (const [content, name] of [
      ['one', '郭桂英'],
      ['two', '古丽·买买提'],
    ] as const) {
      plant(content, `${name}说，第一本记支出。${name}家的第二本呢`);
      run('anchors', [], '', content);
      const { code, output } = run('redact', [], `${name}\n`, content);
      expect(code, output).toBe(0);
      expect(output).not.toContain(name);
    }
    expect(filesIn('one').map(([path]) => path)).toContain('/anchors/sample-story.json');
    expect(filesIn('one')).toEqual(filesIn('two'));
  });

  test('nothing that is printed holds the name; what else holds it is told by its place', async () => {
    const content = plant('told', '郭桂英说。桂英家住村东。郭桂英子是别人');
    mkdirSync(join(content, 'originals'));
    const zip = new JSZip();
    zip.file('word/document.xml', '<w:p><w:r><w:t>郭桂</w:t></w:r><w:r><w:rPr/><w:t>英的账</w:t></w:r></w:p>');
    writeFileSync(join(content, 'originals/a.docx'), await zip.generateAsync({ type: 'uint8array' }));
    writeFileSync(join(content, 'originals/b.html'), '<p>&#37101;<b>桂</b>英</p>');
    writeFileSync(join(content, 'originals/c.txt'), Buffer.from('b9f9b9f0d3a2b5c4d5cb', 'hex'));
    writeFileSync(join(content, 'originals/d.pdf'), '%PDF-1.7');
    const image = sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } });
    writeFileSync(join(content, 'stories/jianan/guo-gui-ying.jpg'), await image.clone().jpeg().toBuffer());
    writeFileSync(join(content, 'stories/jianan/p.jpg'), await speaking('jpeg', Buffer.from('郭桂英')));
    const people = join(content, 'people.yaml');
    writeFileSync(
      people,
      `${readFileSync(people, 'utf8')}  - { id: guo-guiying, name: 郭 桂英, role: 村民, county: jianan }\n`,
    );
    const { code, output } = run('redact', [], '郭桂英\n', 'told');
    expect(code).toBe(1);
    expect(output).not.toMatch(/郭|桂英/);
    for (const place of ['a.docx', 'b.html', 'c.txt', 'd.pdf', 'guo-gui-ying.jpg', 'p.jpg', 'people.yaml'])
      expect(output).toContain(place);
    expect(output).toMatch(/sample-story\.mdx:\d+:\d+ 可能是这个姓名/);
    expect(output).toMatch(/sample-story\.mdx:\d+:\d+ 像是只写了名字/);
    expect((await findElsewhere(content, ['郭桂英'])).length).toBeGreaterThan(6);
    run('redact', [], '郭桂英\n又作：桂英\n别人：郭桂英子\n', 'told');
    expect(
      said(
        readFileSync(join(content, 'stories/jianan/sample-story.mdx'), 'utf8').replaceAll(
          /<Withheld[^>]*>某某<\/Withheld>/g,
          '〇',
        ),
      ),
    ).toBe('〇说。〇家住村东。郭桂英子是别人');
    expect(run('check', [], '', 'told').output).not.toMatch(/sample-story.*姓名/);
  });

  test('a name in letters beyond the first plane, typed back, is found again', () => {
    const content = plant('back', '技术员张𬭎住在村东');
    expect(run('redact', [], '张𬭎\n', 'back').code).toBe(0);
    expect(run('check', [], '', 'back').code).toBe(0);
    const story = join(content, 'stories/jianan/sample-story.mdx');
    writeFileSync(story, readFileSync(story, 'utf8').replace('第二本', '张**𬭎**的第二本'));
    expect(run('check', [], '', 'back')).toMatchObject({ code: 1, output: expect.stringContaining('应当隐去的姓名') });
    const log = run('check', [], '', 'back', { CI: 'true' }).output;
    expect(log).toMatch(/sample-story\.mdx:1:1 错误 有应当隐去的姓名/);
  });

  test('git’s history is looked through, and the way out names no name', () => {
    const content = plant('repository', '郭桂英说');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', content, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', '收入 郭 桂英 的稿子');
    run('anchors', [], '', 'repository');
    const { output } = run('redact', [], '郭桂英\n', 'repository');
    expect(output).not.toMatch(/郭|桂英/);
    expect(output).toContain('提交说明：1 条');
    expect(output).toMatch(
      /git filter-repo .*--path anchors\/sample-story\.json .*--path stories\/jianan\/sample-story\.mdx/,
    );
    expect(output).toMatch(/git -C \S+ commit -m '隐去一个姓名'/);
  });

  describe('check --dist', () => {
    const dist = (): string => {
      const path = join(folder, 'dist');
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'index.html'), '<p>没有姓名。</p>');
      return path;
    };

    test('without its file of fingerprints is no pass, unless nobody was ever withheld', () => {
      plant('none', '没有姓名');
      const nowhere = { WITHHELD_FILE: join(folder, 'nowhere.json') };
      expect(run('check', ['--dist', dist()], '', 'none', nowhere)).toMatchObject({
        code: 1,
        output: expect.stringContaining('没有隐名的指纹文件，姓名没有核对'),
      });
      expect(run('check', ['--dist', dist(), '--no-withheld-names'], '', 'none', nowhere).code).toBe(0);
      writeFileSync(join(folder, 'none.json'), '{"key":');
      expect(run('check', ['--dist', dist()], '', 'none')).toMatchObject({
        code: 3,
        output: expect.stringContaining('读不出来'),
      });
    });

    test('with a file that does not know all that stories withhold is no pass either', () => {
      plant('some', '郭桂英说');
      run('redact', [], '郭桂英\n', 'some');
      expect(run('check', ['--dist', dist()], '', 'some').code).toBe(0);
      for (const args of [[], ['--no-withheld-names']])
        expect(
          run('check', ['--dist', dist(), ...args], '', 'some', { WITHHELD_FILE: join(folder, 'no.json') }).code,
        ).toBe(1);
      writeFileSync(join(folder, 'some.json'), JSON.stringify({ version: 2, key: KEY, names: [] }));
      expect(run('check', ['--dist', dist()], '', 'some')).toMatchObject({
        code: 1,
        output: expect.stringContaining('WITHHELD'),
      });
      expect(run('check', [], '', 'some').code).toBe(0);
    });

    const png = async (): Promise<Buffer> => {
      const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
        .png()
        .toBuffer();
      const data = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from('郭桂英'))]);
      const chunk = Buffer.alloc(12 + data.length);
      chunk.writeUInt32BE(data.length, 0);
      chunk.write('zTXt', 4, 'latin1');
      data.copy(chunk, 8);
      return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]);
    };
    const name = '郭桂英说';
    /** A page that shows what a content stream says, by a table of characters, as programs print. */
    const printed = async (table: Record<string, string>, content: string, title?: string): Promise<Buffer> => {
      const document = await PDFDocument.create();
      const { context } = document;
      const page = document.addPage();
      const rows = Object.entries(table).map(
        ([code, to]) => `<${code}> <${Buffer.from(to, 'utf16le').swap16().toString('hex')}>`,
      );
      const map = `${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`;
      const font = { Type: 'Font', Subtype: 'Type0', ToUnicode: context.register(context.flateStream(map)) };
      page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(`BT /F1 12 Tf ${content} ET`)));
      if (title) document.setTitle(title);
      return Buffer.from(await document.save());
    };
    test.each<[string, string | Buffer | (() => Promise<Buffer>)]>([
      ['page.html', '<p>郭<b>桂</b>英说</p>'],
      ['entities.xml', '<t>&#37101;&#x6842;英说</t>'],
      ['data.json', '{"a":"\\u90ed\\u6842\\u82f1说"}'],
      ['script.js', 'a="\\u{90ed}\\u{6842}英说"'],
      ['style.css', 'a::after{content:"\\90ed \\6842 \\82f1 "}'],
      ['drawing.svg', '<svg><text>郭<tspan>桂英</tspan>说</text></svg>'],
      ['table.csv', 'a,郭　桂英说,b'],
      ['links.txt', `https://a.cn/?q=${encodeURIComponent(name)}`],
      ['attribute.html', '<img alt="郭桂英说" src="a.png">'],
      ['fragment.pf_fragment', gzipSync(Buffer.from(`pagefind_dcd{"content":"${name}"}`))],
      ['chunk.json', JSON.stringify(gzipSync(Buffer.from(`pagefind_dcd${name}`)).toString('base64'))],
      ['index.html.gz', gzipSync(Buffer.from(name))],
      ['index.html.br', brotliCompressSync(Buffer.from(name))],
      ['book.epub', () => new JSZip().file('a.xhtml', `<p>${name}</p>`).generateAsync({ type: 'nodebuffer' })],
      ['comment.png', png],
      ['exif.jpg', () => speaking('jpeg', Buffer.from('郭桂英'))],
      ['exif.webp', () => speaking('webp', Buffer.from('郭桂英'))],
      ['words.rtf', '{\\rtf1\\ansi{\\b \\u-28435?\\u26690?}\\i \\u-32015?\\i0 }'],
      ['bytes.rtf', "{\\rtf1\\ansi\\ansicpg936 \\'b9\\'f9{\\b\\'b9\\'f0}\\'d3\\'a2}"],
      ['mail.eml', `Content-Transfer-Encoding: base64\n\n${Buffer.from(`前面几句话。${name}。`).toString('base64')}\n`],
      ['head.eml', 'Subject: =?GB2312?B?ufm58A==?=\n =?GB2312?B?06K1xNXL?=\n\n'],
      ['quoted.mht', 'Content-Transfer-Encoding: quoted-printable\n\n=B9=F9<b>=B9=F0</b>=D3=A2'],
      [
        'picture.svg',
        `<image href="data:image/svg+xml;base64,${Buffer.from(`<text>${name}</text>`).toString('base64')}"/>`,
      ],
      ['in-json.json', JSON.stringify({ a: Buffer.from(`{"a":"这里写着${name}"}`).toString('base64') })],
      [
        'print.pdf',
        () => printed({ '0001': '郭', '0a0b': '桂', '0003': '英' }, '[<0001> 20 <0A0B>] TJ 0 -20 Td <0003> Tj'),
      ],
      ['gbk.pdf', () => printed({}, `(${'\\271\\371\\271\\360'}) Tj <D3A2> Tj`)],
      ['title.pdf', () => printed({}, '', '郭桂英的账')],
      ['windows.jpg', () => speaking('jpeg', Buffer.from('郭桂英', 'utf16le'))],
      ['郭桂英.txt', '没有姓名'],
      ['sub/%E9%83%AD%E6%A1%82%E8%8B%B1/a.txt', '没有姓名'],
    ])('reads %s', async (file, data) => {
      const path = join(dist(), file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, typeof data === 'function' ? await data() : data);
      const found = await findWithheldIn(join(folder, 'dist'), withheld('郭桂英'));
      expect(found.filter(isError).length).toBeGreaterThan(0);
      expect(new Set(found.map((problem) => problem.file))).toEqual(new Set([path]));
    });

    test.each(['scan.pdf', 'old.doc', 'packed.7z', 'broken.docx'])(
      'tells that nothing can be read in %s',
      async (file) => {
        writeFileSync(join(dist(), file), Buffer.from('377abcaf271c00', 'hex'));
        const found = await findWithheldIn(join(folder, 'dist'), withheld('郭桂英'));
        expect(found.map(({ rule, hint }) => [rule, hint])).toEqual([['withheld-unread', true]]);
      },
    );

    test('tells of the name in letters, which may be another’s', async () => {
      writeFileSync(join(dist(), 'jianan-guo-guiying.html'), '<p id="guoguiying">没有姓名，Guō Guìyīng</p>');
      const found = await findWithheldIn(join(folder, 'dist'), withheld('郭桂英'));
      expect(found.map(({ rule, hint }) => [rule, hint])).toEqual(Array(3).fill(['withheld-letters', true]));
    });
  });
});

test('a text of a megabyte of signs is read in its time', { timeout: 20_000 }, () => {
  for (const sign of [
    '<',
    '&',
    '\\',
    '%E6',
    '[^',
    '](',
    '<!--',
    '<rt>',
    '=E6',
    '郭',
    '\n',
    '&amp;',
    '\\u',
    '%3Ca',
    '&lt;a',
    '<a "',
    '\\xe6',
    '<![CDATA[',
    ' 郭',
    '々',
  ])
    expect(findName(sign.repeat(1_000_000 / sign.length), '郭桂英')).toEqual([]);
});
