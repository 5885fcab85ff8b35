import { describe, expect, test } from 'vitest';
import { clockTime, readWebVtt, writeWebVtt } from '../../../../src/lib/media/webvtt.ts';

const cue = (from: number, to: number, text: string, speaker: string | null = null) => ({ from, to, speaker, text });

describe('WebVTT', () => {
  test('is read with its speakers, without notes, styles and tags', () => {
    const file =
      '\ufeffWEBVTT 标题\r\nKind: captions\r\n\r\nNOTE 不给人看\r\n\r\nSTYLE\r\n::cue{}\r\n\r\n1\r\n00:01.000 --> 00:02.500 align:start\r\n<v 王老师>水 &amp; 火<b>来了</b>\r\n下一行\r\n\r\n01:00:03.000 --> 01:00:04.000\r\n走';
    expect(readWebVtt(file)).toEqual({
      cues: [cue(1, 2.5, '水 & 火来了 下一行', '王老师'), cue(3603, 3604, '走')],
    });
  });

  test.each([
    ['without its first line', '00:01.000 --> 00:02.000\n走', 1, /WEBVTT/],
    ['with commas in its times', 'WEBVTT\n\n00:01,000 --> 00:02,000\n走', 3, /00:01\.000/],
    ['with times that run backwards', 'WEBVTT\n\n00:02.000 --> 00:01.000\n走', 3, /不晚于/],
    ['with words without times', 'WEBVTT\n\n00:01.000 --> 00:02.000\n走\n\n来', 6, /没有时间/],
    ['without a word', 'WEBVTT\n\n', 1, /一句话也没有/],
  ])('%s is told by its line', (_, file, line, says) => {
    const read = readWebVtt(file);
    expect(read).toMatchObject({ line, message: expect.stringMatching(says) });
  });

  test('written is read as the same', () => {
    const cues = [cue(0, 1.25, '甲 <乙> & 丙', '船主'), cue(3725.5, 3726, '走')];
    expect(readWebVtt(writeWebVtt(cues))).toEqual({ cues });
  });

  test.each([
    [5, '0:05'],
    [75.9, '1:15'],
    [3675, '1:01:15'],
  ])('%s seconds are %s on a clock', (seconds, time) => expect(clockTime(seconds)).toBe(time));
});
