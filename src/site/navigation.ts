import { ENGLISH_PAGE } from '../lib/english/page.ts';
import type { Archive } from '../lib/schema/archive.ts';
import { SECTIONS } from '../lib/schema/site.ts';
import { path } from '../lib/urls.ts';

/** A link of the navigation. */
export interface NavigationItem {
  href: string;
  label: string;
  /** Of what it leads to, where that is not the site’s: BCP 47. */
  lang?: string;
}

/** A page of the archive's own, as far as the navigation knows it. */
export interface OwnPage {
  id: string;
  title: string;
  /** Whether its editors want it at the foot of every page. */
  isAtFoot: boolean;
}

/** What the registers of the site hold, at the foot of every page where they hold something. */
const FOOT = ['series', 'tags', 'authors', 'people', 'places'] as const;

interface Site {
  /** Sections that have entries. */
  filled: ReadonlySet<string>;
  /** Their names, and those of the pages that every site has. */
  names: Readonly<Record<string, string>>;
  pages: readonly OwnPage[];
  /** Whether there is a page for readers abroad. */
  hasEnglish?: boolean;
}

const itemOf = (id: string, label: string): NavigationItem => ({ href: path(`${id}/`), label });

/** The main navigation: the archive's own order, else ours; a section without entries does not appear. */
export function mainNavigation(wanted: Archive['navigation'], { filled, names, pages }: Site): NavigationItem[] {
  const own = new Map(pages.map(({ id, title }) => [id, title]));
  return (wanted ?? SECTIONS.map((page) => ({ page, label: undefined }))).flatMap(({ page, label }) => {
    const name = label ?? names[page] ?? own.get(page);
    return name !== undefined && (filled.has(page) || own.has(page)) ? [itemOf(page, name)] : [];
  });
}

/** The foot of every page: registers, pages of the archive's own, and what concerns the site itself. */
export function footNavigation(
  { filled, names, pages, hasEnglish }: Site,
  taken: readonly NavigationItem[],
): NavigationItem[] {
  const above = new Set(taken.map(({ href }) => href));
  const items = [
    ...FOOT.filter((id) => filled.has(id)).map((id) => itemOf(id, names[id] ?? id)),
    ...pages.filter(({ id, isAtFoot }) => isAtFoot && id !== 'about').map(({ id, title }) => itemOf(id, title)),
    ...(filled.has('data') ? [itemOf('data', names.data ?? '')] : []),
    ...(filled.has('offline') ? [itemOf('offline', names.offline ?? '')] : []),
    itemOf('about', pages.find(({ id }) => id === 'about')?.title ?? names.about ?? ''),
  ].filter(({ href }) => !above.has(href));
  const english = { href: path('en/'), label: ENGLISH_PAGE.link, lang: 'en' };
  return [...items, { href: path('about/#contact'), label: names.contact ?? '' }, ...(hasEnglish ? [english] : [])];
}
