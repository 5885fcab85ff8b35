// Reader modes tell the text of a page from what stands round it by the names of its elements (Readability.js and its kin).

const SHARING = /(?:\b|_)share(?:daddy)?(?:\b|_)/i;
const OTHER =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|remote/i;

/** Whether an element of this name passes for a row of buttons, and is dropped whatever it says of itself. */
export const isLikeSharing = (name: string): boolean => SHARING.test(name);

/** Whether an element of this name passes for comments, menus and the like, unless its class says `content`. */
export const isLikeOtherMatter = (name: string): boolean => OTHER.test(name);
