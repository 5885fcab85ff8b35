import { createHash } from 'node:crypto';
import * as archive from '#archive';
import { DATA } from '#words/data.ts';
import { toCsv } from '../lib/data/csv.ts';
import { toGeoJson } from '../lib/data/geojson.ts';
import { dataPackage, jsonSchema, type PackageFile } from '../lib/data/schemas.ts';
import { cellsOf, jsonText, TABLES, type Table, type TableName, toJson } from '../lib/data/tables.ts';
import { path } from '../lib/urls.ts';
import { dataAddress, type Holdings, openRows, type Rows } from './open-rows.ts';
import { describeLicence, SITE_RIGHTS } from './rights.ts';

// The files of /data/: each table as CSV and JSON with its schema, the places as GeoJSON, and the package that lists them.

/** A file of /data/. */
export interface DataFile {
  /** Its name in the folder. */
  name: string;
  /** Without parameters. */
  type: string;
  text: string;
  bytes: number;
  table: Table | null;
}

export interface OpenData {
  rows: Rows;
  files: readonly DataFile[];
  /** Day on which any story last changed, `YYYY-MM-DD`: the version of the data. */
  modified: string;
}

const TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
} as const;

/** What a field of a table means. */
export function meaningOf(table: TableName, field: string): string {
  const words: Readonly<Record<string, string>> = DATA.means;
  return words[`${table}.${field}`] ?? words[field] ?? '';
}

/** The address of a file of /data/. */
export const dataPath = (name: string): string => path(`data/${name}`);

/** All of it, made of one reading of the content. */
export function openDataOf(held: Holdings): OpenData {
  const rows = openRows(held);
  const modified =
    held.records
      .map(({ own }) => own.modified)
      .sort()
      .at(-1) ?? '1970-01-01';
  const resources = TABLES.flatMap((table) => filesOfTable(table, rows));
  const schemas = TABLES.map((table) => {
    const schema = jsonSchema(table, DATA.names[table.name], (field) => meaningOf(table.name, field));
    return fileOf(`${table.name}.schema.json`, jsonText(schema), null);
  });
  const listed = fileOf('datapackage.json', jsonText(packageOf(resources, modified, held.site)), null);
  return { rows, files: [...resources, ...schemas, listed], modified };
}

function filesOfTable(table: Table, rows: Rows): DataFile[] {
  const own = rows[table.name];
  const head = table.fields.map(({ name }) => name);
  const files = [
    fileOf(`${table.name}.csv`, toCsv([head, ...own.map((row) => cellsOf(table, row))]), table),
    fileOf(`${table.name}.json`, toJson(table, own), table),
  ];
  // By the points of the editors alone: what has none is in the table.
  if (table.name === 'places') files.push(fileOf('places.geojson', jsonText(toGeoJson(own)), null));
  return files;
}

function fileOf(name: string, text: string, table: Table | null): DataFile {
  const type = TYPES[/\w+$/.exec(name)?.[0] as keyof typeof TYPES];
  return { name, type, text, bytes: Buffer.byteLength(text), table };
}

function packageOf(files: readonly DataFile[], version: string, site: URL | undefined): object {
  const licence = SITE_RIGHTS && describeLicence(SITE_RIGHTS.licence);
  const facts = {
    ...{ name: 'county-chronicle-data', title: DATA.setTitle(archive.name), version },
    ...{ description: DATA.setDescription(archive.name), homepage: site ? dataAddress(path('data/'), site) : null },
    licence: SITE_RIGHTS && licence && { name: SITE_RIGHTS.licence, path: licence.uri, title: licence.name },
    contributor: archive.publisher?.name ?? archive.name,
  };
  return dataPackage(facts, files.map(toPackageFile), (table, field) => meaningOf(table, field));
}

function toPackageFile({ name, type, text, bytes, table }: DataFile): PackageFile {
  const [stem = '', extension = ''] = name.split('.');
  return {
    // By the name of the table alone, others refer to its CSV.
    name: extension === 'csv' ? stem : `${stem}-${extension}`,
    title: DATA.names[stem as TableName],
    ...{ path: name, mediatype: type, bytes, table },
    hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
  };
}
