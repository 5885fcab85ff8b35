import { DARK, LIGHT, type Palette } from '../colours/palette.ts';
import { FRONT_BLOCKS, type FrontBlock, type Language, type LocalText, paletteOf, type SiteData } from './site.ts';

/** A term of a vocabulary: what it is called and, where that is told, what it covers. */
export interface Term {
  name: string;
  lede?: string;
}
/** Terms by id, in the order in which they are listed. */
export type Vocabulary = Readonly<Record<string, Term>>;

export interface OtherLicence {
  covers: string;
  id: string;
  holder?: string;
  statement?: string;
}

/** What is written of the archive in `site.yaml`, in one language, with what stands where nothing is written. */
export interface Archive {
  name: string;
  tagline: string;
  description: string;
  colophon: string;
  publisher: { name: string; url?: string } | null;
  contact: string | null;
  /** Language of these words. */
  language: Language;
  /** All languages of the site, the first of them at its root. */
  languages: readonly Language[];
  timeZone: string;
  licence: (OtherLicence & { others: readonly OtherLicence[] }) | null;
  credits: readonly { text: string; url?: string }[];
  logo: string | null;
  icon: string | null;
  touchIcon: string | null;
  /** One of the places that the archive is about. `short` follows a number without a measure word: 十校. */
  unit: { name: string; group: string; short: string | null; levels: readonly string[]; many: string };
  genres: Vocabulary;
  practiceKinds: Vocabulary;
  placeLevels: Vocabulary;
  sourceKinds: Vocabulary;
  /** What kind of voice a source is. */
  sourceNatures: Vocabulary;
  /** How the text of a source reached the site. */
  provenances: Vocabulary;
  roles: Vocabulary;
  /** The main navigation as it was written; null where the site's own order stands. */
  navigation: readonly { page: string; label?: string }[] | null;
  front: readonly FrontBlock[];
  /** Words of the interface in place of ours, by section and key. */
  words: Readonly<Record<string, unknown>>;
  colours: { light: Partial<Palette>; dark: Partial<Palette> };
  faces: { song?: readonly string[]; hei?: readonly string[] };
  searchExamples: readonly string[] | null;
  filings: {
    icp: Filing | null;
    police: Filing | null;
    permits: readonly Filing[];
    reports: string | null;
  };
  /** Names for panels of the map, each by the ids of the units that are in it. */
  panels: readonly { name: string; units: readonly string[] }[];
}

/** A number under which an authority has the site, and where that is looked up. */
export interface Filing {
  number: string;
  url?: string;
}

