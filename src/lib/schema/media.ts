import { z } from 'astro/zod';
import { edtfSchema, idSchema, textSchema } from './common.ts';
import { explained } from './explained.ts';
import { rightsSchema } from './rights.ts';

export const MEDIA_KINDS = ['photo', 'scan', 'audio', 'video', 'file'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What each field is, for editors. */
export const MEDIUM_WORDS = {
  id: '编号，与正文 <Photo id>、<Audio id> 等相同',
  kind: 'photo 照片、scan 报纸或文件的扫描页、audio 录音、video 录像、file 供下载的文件',
  file: '文件在哪里，从文章所在的文件夹写起，例如 ./qiao.jpg',
  alt: '画面上有什么，读屏和检索都用；照片和扫描页必填',
  caption: '图片说明，印在下面',
  credit: '署名：摄影、录音的人或收藏者',
  date: '拍摄或录制的时间，EDTF，加引号',
  rights: '权利：许可、权利人、声明；不写就同网站',
  transcript: '录音、录像的文字稿：直接写，或写 ./文件.txt、./文件.vtt；也可以写在正文 <Audio id> 与 </Audio> 之间',
  captions: '录像的字幕，WebVTT 文件，例如 ./qiao.vtt',
  poster: '录像播放之前显示的图片，例如 ./qiao.jpg',
} as const;

/** A photograph, scan, recording or document that a story shows. Its file lies beside the story; its name is not published. */
export const mediumSchema = z.strictObject(
  explained(MEDIUM_WORDS, {
    /** Same as the `id` of the component that places it in the text. */
    id: idSchema,
    kind: z.enum(MEDIA_KINDS),
    /** Path from the story's folder. */
    file: textSchema,
    /** What is to be seen; a photograph and a scan must have it. */
    alt: textSchema.optional(),
    caption: textSchema.optional(),
    /** Whose work it is, or who holds it, as it is to be printed. */
    credit: textSchema.optional(),
    /** When it was taken or recorded, EDTF. */
    date: edtfSchema.optional(),
    rights: rightsSchema.optional(),
    /** Of a recording: the words themselves, or the path of a .txt or .vtt file that holds them. */
    transcript: textSchema.optional(),
    /** Of a video: path of a WebVTT file. */
    captions: textSchema.optional(),
    /** Of a video: path of the picture that is shown before it plays. */
    poster: textSchema.optional(),
  }),
);

export type MediumData = z.infer<typeof mediumSchema>;
