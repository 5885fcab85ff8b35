/** The genre of texts that belong to no single place and rest on other stories of the archive. */
export const ESSAY = 'essay';

/** Fields that say where a story lies and what it retells; of an essay none of them is true. */
const OF_REPORTS = ['county', 'text', 'source'] as const;
/** What only an original states, or lacks. */
const OF_ORIGINALS = ['sources', 'milestones', 'figures', 'gaps', 'captions', 'terms', 'unsaid'] as const;

/** So many places an essay is about at least: of one alone it would be a story. */
const LEAST_PLACES = 2;

/** What of a story's fields tells an essay from a report. */
interface Bearing {
  genre: string;
  county?: unknown;
  text?: unknown;
  source?: unknown;
  counties?: readonly unknown[] | undefined;
  sources?: readonly unknown[] | undefined;
  milestones?: readonly unknown[] | undefined;
  figures?: readonly unknown[] | undefined;
  gaps?: readonly unknown[] | undefined;
  captions?: readonly unknown[] | undefined;
  terms?: readonly unknown[] | undefined;
  unsaid?: readonly unknown[] | undefined;
}

/**
 * Whether a story is an essay. An archive may have called a genre of its reports `essay` before there were any: with a
 * place and a source of its own, a story is a report whatever its genre.
 */
export const isEssay = ({ genre, county, source }: Pick<Bearing, 'genre' | 'county' | 'source'>): boolean =>
  genre === ESSAY && (county === undefined || source === undefined);

const STRAY: Readonly<Record<string, string>> = {
  county: '札记讲几处的事，不写 county；讲到的各处都写在 counties 里',
  text: '札记是本站写的，不写 text',
};

/** Fields that are missing in a report, or that an essay may not have, with what is said of each. */
export function faultsOfBearing(story: Bearing): { field: string; message: string }[] {
  if (!isEssay(story))
    return OF_REPORTS.filter((field) => story[field] === undefined).map((field) => ({ field, message: '没有填写' }));
  const stray = [
    ...OF_REPORTS.filter((field) => story[field] !== undefined),
    ...OF_ORIGINALS.filter((field) => (story[field]?.length ?? 0) > 0),
  ];
  const places = new Set(story.counties);
  return [
    ...stray.map((field) => ({
      field,
      message: STRAY[field] ?? '札记依据的是本站别的文章，不写这一栏；正文用 <Figure story="…" id="…"> 指过去',
    })),
    ...(places.size < LEAST_PLACES ? [{ field: 'counties', message: `札记至少讲两处：写成 [甲, 乙]` }] : []),
  ];
}

/** The same for programs that know JSON Schema. */
export const BEARING_SCHEMA = {
  if: { properties: { genre: { const: ESSAY } }, required: ['genre'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { anyOf: [{ required: [...OF_REPORTS] }, { required: ['counties'] }] },
  else: { required: [...OF_REPORTS] },
};