/** Vocabularies of an archive that names none; to the natures and provenances of sources an archive adds its own. */
const VOCABULARIES = {
  genres: {
    profile: { 'zh-Hans': '人物通讯', en: 'Profile' },
    report: { 'zh-Hans': '综述', en: 'Report' },
    feature: { 'zh-Hans': '侧记', en: 'Feature' },
    brief: { 'zh-Hans': '消息', en: 'News' },
    essay: { 'zh-Hans': '札记', en: 'Essay' },
  },
  practiceKinds: {
    mechanism: {
      name: { 'zh-Hans': '机制与办法', en: 'Mechanisms and methods' },
      lede: {
        'zh-Hans': '一个地方给自己定下的做事的规矩：谁来帮、怎么查、账怎么记。',
        en: 'Rules a place set itself: who helps, how things are checked, how accounts are kept.',
      },
    },
    campaign: {
      name: { 'zh-Hans': '活动与行动', en: 'Campaigns' },
      lede: { 'zh-Hans': '一段时间里集中去做的事。', en: 'What was done by everyone together over a time.' },
    },
    programme: {
      name: { 'zh-Hans': '项目与政策', en: 'Programmes and policies' },
      lede: {
        'zh-Hans': '有名目的一项安排：办什么，怎么办。',
        en: 'An arrangement with a name: what is done, and how.',
      },
    },
    standard: {
      name: { 'zh-Hans': '标准与要求', en: 'Standards' },
      lede: {
        'zh-Hans': '拿来对照做得怎样的标准，和照着去做的要求。',
        en: 'What work was measured by, and what it had to follow.',
      },
    },
  },
  placeLevels: {
    township: { 'zh-Hans': '乡镇、街道', en: 'Township' },
    village: { 'zh-Hans': '村', en: 'Village' },
    group: { 'zh-Hans': '组', en: 'Group' },
    site: { 'zh-Hans': '场所', en: 'Site' },
    outside: { 'zh-Hans': '外地', en: 'Elsewhere' },
  },
  sourceNatures: {
    'party-newspaper': { 'zh-Hans': '党报', en: 'Party newspaper' },
    'evening-newspaper': { 'zh-Hans': '晚报', en: 'Evening newspaper' },
    'trade-newspaper': { 'zh-Hans': '行业报', en: 'Trade newspaper' },
    'media-centre': { 'zh-Hans': '融媒体中心报道', en: 'Report of a local media centre' },
    'news-agency': { 'zh-Hans': '通讯社稿', en: 'News agency copy' },
    'news-website': { 'zh-Hans': '新闻网站', en: 'News website' },
    'government-website': { 'zh-Hans': '政府网站', en: 'Government website' },
    'staff-report': { 'zh-Hans': '本报记者采写', en: 'By the paper’s own reporters' },
    'joint-report': { 'zh-Hans': '记者与通讯员合写', en: 'By reporters and contributors' },
    contributed: { 'zh-Hans': '通讯员来稿', en: 'Contributed' },
    'department-contributed': { 'zh-Hans': '部门通讯员来稿', en: 'Contributed by a government department' },
  },
  provenances: {
    original: { 'zh-Hans': '本站存有原件', en: 'the original is held' },
    scan: { 'zh-Hans': '据原件的扫描或照片', en: 'from a scan or photograph of the original' },
    website: { 'zh-Hans': '据网页原文', en: 'from the web page itself' },
    database: { 'zh-Hans': '据报刊数据库的文本', en: 'from the text of a newspaper database' },
    'text-copy': {
      'zh-Hans': '他处转来的文字副本，没有版面影像',
      en: 'a copy of the text passed on by others, without an image of the page',
    },
    depositor: { 'zh-Hans': '当事人或收藏者提供', en: 'given by those concerned, or by a collector' },
  },
} satisfies Record<string, NonNullable<SiteData['genres']>>;

export type { Language };

const HAN = /^zh-/;

/** The text in a language; a traditional text is left to whoever turns scripts, and another language stands in. */
export function inLanguage(text: LocalText, language: Language): string {
  if (typeof text === 'string') return text;
  const near = HAN.test(language) ? (text['zh-Hans'] ?? text['zh-Hant']) : text.en;
  return text[language] ?? near ?? Object.values(text).find((one) => one !== undefined) ?? '';
}

/** Languages of a site, the first at its root. */
export const languagesOf = ({ language = 'zh-Hans' }: Pick<SiteData, 'language'>): readonly Language[] =>
  typeof language === 'string' ? [language] : language;

/**
 * What an archive is, from its `site.yaml`.
 * @param data the file, or what of it can be read; an empty object where there is none
 * @param language of this build; without it, the first of the site's languages
 */
