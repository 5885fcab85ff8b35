import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import { attribute, type Element, isElement, type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';
import {
  endingOf,
  FORMATS,
  idsIn,
  isWordsFile,
  MEDIA_COMPONENTS,
  type MediaComponent,
  resolveBeside,
  WORDS_FORMATS,
} from '../../lib/media/kinds.ts';
import type { MediaKind, MediumData } from '../../lib/schema/media.ts';
import { pairSlips } from './pair-slips.ts';

const KIND_NAMES: Record<MediaKind, string> = {
  photo: '照片',
  scan: '扫描页',
  audio: '录音',
  video: '录像',
  file: '文件',
};
const COMPONENT_OF: Record<MediaKind, MediaComponent> = {
  photo: 'Photo',
  scan: 'Scan',
  audio: 'Audio',
  video: 'Video',
  file: 'File',
};

/** A component in the text and one of the entries it names. */
interface Placed {
  component: MediaComponent;
  id: string;
  node: Element;
}

/**
 * Ties the media of a story to the text that places them and to the files beside it.
 * @param files media of the content folder that are there, good or damaged, by path; null where they cannot be looked up
 * @param path of the story inside the content folder
 */
export function findBrokenMedia(
  tree: Node,
  media: readonly MediumData[],
  files: ReadonlySet<string>,
  path: string | null,
  locate: Locate,
): Finding[] {
  const { placed, nameless } = readPlaces(tree);
  return [
    ...nameless,
    ...findUntied(placed, media, nameless.length > 0, locate),
    ...findOtherKinds(placed, media),
    ...media.flatMap((entry, index) =>
      findInEntry(entry, placed, (field, fault) => ({ ...locate(['media', index, field]), ...fault }), files, path),
    ),
  ];
}

/** Media that a text without entries of its own, such as a practice's, cannot have. */
export function findMediaIn(tree: Node): Finding[] {
  return readPlaces(tree).placed.map(({ component, node }) => ({
    ...positionOf(node),
    rule: 'component-place',
    message: `<${component}> 只能写在文章里`,
    cure: '这里的图片写成 ![画面上有什么](./图片.jpg)',
  }));
}

function readPlaces(tree: Node): { placed: Placed[]; nameless: Finding[] } {
  const placed: Placed[] = [];
  const nameless: Finding[] = [];
  walk(tree, (node) => {
    if (!isElement(node) || !node.name || !Object.hasOwn(MEDIA_COMPONENTS, node.name)) return;
    const component = node.name as MediaComponent;
    const name = component === 'Gallery' ? 'ids' : 'id';
    const ids = idsIn(attribute(node, name) ?? '');
    if (ids.length === 0) {
      const cure = component === 'Gallery' ? '写成 <Gallery ids="编号 编号" />' : `写成 <${component} id="编号" />`;
      nameless.push({ ...positionOf(node), rule: 'mark-id', message: `<${component}> 没有写 ${name}`, cure });
    }
    placed.push(...ids.map((id) => ({ component, id, node })));
  });
  return { placed, nameless };
}

function findUntied(placed: readonly Placed[], media: readonly MediumData[], hasNameless: boolean, locate: Locate) {
  const findings: Finding[] = [];
  const ids = media.map(({ id }) => id);
  const strangers = placed.filter(({ id }) => !ids.includes(id));
  const untied = ids.filter((id) => !placed.some((one) => one.id === id));
  const slips = pairSlips(
    strangers.map(({ id }) => id),
    untied,
    hasNameless,
  );
  for (const { component, id, node } of strangers)
    findings.push({
      ...positionOf(node),
      rule: 'mark-unlisted',
      message: `正文有 <${component}> ${id}，但 media 里没有这一条`,
      cure: slips.cureOf(id, '在 media 里补上，或改正编号'),
    });
  for (const [index, { component, id, node }] of placed.entries())
    if (ids.includes(id) && placed.findIndex((one) => one.id === id) < index)
      findings.push({
        ...positionOf(node),
        rule: 'mark-twice',
        message: `<${component}> ${id} 在正文里出现了不止一次`,
        cure: '只放一处；两处都要的，写成两条 media，编号不同',
      });
  for (const [index, { id, kind }] of media.entries()) {
    const place = locate(['media', index, 'id']);
    if (ids.indexOf(id) < index)
      findings.push({
        ...place,
        rule: 'entry-twice',
        message: `media 里 ${id} 写了两次`,
        cure: '给其中一条改名，或删掉',
      });
    else if (untied.includes(id) && !slips.told.has(id))
      findings.push({
        ...place,
        rule: 'entry-unmarked',
        message: `media 里有 ${id}，但正文没有放`,
        cure: `在正文里写 <${COMPONENT_OF[kind]} id="${id}" />，或删掉这一条`,
      });
  }
  return findings;
}

function findOtherKinds(placed: readonly Placed[], media: readonly MediumData[]): Finding[] {
  return placed.flatMap(({ component, id, node }): Finding[] => {
    const entry = media.find((one) => one.id === id);
    if (!entry || entry.kind === MEDIA_COMPONENTS[component]) return [];
    const isGallery = component === 'Gallery';
    return [
      {
        ...positionOf(node),
        rule: 'media-kind',
        message: `<${component}> 放的是${KIND_NAMES[MEDIA_COMPONENTS[component]]}，${id} 却是${KIND_NAMES[entry.kind]}`,
        cure: isGallery
          ? `图集里只放照片；${id} 另写成 <${COMPONENT_OF[entry.kind]} id="${id}" />`
          : `写成 <${COMPONENT_OF[entry.kind]} id="${id}" />，或改正 kind`,
      },
    ];
  });
}

type At = (field: keyof MediumData, fault: Fault) => Finding;

/** What is wrong with one entry: its words, and where its files lie. What is in the files, their own findings say. */
function findInEntry(
  entry: MediumData,
  placed: readonly Placed[],
  at: At,
  files: ReadonlySet<string>,
  path: string | null,
): Finding[] {
  const { kind, id, file, alt, transcript, captions, poster } = entry;
  const name = KIND_NAMES[kind];
  const isRecording = kind === 'audio' || kind === 'video';
  const findings: Finding[] = [];
  const look = (field: 'file' | 'transcript' | 'captions' | 'poster', value: string, formats: readonly string[]) => {
    const fault = faultOfPath(value, formats, kind, field, files, path);
    if (fault) findings.push(at(field, fault));
  };
  look('file', file, FORMATS[kind]);
  if ((kind === 'photo' || kind === 'scan') && !alt)
    findings.push(
      at('id', {
        rule: 'image-alt',
        message: `${name} ${id} 没有写 alt，读屏和检索都要用`,
        cure: '加一行 alt: 画面上有什么',
      }),
    );
  const strange = [
    ...(isRecording || transcript === undefined ? [] : (['transcript'] as const)),
    ...(kind === 'video' || captions === undefined ? [] : (['captions'] as const)),
    ...(kind === 'video' || poster === undefined ? [] : (['poster'] as const)),
  ];
  for (const field of strange)
    findings.push(
      at(field, {
        rule: 'media-kind',
        message: `${name}没有 ${field} 这一栏`,
        cure: field === 'transcript' ? '它是给录音、录像的' : '它是给录像的',
      }),
    );
  if (!isRecording) return findings;
  if (transcript !== undefined && isWordsFile(transcript)) look('transcript', transcript, WORDS_FORMATS);
  if (captions !== undefined && kind === 'video') look('captions', captions, ['vtt']);
  if (poster !== undefined && kind === 'video') look('poster', poster, FORMATS.photo);
  const isWritten = placed.some((one) => one.id === id && textOf(one.node).trim() !== '');
  if (transcript === undefined && captions === undefined && !isWritten)
    findings.push(
      at('id', {
        rule: 'media-words',
        message: `${name} ${id} 没有文字稿，听不见的人无从知道说了什么，检索也找不到`,
        cure: '加 transcript: ./文件.txt，或把话写在正文 <Audio id> 与 </Audio> 之间；没有人说话的，写听见了什么',
      }),
    );
  return findings;
}

function faultOfPath(
  value: string,
  formats: readonly string[],
  kind: MediaKind,
  field: string,
  files: ReadonlySet<string>,
  path: string | null,
): Fault | null {
  const shown = value.slice(0, 60);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(value))
    return {
      rule: 'image-remote',
      message: `${field} 不能写别的网站的地址：会失效，也会泄露读者的来访`,
      cure: '有授权的话，把文件放进文章旁边的文件夹',
    };
  if (!formats.includes(endingOf(value))) {
    const wanted = formats.map((format) => `.${format}`).join('、');
    const own = field === 'file' ? KIND_NAMES[kind] : field;
    return { rule: 'media-format', message: `${own}“${shown}”的格式不收`, cure: `只收 ${wanted}；另存一份再放进来` };
  }
  if (path === null) return null;
  const file = resolveBeside(path, value);
  if (file === null)
    return {
      rule: 'image-outside',
      message: `文件 ${shown} 在内容文件夹之外`,
      cure: '把它放在文章旁边，写成 ./文件名',
    };
  if (files.has(file)) return null;
  const guess = nearest(file, files);
  return {
    rule: 'image-missing',
    message: `找不到文件 ${shown}`,
    cure: guess ? `是不是 ${guess}？` : '核对文件名，大小写也要一样',
  };
}
