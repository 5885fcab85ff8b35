import type { Source } from '../../../lib/schema/source.ts';

/** A line of the source that has words. */
export interface Line {
  /** Counts from 1, as in the file. */
  number: number;
  /** Without indent and trailing blanks. */
  text: string;
  /** Blank lines before it. */
  blanks: number;
  /** Stands further from the line before than lines of this file usually do. */
  apart: boolean;
  /** Cut at the margin of a text, or the rest of such a line: no title, whatever its length. */
  cut?: boolean;
  /** The rest of the line before, which was cut at the margin. */
  runsOn?: boolean;
  /** Stands in a text that was cut at a margin: what its length says is a guess. */
  column?: boolean;
  /** Why it may belong elsewhere; asked at its paragraph. */
  doubt?: string | undefined;
  /** A rule stood above it. */
  ruled?: boolean;
  /** Heading level where the source itself says so (Markdown, HTML); 0 elsewhere. */
  level?: number;
  /** Markdown that is passed on as it is: tables, lists, footnotes. */
  markup?: boolean;
  /** Comments that stood beside it in the margin of a Word file. */
  asked?: string[];
  /** What it is where the source itself says so: Word's caption style, a page's own record of its headline. */
  role?: 'title' | 'label' | 'subtitle' | 'caption' | 'note';
  /** Words are Markdown already: emphasis and links are not escaped. */
  markdown?: boolean;
}

export type Byline = Source['bylines'][number];

/** A picture that comes along with a file. */
export interface Picture {
  /** The name by which the Markdown shows it: `picture-1`. */
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What `import` decided, and from what; shown to the editor line by line. */
export interface Decision {
  line: number;
  /** 题目, 作者, 日期, 合并, 图片说明, 移入说明, 删去, 待确认 … */
  what: string;
  text: string;
}

export interface Paragraph {
  kind: 'paragraph';
  lines: Line[];
  /** A question about it, shown behind it. */
  question?: string;
}

export type BodyBlock =
  | Paragraph
  | { kind: 'heading'; level: 2 | 3; lines: Line[] }
  | { kind: 'markup'; lines: Line[] };

/** One article found in a source. Every line of the source is in exactly one place of one article. */
export interface Article {
  /** Printed above the headline and not part of it: 经济快讯. */
  labels: Line[];
  headline: Line[];
  subtitle: Line[];
  /** Lines that are bylines and nothing else. */
  credits: Line[];
  captions: Line[];
  /** Page furniture: 点击数, 更新时间, 资料图. */
  notes: Line[];
  /** Lines of the text that stand elsewhere than in the source; a question says so. */
  moved?: Line[];
  body: BodyBlock[];
}

/** A county of the site, by which an article's own is known. */
export interface CountyName {
  id: string;
  /** 青滩区. */
  name: string;
}