export function archiveOf(data: Partial<SiteData>, language: Language = languagesOf(data)[0] ?? 'zh-Hans'): Archive {
  const say = (text: LocalText) => inLanguage(text, language);
  const maybe = (text: LocalText | undefined) => (text === undefined ? undefined : say(text));
  const vocabulary = (own: SiteData['genres'], ours: SiteData['genres'] = {}): Vocabulary =>
    Object.fromEntries(
      Object.entries(own ?? ours).map(([id, term]) => {
        if (typeof term === 'string' || !('name' in term)) return [id, { name: say(term) }];
        const lede = maybe(term.lede);
        return [id, { name: say(term.name), ...(lede === undefined ? {} : { lede }) }];
      }),
    );
  const licence = (given: {
    covers?: LocalText | undefined;
    id: string;
    holder?: LocalText | undefined;
    statement?: LocalText | undefined;
  }) => {
    const [holder, statement] = [maybe(given.holder), maybe(given.statement)];
    return {
      id: given.id,
      covers: given.covers ? say(given.covers) : say({ 'zh-Hans': '文字与数据', en: 'text and data' }),
      ...(holder ? { holder } : {}),
      ...(statement ? { statement } : {}),
    };
  };
  const linked = ({ text, url }: { text: LocalText; url?: string | undefined }) => ({
    text: say(text),
    ...(url ? { url } : {}),
  });
  const filing = ({ number, url }: { number: string; url?: string | undefined }): Filing => ({
    number,
    ...(url ? { url } : {}),
  });
  const unit = data.unit ?? { name: { 'zh-Hans': '地方', en: 'place' } };
  const name = say(unit.name);
  return {
    name: say(data.name ?? { 'zh-Hans': '未命名的档案', en: 'Untitled archive' }),
    tagline: maybe(data.tagline) ?? '',
    description: maybe(data.description) ?? maybe(data.tagline) ?? '',
    colophon: maybe(data.colophon) ?? '',
    publisher: data.publisher
      ? { name: say(data.publisher.name), ...(data.publisher.url ? { url: data.publisher.url } : {}) }
      : null,
    contact: data.contact ?? null,
    language,
    languages: languagesOf(data),
    timeZone: data.timeZone ?? 'Asia/Shanghai',
    licence: data.licence ? { ...licence(data.licence), others: (data.licence.others ?? []).map(licence) } : null,
    credits: (data.credits ?? []).map(linked),
    logo: data.logo ?? null,
    icon: data.icon ?? null,
    touchIcon: data.touchIcon ?? null,
    unit: {
      name,
      group: maybe(unit.group) ?? name,
      short: maybe(unit.short) ?? null,
      levels: unit.levels?.map(say) ?? [name],
      many: unit.many ?? `${name}s`,
    },
    // Every archive may have essays, whatever other genres it has.
    genres: vocabulary({
      ...(data.genres ?? VOCABULARIES.genres),
      essay: data.genres?.essay ?? VOCABULARIES.genres.essay,
    }),
    practiceKinds: vocabulary(data.practiceKinds, VOCABULARIES.practiceKinds),
    placeLevels: vocabulary(data.placeLevels, VOCABULARIES.placeLevels),
    sourceKinds: vocabulary(data.sourceKinds),
    sourceNatures: vocabulary({ ...VOCABULARIES.sourceNatures, ...data.sourceNatures }),
    provenances: vocabulary({ ...VOCABULARIES.provenances, ...data.provenances }),
    roles: vocabulary(data.roles),
    navigation:
      data.navigation?.map((item) => {
        if (typeof item === 'string') return { page: item };
        const label = maybe(item.label);
        return { page: item.page, ...(label ? { label } : {}) };
      }) ?? null,
    front: data.front ?? FRONT_BLOCKS,
    words: data.words ?? {},
    colours: {
      light: data.colours?.light ? differences(paletteOf(data.colours.light, LIGHT), LIGHT) : {},
      dark: data.colours?.dark ? differences(paletteOf(data.colours.dark, DARK), DARK) : {},
    },
    faces: {
      ...(data.faces?.song ? { song: data.faces.song } : {}),
      ...(data.faces?.hei ? { hei: data.faces.hei } : {}),
    },
    searchExamples: data.searchExamples ?? null,
    filings: {
      icp: data.filings?.icp ? filing({ url: 'https://beian.miit.gov.cn/', ...data.filings.icp }) : null,
      police: data.filings?.police ? filing(withPoliceRecord(data.filings.police)) : null,
      permits: (data.filings?.permits ?? []).map(filing),
      reports: maybe(data.filings?.reports) ?? null,
    },
    panels: (data.panels ?? []).flatMap(({ name: given, units }) => {
      const name = maybe(given);
      return name ? [{ name, units }] : [];
    }),
  };
}

/** The record of a public-security filing is found by the digits of its number. */
function withPoliceRecord({ number, url }: { number: string; url?: string | undefined }) {
  const digits = /\d{8,}/.exec(number)?.[0];
  const record = `https://beian.mps.gov.cn/#/query/webSearch${digits ? `?code=${digits}` : ''}`;
  return { number, url: url ?? record };
}

const differences = (own: Palette, ours: Palette): Partial<Palette> =>
  Object.fromEntries(Object.entries(own).filter(([token, colour]) => ours[token as keyof Palette] !== colour));
