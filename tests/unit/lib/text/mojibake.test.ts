import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../../../src/lib/text/mojibake.ts';

const STORY = '安康市白河县的一个贫困村，两年里修好了三条路。';
/** UTF-8 opened as GBK and saved: bytes that GBK does not know are lost. */
const asGbk = (text: string) => new TextDecoder('gbk').decode(new TextEncoder().encode(text));
const asLatin = (text: string) => Buffer.from(text).toString('latin1');

describe('text that was saved after a wrong reading', () => {
  test('as GBK is told, with what it said between letters and line ends, ? for what is lost', () => {
    expect(findMojibake(`😀\ufffd Title 2020\n${asGbk(STORY.repeat(3))}`)).toBe(
      '是乱码：像 UTF-8 的文件被当成GBK打开后又存了一遍，原文大约是“?? Title 2020 安康市白河县的一个贫困村，两年里…”，请找原件',
    );
  });

  test('as Latin letters is told, with what it said on one line', () => {
    expect(findMojibake(asLatin('安康市白河县\n\n的一个贫困村'))).toBe(
      '是乱码：像 UTF-8 的文件被当成西文打开后又存了一遍，原文大约是“安康市白河县 的一个贫困村…”，请找原件',
    );
  });

  test('is shown by its first thirty characters', () => {
    expect(findMojibake(asLatin('村'.repeat(40)))).toContain(`“${'村'.repeat(30)}…”`);
  });
});

describe('nothing is said of', () => {
  test.each([
    ['an empty text', ''],
    ['a Chinese text', STORY.repeat(3)],
    ['rare characters', '鏄鍦鐨勪绗骞鈥鍏'],
    ['a Chinese text that shows what went wrong', `${STORY.repeat(2)}打开是“${asGbk(STORY)}”。`],
    ['a Chinese text that shows wrong Latin', `${STORY.repeat(2)}打开是“${asLatin('安康市白河县的村的路都修好了')}”。`],
    ['a few words of wrong Latin', asLatin('安康市白河县的村的路')],
    ['as much wrong Latin as Chinese', `这个村的路修好了水也通${asLatin('这个村的路修好了水也通')}`],
    ['a few words of wrong GBK', '鏄'.repeat(20)],
    ['rare Han with a few of the traces', `${'㵲'.repeat(27)}鏄鍦鐨`],
    ['English in curly quotes', '“a” “b” “c” “d” “e” “f” “g” “h” “i” “j” “k” “l”'],
    ['French', 'Un café crème à la carte, déjà vu : élève, forêt, garçon, où, naïf, Noël, français, été, être.'],
    ['rare Han that are no traces', '㵲㴔㳇㲸㱩㰚㯋㮼㭭㬞㫏㪀㩱㨢㧓㦄㥵㤦㣗㢈㡹㠪'],
  ])('%s', (_, text) => expect(findMojibake(text)).toBeNull());
});
