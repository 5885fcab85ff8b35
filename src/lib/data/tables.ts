// The tables of the open data, field by field. From these few lines come the columns of the CSV, the schemas of the rows
// and the list that the page of the data explains; what a field means in words stands in #words/data.ts.

/** What a field holds: a list is an array in JSON, and in CSV its items with `|` between them. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'list';

export interface Field {
  name: string;
  type: FieldType;
  /** Whether it may be null (in CSV: empty), as nobody knows it or there is none. */
  optional: boolean;
}

/** A cell; null is what nobody knows. */
export type Value = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, Value>>;

/** A reference of a field to the key of another table. */
export interface Reference {
  field: string;
  table: TableName;
}

export interface Table {
  name: TableName;
  fields: readonly Field[];
  /** The fields that tell a row from all others. */
  key: readonly string[];
  references: readonly Reference[];
}

/** `name:type`, with a question mark where it may be null; a string where no type is named. */
function field(text: string): Field {
  const [, name = '', type = 'string', mark] = /^(\w+)(?::(\w+))?(\?)?$/.exec(text) ?? [];
  return { name, type: type as FieldType, optional: mark !== undefined };
}
const fields = (text: string): Field[] => text.trim().split(/\s+/).map(field);

/** When: the day in EDTF, its first and last day, whether it is stated or inferred, from what, and as it is printed. */
const DATE = 'date? earliest? latest? basis? ground? printed?';
/** Where it is told: the story, the sentence of ours, the paragraph. */
const TOLD = 'quote? paragraph? paragraphUrl?';
const OF_STORY = 'story storyTitle county? countyName?';

const FIELDS = {
  articles: `id url title subtitle? kind genre genreName language summary county? countyName? counties:list series? seriesNumber:integer?
    tags:list authors:list published modified characters:integer milestones:integer figures:integer licence? rights?
    originalTitle? originalKind? originalAuthors:list originalPublisher? ${DATE}`,
  milestones: `id ${OF_STORY} title ${DATE} extent? time? recurs? planned:boolean key:boolean note? place? placeName? practices:list
    words? ${TOLD} url`,
  figures: `id ${OF_STORY} label value:number valueTo:number? unit? qualifiers:list ${DATE} note? words? ${TOLD} url`,
  places: `id name level levelName parent? county countyName? outside:boolean aliases:list misprints:list longitude:number?
    latitude:number? precision mentions:integer stories:list story? ${TOLD} url`,
  practices: `id name aliases:list kind kindName summary mentions:integer stories:list story? ${TOLD} url`,
  people: `id name role? county? countyName? wrote:list mentions:integer stories:list story? ${TOLD} url`,
  terms: `id term ${OF_STORY} ${DATE} url`,
} as const;
export type TableName = keyof typeof FIELDS;

const REFERENCES: Partial<Record<TableName, Record<string, TableName>>> = {
  milestones: { story: 'articles', place: 'places' },
  figures: { story: 'articles' },
  places: { parent: 'places', story: 'articles' },
  practices: { story: 'articles' },
  people: { story: 'articles' },
  terms: { story: 'articles' },
};

/** All tables, in the order in which they are offered. */
export const TABLES: readonly Table[] = (Object.keys(FIELDS) as TableName[]).map((name) => ({
  name,
  fields: fields(FIELDS[name]),
  key: ['id'],
  references: Object.entries(REFERENCES[name] ?? {}).map(([field, table]) => ({ field, table })),
}));

/** A table by its name. */
export const tableOf = (name: TableName): Table => TABLES[Object.keys(FIELDS).indexOf(name)] as Table;

/** Between the items of a list in a cell; an item that holds it has the full-width form instead. */
export const DELIMITER = '|';

/** A row as cells of a CSV file, in the order of the fields. */
export const cellsOf = ({ fields }: Pick<Table, 'fields'>, row: Row): (string | number)[] =>
  fields.map(({ name }) => {
    const value = row[name] ?? '';
    if (typeof value === 'string' || typeof value === 'number') return value;
    return typeof value === 'boolean'
      ? String(value)
      : value.map((item) => item.replaceAll(DELIMITER, '｜')).join(DELIMITER);
  });

/** A table as JSON: an array of its rows, each with all fields in their order. */
export const toJson = ({ fields }: Pick<Table, 'fields'>, rows: readonly Row[]): string =>
  jsonText(rows.map((row) => Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null]))));

/** JSON as files have it: one row to a line would be shorter, two blanks a level can be read. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
