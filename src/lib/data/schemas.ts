import { DELIMITER, type Field, type Table, type TableName } from './tables.ts';

// What programs are told of the tables: JSON Schema (2020-12) of the rows, Table Schema and Data Package of Frictionless.

/** What a field means, in words. */
export type Explain = (field: string) => string;
/** The same of the fields of any table. */
export type ExplainOf = (table: TableName, field: string) => string;

const JSON_TYPES = { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean' } as const;

function propertyOf({ name, type, optional }: Field, explain: Explain): object {
  const description = explain(name);
  if (type === 'list') return { description, type: 'array', items: { type: 'string' } };
  return { description, type: optional ? [JSON_TYPES[type], 'null'] : JSON_TYPES[type] };
}

/** The schema of a table’s JSON file: an array of rows with these fields and no others. */
export const jsonSchema = (table: Table, title: string, explain: Explain): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: table.fields.map(({ name }) => name),
    properties: Object.fromEntries(table.fields.map((field) => [field.name, propertyOf(field, explain)])),
  },
});

/**
 * The Table Schema of a table, as its rows stand in a file: a list is an array in JSON, and in CSV a text with its delimiter
 * beside it. The standard has a type for that, which the published profile of the same version refuses.
 */
export const tableSchema = (
  { fields, key, references }: Table,
  { explain, isCsv }: { explain: Explain; isCsv: boolean },
): object => ({
  fields: fields.map(({ name, type, optional }) => ({
    ...{ name, type: type !== 'list' ? type : isCsv ? 'string' : 'array', description: explain(name) },
    ...(type === 'list' && isCsv ? { delimiter: DELIMITER } : {}),
    ...(optional || type === 'list' ? {} : { constraints: { required: true } }),
  })),
  primaryKey: [...key],
  ...(references.length > 0
    ? {
        foreignKeys: references.map(({ field, table }) => ({
          fields: [field],
          reference: { resource: table, fields: ['id'] },
        })),
      }
    : {}),
  missingValues: [''],
});

/** A file of the package. */
export interface PackageFile {
  name: string;
  title: string;
  path: string;
  mediatype: string;
  bytes: number;
  /** `sha256:…` */
  hash: string;
  /** Of a file of rows: its table. */
  table: Table | null;
}

export interface PackageFacts {
  name: string;
  title: string;
  description: string;
  homepage: string | null;
  /** Day on which anything in it last changed. */
  version: string;
  licence: { name: string; path: string | null; title: string } | null;
  contributor: string;
}

/** A Frictionless Data Package (v2). */
export const dataPackage = (facts: PackageFacts, files: readonly PackageFile[], explain: ExplainOf): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: facts.name,
  title: facts.title,
  description: facts.description,
  ...(facts.homepage ? { homepage: facts.homepage } : {}),
  version: facts.version,
  created: `${facts.version}T00:00:00Z`,
  ...(facts.licence
    ? {
        licenses: [
          {
            name: facts.licence.name,
            ...(facts.licence.path ? { path: facts.licence.path } : {}),
            title: facts.licence.title,
          },
        ],
      }
    : {}),
  contributors: [{ title: facts.contributor, roles: ['publisher'] }],
  resources: files.map(resourceOf(explain)),
});

const resourceOf =
  (explain: ExplainOf) =>
  ({ name, title, path, mediatype, bytes, hash, table }: PackageFile): object => ({
    ...{ name, title, path, mediatype, bytes, hash },
    format: /\w+$/.exec(path)?.[0],
    encoding: 'utf-8',
    ...(table
      ? {
          type: 'table',
          ...(path.endsWith('.csv') ? { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"' } } : {}),
          schema: tableSchema(table, {
            explain: (field) => explain(table.name, field),
            isCsv: path.endsWith('.csv'),
          }),
        }
      : {}),
  });
