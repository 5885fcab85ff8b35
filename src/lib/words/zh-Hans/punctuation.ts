/** What stands between the items of a list. */
export const LIST = '、';
/** Between two things said of one. */
export const COMMA = '，';
/** Between groups of things. */
export const SEMICOLON = '；';
/** After a name, before what is said of it. */
export const COLON = '：';
/** After a sentence. */
export const STOP = '。';
/** Between things that stand apart on one line. */
export const GAP = '　';
/** Before a subtitle. */
export const DASH = '——';
/** Around the site's own remark inside a text that it tells from a source. */
export const REMARK = ['〔', '〕'] as const;
