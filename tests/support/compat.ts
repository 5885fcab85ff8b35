import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import project from '../../package.json' with { type: 'json' };

/** A feature of the platform as MDN knows it. */
interface Feature {
  __compat?: { support: Record<string, Support | Support[] | undefined> };
  [name: string]: unknown;
}

interface Support {
  version_added: string | boolean | null;
  flags?: unknown[];
}

const require = createRequire(import.meta.url);
const data = JSON.parse(readFileSync(require.resolve('@mdn/browser-compat-data'), 'utf8')) as Feature;

/** MDN's names of the engines that package.json, browserslist, states as the floor, with their versions. */
export const FLOOR: ReadonlyMap<string, number> = new Map(
  project.browserslist.map((entry) => {
    const [name = '', version] = entry.split(' ');
    return [{ ios_saf: 'safari_ios' }[name] ?? name, Number(version)];
  }),
);

const versionOf = (support: Support | Support[] | undefined): number => {
  const [first] = [support ?? []].flat().filter(({ flags }) => !flags);
  if (!first || first.version_added === false || first.version_added === null) return Number.POSITIVE_INFINITY;
  if (first.version_added === true) return 0;
  // «≤37» means some version up to 37.
  return Number.parseFloat(first.version_added.replace('≤', '')) || Number.POSITIVE_INFINITY;
};

const child = (feature: Feature | undefined, name: string) =>
  feature && Object.hasOwn(feature, name) ? (feature[name] as Feature) : undefined;

const at = (path: string): Feature | undefined =>
  path.split('/').reduce<Feature | undefined>((feature, name) => child(feature, name), data);

/** Engines of the floor that lack a feature: `chrome 113`, the version that has it. None for one that MDN does not know. */
export function lacking(path: string): string[] {
  const support = at(path)?.__compat?.support;
  if (!support) return [];
  return [...FLOOR]
    .map(([engine, version]) => ({ engine, version, since: versionOf(support[engine]) }))
    .filter(({ version, since }) => since > version)
    .map(({ engine, since }) => `${engine} ${since}`);
}

export const isKnown = (path: string): boolean => at(path)?.__compat !== undefined;
