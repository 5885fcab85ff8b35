import { escapeHtml } from '../text/escape.ts';

// A repository for harvesters (OAI-PMH 2.0, oai_dc) as files: one for each answer, named by the verb that asks for it, so
// that a server needs one line to lead a question to its answer (README.md has it).

/** A record in Dublin Core; every element may stand more than once. */
export interface OaiRecord {
  /** `oai:example.org:slug` */
  identifier: string;
  slug: string;
  /** Day of its last change, `YYYY-MM-DD`. */
  datestamp: string;
  sets: readonly string[];
  /** Elements by their names, in order. */
  elements: readonly (readonly [name: DcElement, text: string])[];
}

export type DcElement =
  | 'title'
  | 'creator'
  | 'subject'
  | 'description'
  | 'publisher'
  | 'contributor'
  | 'date'
  | 'type'
  | 'format'
  | 'identifier'
  | 'source'
  | 'language'
  | 'relation'
  | 'coverage'
  | 'rights';

export interface Repository {
  name: string;
  /** Where questions are asked: `https://example.org/oai/`. */
  baseUrl: string;
  /** For whoever runs a harvester; the protocol asks for one. */
  email: string;
  /** Host of the site, by which identifiers are told apart. */
  host: string;
  /** Day of the last change of all, in whose name files answer. */
  modified: string;
  sets: readonly { id: string; name: string }[];
  records: readonly OaiRecord[];
  /** Said to a question without a verb. */
  badVerb: string;
}

const PREFIX = 'oai_dc';
const NAMESPACE = 'http://www.openarchives.org/OAI/2.0';
const SCHEMA_LOCATION = `${NAMESPACE}/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd`;

/** What XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const text = (words: string): string => escapeHtml(words.replace(FORBIDDEN, ''));
const element = (name: string, words: string): string => `<${name}>${text(words)}</${name}>`;

/** Every answer by its path under the folder. */
export function oaiFiles(repository: Repository): Map<string, string> {
  const { records, sets } = repository;
  const answer = (verb: string | null, body: string, attributes: Readonly<Record<string, string>> = {}) =>
    envelope(repository, verb, attributes, body);
  const lists = (verb: 'ListRecords' | 'ListIdentifiers', body: (record: OaiRecord) => string) => {
    const list = (of: readonly OaiRecord[], set?: string) =>
      answer(verb, wrap(verb, of.map(body)), { metadataPrefix: PREFIX, ...(set === undefined ? {} : { set }) });
    return [
      [`${verb}.xml`, list(records)] as const,
      ...sets.map(
        ({ id }) =>
          [
            `${verb}/${id}.xml`,
            list(
              records.filter((one) => one.sets.includes(id)),
              id,
            ),
          ] as const,
      ),
    ];
  };
  return new Map([
    ['Identify.xml', answer('Identify', identify(repository))],
    ['ListMetadataFormats.xml', answer('ListMetadataFormats', FORMATS)],
    ['ListSets.xml', sets.length > 0 ? answer('ListSets', wrap('ListSets', sets.map(setOf))) : noSets(repository)],
    ...lists('ListIdentifiers', headerOf),
    ...lists('ListRecords', recordOf),
    ...records.map((record): [string, string] => [
      `GetRecord/${record.slug}.xml`,
      answer('GetRecord', wrap('GetRecord', [recordOf(record)]), {
        identifier: record.identifier,
        metadataPrefix: PREFIX,
      }),
    ]),
    ['badVerb.xml', envelope(repository, null, {}, `<error code="badVerb">${text(repository.badVerb)}</error>`)],
  ]);
}

const noSets = (repository: Repository): string =>
  envelope(repository, 'ListSets', {}, '<error code="noSetHierarchy"></error>');

/** An empty list is an error of the protocol’s. */
const wrap = (verb: string, parts: readonly string[]): string =>
  parts.length > 0 ? `<${verb}>\n${parts.join('\n')}\n</${verb}>` : '<error code="noRecordsMatch"></error>';

function envelope(
  { baseUrl, modified }: Repository,
  verb: string | null,
  attributes: Readonly<Record<string, string>>,
  body: string,
): string {
  const asked = Object.entries({ ...(verb ? { verb } : {}), ...attributes }).map(
    ([name, value]) => ` ${name}="${text(value)}"`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="${NAMESPACE}/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE}/ ${NAMESPACE}/OAI-PMH.xsd">
<responseDate>${modified}T00:00:00Z</responseDate>
<request${asked.join('')}>${text(baseUrl)}</request>
${body}
</OAI-PMH>
`;
}

function identify({ name, baseUrl, email, modified, records }: Repository): string {
  const earliest = records.map(({ datestamp }) => datestamp).sort()[0] ?? modified;
  return [
    '<Identify>',
    element('repositoryName', name),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', email),
    element('earliestDatestamp', earliest),
    // Files know nothing of what is gone.
    element('deletedRecord', 'no'),
    element('granularity', 'YYYY-MM-DD'),
    '</Identify>',
  ].join('\n');
}

const FORMATS = `<ListMetadataFormats>
<metadataFormat>
<metadataPrefix>${PREFIX}</metadataPrefix>
<schema>${NAMESPACE}/oai_dc.xsd</schema>
<metadataNamespace>${NAMESPACE}/oai_dc/</metadataNamespace>
</metadataFormat>
</ListMetadataFormats>`;

const setOf = ({ id, name }: Repository['sets'][number]): string =>
  `<set>${element('setSpec', id)}${element('setName', name)}</set>`;

const headerOf = ({ identifier, datestamp, sets }: OaiRecord): string =>
  [
    '<header>',
    element('identifier', identifier),
    element('datestamp', datestamp),
    ...sets.map((set) => element('setSpec', set)),
    '</header>',
  ].join('');

const recordOf = (record: OaiRecord): string =>
  `<record>
${headerOf(record)}
<metadata>
<oai_dc:dc xmlns:oai_dc="${NAMESPACE}/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xsi:schemaLocation="${SCHEMA_LOCATION}">
${record.elements.map(([name, words]) => element(`dc:${name}`, words)).join('\n')}
</oai_dc:dc>
</metadata>
</record>`;
