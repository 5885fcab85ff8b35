/** In what language and direction words are, as attributes; empty where both are the page's. */
export interface Wording {
  /** BCP 47. */
  lang?: string;
  dir?: 'rtl' | 'ltr';
}
