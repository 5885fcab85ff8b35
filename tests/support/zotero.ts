// How Zotero reads a page that no translator knows: the order of precedence of its “Embedded Metadata” and “COinS”, as far
// as this site’s pages touch it. Run against Zotero’s own server, the answers were the same.

/** What a page has in its head, and the first `<time>` of its text. */
export interface ReadPage {
  metas: readonly { name?: string; property?: string; content: string }[];
  title: string;
  siteName: string;
  lang: string;
  firstTime?: string;
}

export interface ZoteroItem {
  itemType: string;
  title: string;
  creators: string[];
  date?: string | undefined;
  language?: string | undefined;
  publicationTitle?: string | undefined;
}

/** A page as one item. Of an element with both, `name` counts and `property` does not. */
export function embeddedItem({ metas, title, siteName, lang, firstTime }: ReadPage): ZoteroItem {
  const all = (...tags: string[]) => {
    for (const tag of tags) {
      const found = metas.filter(({ name, property }) => (name ?? property ?? '').toLowerCase() === tag.toLowerCase());
      if (found.length > 0) return found.map(({ content }) => content);
    }
    return [];
  };
  const [type = ''] = all('DC.type');
  const itemType = type || 'webpage';
  return {
    itemType,
    title: all('DC.title', 'og:title')[0] ?? title,
    creators: all('DC.creator', 'DC.contributor', 'author', 'article:author'),
    date: all('prism.publicationDate', 'DC.date', 'article:published_time')[0] ?? firstTime,
    language: all('DC.language')[0] ?? lang,
    publicationTitle: all('prism.publicationName', 'DC.source')[0] ?? siteName,
  };
}

/** A context object as an item. A plus, escaped or not, is read as a blank. */
export function coinItem(title: string): ZoteroItem {
  const pairs = title.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=');
    return [key, decodeURIComponent(value.replace(/\+|%2[bB]/g, ' '))] as const;
  });
  const all = (name: string) => pairs.filter(([key]) => key === name).map(([, value]) => value);
  return {
    itemType: all('rft.type')[0] ?? 'webpage',
    title: all('rft.title')[0] ?? '',
    creators: all('rft.creator'),
    date: all('rft.date')[0],
    language: all('rft.language')[0],
    publicationTitle: all('rft.source')[0],
  };
}
