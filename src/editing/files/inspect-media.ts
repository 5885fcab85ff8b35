import { readFileSync } from 'node:fs';
import { readStory } from '../../lib/manuscript/manuscript.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Fault } from '../../lib/manuscript/problem.ts';
import { endingOf, FORMATS, isWordsFile, resolveBeside } from '../../lib/media/kinds.ts';
import { readMp3 } from '../../lib/media/mp3.ts';
import { readMp4, type Track } from '../../lib/media/mp4.ts';
import { withoutProperties } from '../../lib/media/pdf.ts';
import { readWebVtt } from '../../lib/media/webvtt.ts';
import { decodeText, ENCODING_NAMES } from '../../lib/text/encoding.ts';

/** What a story uses a file for. */
export type Use = 'photo' | 'scan' | 'audio' | 'video' | 'file' | 'words';

/** What is wrong with a file of words, at a line of it. */
interface LineFault extends Fault {
  line?: number;
}

/** Bytes. Hosts of repositories take no file above 100 MB. */
const MOST: Readonly<Record<'audio' | 'video' | 'file' | 'words', number>> = {
  audio: 50 * 2 ** 20,
  video: 95 * 2 ** 20,
  file: 50 * 2 ** 20,
  words: 512 * 2 ** 10,
};

/** The files that stories name in their `media`, by path inside the content folder, though other fields have faults. */
export function usesIn(stories: readonly ContentFile[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const story of stories.filter(({ path }) => !/(?:^|\/)practices\//.test(path))) {
    const data = readStory(story).head.data as { media?: unknown } | null | undefined;
    if (!data || !Array.isArray(data.media)) continue;
    for (const entry of data.media as unknown[]) {
      if (typeof entry !== 'object' || entry === null) continue;
      const { kind, file, transcript, captions, poster } = entry as Record<string, unknown>;
      const name = (value: unknown, use: Use) => {
        const path = typeof value === 'string' ? resolveBeside(story.path, value) : null;
        // The same page may be shown as a photograph elsewhere: the larger bounds hold.
        if (path && !(uses.get(path) === 'scan')) uses.set(path, use);
      };
      if (typeof kind === 'string' && Object.hasOwn(FORMATS, kind)) name(file, kind as Use);
      if (typeof transcript === 'string' && isWordsFile(transcript)) name(transcript, 'words');
      name(captions, 'words');
      name(poster, 'photo');
    }
  }
  return uses;
}

/** Recordings in formats that some browser of the floor does not play, and the way out. */
const CURES: readonly [RegExp, string][] = [
  [/^(?:wav|wma|ogg|oga|opus|flac|amr|aiff?|ape|aac|m4b)$/, '用音频软件（如 Audacity）另存为 MP3'],
  [/^srt$/, '另存为 WebVTT（.vtt）：第一行写 WEBVTT，时间里的逗号改成点'],
  [/./, '用视频软件（如剪映、HandBrake）另存为 MP4，编码选 H.264'],
];

/** Why a recording, its words or a document cannot be taken, or null. */
export async function faultOfMedium(file: string, size: number, use: Use | undefined): Promise<LineFault | null> {
  const name = file.replace(/^.*[\\/]/, '');
  const ending = endingOf(name);
  const taken = [...FORMATS.audio, ...FORMATS.video, ...FORMATS.file, 'vtt'];
  if (!taken.includes(ending) || !name.endsWith(`.${ending}`)) {
    const cure = taken.includes(ending) ? '扩展名改成小写' : (CURES.find(([form]) => form.test(ending))?.[1] ?? '');
    if (use === 'file' || use === 'words')
      return {
        rule: 'media-format',
        message: `文件“${name}”的格式不收：Word、Excel 一类会带着作者和修改记录`,
        cure: '给读者下载的，另存为 PDF 或 CSV；文字稿另存为 UTF-8 的 .txt',
      };
    return { rule: 'media-format', message: `“${name}”的格式不收，许多浏览器放不出来`, cure };
  }
  const kind =
    ending === 'mp3' || ending === 'm4a' ? 'audio' : ending === 'mp4' ? 'video' : use === 'file' ? 'file' : 'words';
  if (size === 0) return { rule: 'media-unreadable', message: `“${name}”是空的`, cure: '换一份完好的' };
  if (size > MOST[kind])
    return {
      rule: 'media-size',
      message: `“${name}”有 ${(size / 2 ** 20).toFixed(1)} MB，超过 ${MOST[kind] / 2 ** 20} MB`,
      cure: CURES_OF_SIZE[kind],
    };
  const bytes = readFileSync(file);
  if (kind === 'audio' || kind === 'video') return faultOfRecording(name, ending, bytes);
  if (ending === 'pdf') return faultOfPdf(name, bytes);
  return faultOfText(name, ending, bytes);
}

const CURES_OF_SIZE: Readonly<Record<keyof typeof MOST, string>> = {
  audio: '另存为 64 kbps 单声道的 MP3，一小时约 29 MB；或分成几段',
  video: '另存为 720p、1.5 Mbps 的 MP4；或分成几段',
  file: '用 PDF 软件“减小文件大小”另存，或分成几个',
  words: '是不是放错了文件？',
};

const unreadable = (name: string): Fault => ({
  rule: 'media-unreadable',
  message: `“${name}”打不开：可能损坏、没有下载完，或者不是它的扩展名所说的格式`,
  cure: '换一份完好的，或用原来的软件重新导出',
});

function faultOfRecording(name: string, ending: string, bytes: Uint8Array): Fault | null {
  if (ending === 'mp3') return readMp3(bytes) ? null : unreadable(name);
  const mp4 = readMp4(bytes);
  if (!mp4 || mp4.seconds <= 0) return unreadable(name);
  const other = mp4.tracks.find(({ handler }) => handler !== 'vide' && handler !== 'soun');
  if (other)
    return {
      rule: 'media-telling',
      message: `“${name}”里除了画面和声音还有一条别的轨，可能记着拍摄的位置`,
      cure: '用视频软件另存一份，只要画面和声音；会用命令的：ffmpeg -i 原件.mp4 -map 0:v -map 0:a? -c copy 新文件.mp4',
    };
  return faultOfTracks(name, ending, mp4.tracks) ?? null;
}

/** By MP4's four letters: what every browser of the floor plays. */
const PLAYED = { vide: ['avc1', 'avc3'], soun: ['mp4a', '.mp3'] } as const;

function faultOfTracks(name: string, ending: string, tracks: readonly Track[]): Fault | null {
  const seen = tracks.filter(({ handler }) => handler === 'vide');
  if (ending === 'm4a' && seen.length > 0)
    return {
      rule: 'media-format',
      message: `“${name}”里有画面，不是录音`,
      cure: '扩展名改成 .mp4，kind 写 video；或只导出声音',
    };
  if (ending === 'mp4' && seen.length === 0)
    return {
      rule: 'media-format',
      message: `“${name}”里没有画面，不是录像`,
      cure: '扩展名改成 .m4a，kind 写 audio',
    };
  const odd = tracks.find(
    ({ handler, codec }) => !(PLAYED[handler as keyof typeof PLAYED] as readonly string[]).includes(codec),
  );
  if (!odd) return null;
  const codec = odd.codec === 'hvc1' || odd.codec === 'hev1' ? 'HEVC（H.265）' : odd.codec;
  return {
    rule: 'media-format',
    message: `“${name}”的编码是 ${codec}，许多浏览器放不出来`,
    cure: '用视频软件另存为 MP4：画面选 H.264，声音选 AAC',
  };
}

async function faultOfPdf(name: string, bytes: Uint8Array): Promise<Fault | null> {
  const emptied = await withoutProperties(bytes);
  if (!('reason' in emptied)) return null;
  if (emptied.reason === 'unreadable') return unreadable(name);
  return emptied.reason === 'locked'
    ? {
        rule: 'media-telling',
        message: `PDF“${name}”加了密码或限制，去不掉里面的作者、时间`,
        cure: '打开它，用“打印—另存为 PDF”存一份没有密码的',
      }
    : {
        rule: 'media-telling',
        message: `PDF“${name}”里夹着别的文件`,
        cure: '打开它，用“打印—另存为 PDF”存一份；附件要给读者的，另写一条 media',
      };
}

function faultOfText(name: string, ending: string, bytes: Uint8Array): LineFault | null {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { rule: 'file-encoding', message: decoded.problem, cure: '在编辑器里另存为 UTF-8' };
  if (decoded.encoding !== 'utf-8')
    return {
      rule: 'file-encoding',
      message: `文件是 ${ENCODING_NAMES[decoded.encoding]} 编码，要用 UTF-8`,
      cure: '在编辑器里另存为 UTF-8',
    };
  if (decoded.text.trim() === '') return { rule: 'media-unreadable', message: `“${name}”是空的`, cure: '写上文字' };
  if (ending !== 'vtt') return null;
  const read = readWebVtt(decoded.text);
  return 'message' in read
    ? { line: read.line, rule: 'media-unreadable', message: read.message, cure: '对照手册“照片、录音、录像”一节改正' }
    : null;
}
