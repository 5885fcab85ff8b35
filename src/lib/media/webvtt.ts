/** A line of captions and the seconds from which to which it is shown. */
export interface Cue {
  from: number;
  to: number;
  /** Who speaks, where the file says so: `<v 王老师>`. */
  speaker: string | null;
  text: string;
}

const TIME = /(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})/;
const TIMING = new RegExp(`^${TIME.source}[ \\t]+-->[ \\t]+${TIME.source}(?:[ \\t].*)?$`);

/**
 * Reads WebVTT (W3C).
 * @returns its cues, or the line that is wrong, from 1, and why in Chinese
 */
export function readWebVtt(file: string): { cues: Cue[] } | { line: number; message: string } {
  const lines = file
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return { line: 1, message: '字幕的第一行要写 WEBVTT' };
  const cues: Cue[] = [];
  for (let at = 1; at < lines.length; ) {
    const block: string[] = [];
    const first = at + 1;
    while (at < lines.length && lines[at]?.trim() !== '') block.push(lines[at++] ?? '');
    at++;
    if (block.length === 0 || /^(?:NOTE|STYLE|REGION)\b/.test(block[0] ?? '')) continue;
    const timing = block.findIndex((line) => line.includes('-->'));
    if (timing === -1) {
      // What stands behind the first line belongs to it.
      if (first === 2) continue;
      return { line: first, message: `字幕“${block[0]?.slice(0, 20)}”前面没有时间` };
    }
    const times = TIMING.exec(block[timing]?.trim() ?? '');
    const line = first + timing;
    if (!times) return { line, message: '字幕的时间要写成 00:01.000 --> 00:04.500' };
    const [from, to] = [secondsOf(times.slice(1, 5)), secondsOf(times.slice(5, 9))];
    if (to <= from) return { line, message: '字幕结束的时间不晚于开始的时间' };
    cues.push({ from, to, ...wordsOf(block.slice(timing + 1).join(' ')) });
  }
  return cues.length > 0 ? { cues } : { line: 1, message: '字幕里一句话也没有' };
}

const secondsOf = ([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: string[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function wordsOf(payload: string): Pick<Cue, 'speaker' | 'text'> {
  const speaker = /<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/.exec(payload)?.[1]?.trim() ?? null;
  const text = payload
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  return { speaker, text };
}

/** 75 → 「1:15」, 3675 → 「1:01:15」. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Captions as WebVTT again, with nothing but times, speakers and words: notes and styles of the file stay behind. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const stamp = (seconds: number) => {
    const thousandths = Math.round(seconds * 1000);
    const [h, m, s] = [
      Math.floor(thousandths / 3_600_000),
      Math.floor(thousandths / 60_000) % 60,
      thousandths % 60_000,
    ];
    const two = (number: number) => String(number).padStart(2, '0');
    return `${two(h)}:${two(m)}:${two(Math.floor(s / 1000))}.${String(s % 1000).padStart(3, '0')}`;
  };
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const blocks = cues.map(
    ({ from, to, speaker, text }) =>
      `${stamp(from)} --> ${stamp(to)}\n${speaker ? `<v ${plain(speaker)}>` : ''}${plain(text)}`,
  );
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}
