import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMp3 } from '../../../../src/lib/media/mp3.ts';
import { readMp4 } from '../../../../src/lib/media/mp4.ts';

const MADE = 'tests/fixtures/media/stories/hegang';
const file = (name: string) => readFileSync(join(MADE, name));
const letters = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
/** What every made file tells of who made it. */
const TELLING = 'tellingcanary';

/** An ID3v2 tag with a name in UTF-16, which no search for letters finds. */
function id3(text: string): Buffer {
  const words = Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const frame = Buffer.concat([Buffer.from('TPE1'), Buffer.from([0, 0, 0, words.length, 0, 0]), words]);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([3, 0, 0, 0, 0, 0, frame.length]), frame]);
}

describe('an MP3', () => {
  test('keeps its sound and loses its tags at both ends', () => {
    const whole = file('interview.mp3');
    expect(letters(whole)).toContain(TELLING);
    const read = readMp3(whole);
    expect(letters(read?.sound ?? new Uint8Array())).not.toMatch(/tellingcanary|ID3|TAG/);
    expect(read?.sound[0]).toBe(0xff);
    expect(read?.seconds).toBeGreaterThan(1.9);
    expect(read?.seconds).toBeLessThan(2.3);
  });

  test('loses them wherever they stand, and what stands between', () => {
    const { sound } = readMp3(file('interview.mp3')) ?? { sound: new Uint8Array() };
    // Where a frame begins.
    const cut = Buffer.from(sound).indexOf(Buffer.from(sound.subarray(0, 2)), 4000);
    const [first, second] = [sound.subarray(0, cut), sound.subarray(cut)];
    const ape = Buffer.concat([Buffer.from('APETAGEX'), Buffer.from('郭桂英'), Buffer.alloc(16)]);
    const all = Buffer.concat([
      id3('郭桂英'),
      id3('又一个'),
      first,
      ape,
      second,
      ape,
      Buffer.from(`TAG${'x'.repeat(125)}`),
    ]);
    const read = readMp3(all);
    expect(Buffer.from(read?.sound ?? []).includes(Buffer.from('郭桂英'))).toBe(false);
    expect(Buffer.from(read?.sound ?? []).includes(Buffer.from('郭桂英', 'utf16le'))).toBe(false);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('这是文字。'.repeat(200))],
    ['a tag alone', id3('郭桂英')],
    ['a tag longer than the file', Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f])],
    ['another kind', file('launch.mp4').subarray(0, 400)],
  ])('is none where there is %s', (_, bytes) => expect(readMp3(bytes)).toBeNull());
});

describe('an MP4', () => {
  test.each(['launch.mp4', 'song.m4a'])('%s keeps its length and loses what it tells', (name) => {
    const whole = file(name);
    expect(letters(whole)).toContain(TELLING);
    const read = readMp4(whole);
    expect(read?.bytes.length).toBe(whole.length);
    expect(letters(read?.bytes ?? new Uint8Array())).not.toMatch(/tellingcanary|\+32\.68|Lavf|udta|ilst/);
    expect(read?.seconds).toBeCloseTo(2, 0);
    // What is played stays where it is.
    const at = whole.indexOf('mdat');
    const length = whole.readUInt32BE(at - 4);
    expect(Buffer.from(read?.bytes ?? []).subarray(at, at + length - 4)).toEqual(whole.subarray(at, at + length - 4));
  });

  test('says what is in it', () => {
    const read = readMp4(file('launch.mp4'));
    expect(read?.tracks).toEqual([
      { handler: 'vide', codec: 'avc1', width: 320, height: 180 },
      { handler: 'soun', codec: 'mp4a', width: 0, height: 0 },
    ]);
  });

  test('forgets when it was made', () => {
    const { bytes } = readMp4(file('launch.mp4')) ?? { bytes: new Uint8Array() };
    const header = Buffer.from(bytes).indexOf('mvhd');
    expect([...bytes.subarray(header + 8, header + 16)]).toEqual(Array(8).fill(0));
  });

  test('lying on its side is as wide as it is shown', () => {
    const turned = Buffer.from(file('launch.mp4'));
    const matrix = turned.indexOf('tkhd') + 4 + 40;
    for (const [i, value] of [0, 0x1_0000, 0, -0x1_0000, 0].entries()) turned.writeInt32BE(value, matrix + i * 4);
    expect(readMp4(turned)?.tracks[0]).toMatchObject({ width: 180, height: 320 });
  });

  test('says of a track of positions that it is neither picture nor sound', () => {
    const other = Buffer.from(file('launch.mp4'));
    other.write('meta', other.indexOf('soun'), 'latin1');
    expect(readMp4(other)?.tracks.map(({ handler }) => handler)).toContain('meta');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('这是文字。'.repeat(200))],
    ['half of it', file('launch.mp4').subarray(0, 6000)],
    ['boxes that claim more than there is', Buffer.from('\x7f\xff\xff\xffftypisom', 'latin1')],
    ['boxes of no length', Buffer.concat([file('launch.mp4').subarray(0, 32), Buffer.alloc(64, 1)])],
  ])('is none where there is %s', (_, bytes) => expect(readMp4(bytes)).toBeNull());

  test('of any bytes is read or refused, never thrown at', () => {
    const whole = file('launch.mp4');
    for (let at = 0; at < whole.length; at += 97) {
      const broken = Buffer.from(whole);
      broken.fill(0xff, at, at + 5);
      expect(() => readMp4(broken)).not.toThrow();
    }
  });
});
