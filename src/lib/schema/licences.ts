import spdx from 'spdx-license-ids' with { type: 'json' };

/** What RightsStatements.org knows of a thing, by its codes (https://rightsstatements.org/page/1.0/). */
export const RIGHTS_STATEMENTS = [
  'InC',
  'InC-OW-EU',
  'InC-EDU',
  'InC-NC',
  'InC-RUU',
  'NoC-CR',
  'NoC-NC',
  'NoC-OKLR',
  'NoC-US',
  'CNE',
  'UND',
  'NKC',
] as const;
export type RightsStatement = (typeof RIGHTS_STATEMENTS)[number];

/** What no list of licences has: all rights are somebody's who let us print it, and our own work under the site's licence. */
export const OWN_LICENCES = ['authorised', 'own'] as const;
export type OwnLicence = (typeof OWN_LICENCES)[number];

/** A licence as it stands in data: an SPDX id, an address of RightsStatements.org or Creative Commons, or a word of ours. */
export type LicenceId = string;

const STATEMENT_URI = 'http://rightsstatements.org/vocab/';
const COMMONS_URI = 'https://creativecommons.org/';

/** Words by which editors know a licence. */
const ALSO: Readonly<Record<string, string>> = {
  authorized: 'authorised',
  授权: 'authorised',
  经授权刊出: 'authorised',
  本站作品: 'own',
  公有领域: 'CC-PDM-1.0',
  'public-domain': 'CC-PDM-1.0',
  pd: 'CC-PDM-1.0',
  cc0: 'CC0-1.0',
  版权所有: statementUri('InC'),
  'all-rights-reserved': statementUri('InC'),
  孤儿作品: statementUri('InC-RUU'),
  未评估: statementUri('CNE'),
};

const fold = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
const folded = (ids: Iterable<string>) => new Map([...ids].map((id) => [fold(id), id]));
const SPDX = folded(spdx);
const STATEMENTS = folded(RIGHTS_STATEMENTS);

function statementUri(code: string): string {
  return `${STATEMENT_URI}${code}/1.0/`;
}

/**
 * The one way in which data name a licence; null where it is none that is known. `cc by-nc 4.0`, `CC-BY-NC-4.0` and
 * `https://creativecommons.org/licenses/by-nc/4.0/deed.zh-hans` are all `CC-BY-NC-4.0`.
 */
export function canonicalLicence(text: string): LicenceId | null {
  const word = fold(text);
  if ((OWN_LICENCES as readonly string[]).includes(word)) return word;
  const statement =
    /^https?:\/\/(?:www\.)?rightsstatements\.org\/(?:vocab|page|data)\/([\w-]+)\/1\.0\/?(?:\?.*)?$/.exec(word)?.[1] ??
    word;
  const code = STATEMENTS.get(statement);
  if (code) return statementUri(code);
  return SPDX.get(word) ?? (Object.hasOwn(ALSO, word) ? (ALSO[word] ?? null) : commonsLicence(word));
}

const COMMONS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)\/?([a-z]{2,3}(?=\/|$))?\/?(?:(?:deed|legalcode)(?:[._-][\w-]+)?)?\/?$/;

/** A licence by its address at Creative Commons: its SPDX id where it has one, as most that were ported have not. */
function commonsLicence(uri: string): LicenceId | null {
  const [, kind = '', code = '', version = '', port] = COMMONS.exec(uri) ?? [];
  if (code === '') return null;
  if (kind === 'publicdomain') return SPDX.get({ zero: 'cc0-', mark: 'cc-pdm-' }[code] + version) ?? null;
  const known = SPDX.get(`cc-${code}-${version}${port ? `-${port}` : ''}`);
  if (known) return known;
  return port && SPDX.has(`cc-${code}-${version}`) ? `${COMMONS_URI}licenses/${code}/${version}/${port}/` : null;
}

/** The code of a statement of RightsStatements.org; null for anything else. */
export function rightsStatement(licence: LicenceId): RightsStatement | null {
  const code = licence.startsWith(STATEMENT_URI) ? licence.slice(STATEMENT_URI.length).split('/')[0] : undefined;
  return RIGHTS_STATEMENTS.find((statement) => statement === code) ?? null;
}

/** Whether no copyright stands in the way of anybody: the public domain and what was given to it. */
export const isPublicDomain = (licence: LicenceId): boolean => ['CC-PDM-1.0', 'CC0-1.0', 'CC-PDDC'].includes(licence);
