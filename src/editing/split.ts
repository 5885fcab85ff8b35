import { Document, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import type { ContentFile } from '../lib/manuscript/paths.ts';
import { canStore } from '../lib/manuscript/paths.ts';
import { readList } from '../lib/manuscript/register-file.ts';
import { countyOfPlaces, isEntryFile, type ListKind, registerAt } from '../lib/schema/register-table.ts';

/** What a list becomes. */
export interface Split {
  /** The list as it was. */
  list: ContentFile;
  /** Files that are to be written, each with one entry; paths inside the content folder. */
  entries: ContentFile[];
  /** What stays of the list; null where nothing does, and it is to be removed. */
  rest: string | null;
}

/** Why a list is left as it is, in one Chinese sentence, or what it becomes. */
export type SplitAnswer = Split | { list: ContentFile; fault: string };

const FOLDERS: Record<ListKind, (list: string) => string> = {
  people: () => 'people',
  places: (list) => `places/${countyOfPlaces(list)}`,
};

/**
 * Gives every entry of the lists among the files a file of its own. Comments go with what they speak of, and where the
 * order of the list is not that of its ids, each entry is told its place. Nothing is written.
 * @returns of each list; none of lists that are split already
 */
export function splitLists(files: readonly ContentFile[]): SplitAnswer[] {
  const there = new Set(files.map(({ path }) => path));
  return files.flatMap((list): SplitAnswer[] => {
    const kind = registerAt(list.path);
    if ((kind !== 'people' && kind !== 'places') || isEntryFile(list.path)) return [];
    const { value, findings } = readList(kind, list);
    if (!value) return [{ list, fault: `第 ${findings[0]?.line ?? 1} 行有错，先运行 npm run check 改好` }];
    const answer = splitList(list, kind, besides(files, kind, list));
    if (answer.entries.length === 0 && answer.rest !== null) return [];
    const taken = answer.entries.find(({ path }) => there.has(path));
    return [taken ? { list, fault: `${taken.path} 已经有了，同一个编号登记了两次` } : answer];
  });
}

/** The entries of the same register that have files of their own already. */
function besides(files: readonly ContentFile[], kind: ListKind, { path }: ContentFile): Row[] {
  const own = files.filter((file) => registerAt(file.path) === kind && isEntryFile(file.path));
  return own
    .filter((file) => kind === 'people' || countyOfPlaces(file.path) === countyOfPlaces(path))
    .flatMap((file): Row[] => readList(kind, file).value?.[kind] ?? []);
}

interface Row {
  id: string;
  order?: number | undefined;
}

/**
 * The order that readers see is that of the list, then of the files by their ids: where the ids alone would give
 * another, entries of the list are told their place.
 */
function ordersFor(rows: readonly Row[], others: readonly Row[]): (number | null)[] {
  const withoutOrder = [...rows, ...others].filter(({ order }) => order === undefined).map(({ id }) => id);
  const isSorted = withoutOrder.every((id, index) => index === 0 || (withoutOrder[index - 1] ?? '') < id);
  const last = Math.max(0, ...[...rows, ...others].map(({ order }) => order ?? 0));
  return rows.map(({ order }, index) => (isSorted || order !== undefined ? null : last + (index + 1) * 10));
}

function splitList(list: ContentFile, kind: ListKind, others: readonly Row[]): Split {
  const document = parseDocument(list.text);
  const rows = document.get(kind);
  const items = isSeq(rows) ? rows.items.filter(isMap) : [];
  // What stands before the first entry speaks of it.
  if (isSeq(rows) && items[0] && rows.commentBefore) {
    items[0].commentBefore = [rows.commentBefore, items[0].commentBefore].filter(Boolean).join('\n');
    rows.commentBefore = null;
  }
  const named = items.map((item) => ({
    item,
    id: String(item.get('id')),
    order: item.get('order') as number | undefined,
  }));
  const own = named.filter(({ id }) => canStore(`${id}.yaml`));
  const stay = named.filter(({ id }) => !canStore(`${id}.yaml`));
  const orders = ordersFor(own, others);
  const folder = FOLDERS[kind](list.path);
  const entries = own.map(({ item, id }, index) => ({
    path: `${folder}/${id}.yaml`,
    text: toText(item, orders[index] ?? null),
  }));
  if (isSeq(rows)) rows.items = stay.map(({ item }) => item);
  // Of what stays nothing but words of its head is worth a file.
  const comments = commentsIn(list.text).filter((comment) => !entries.some(({ text }) => text.includes(comment)));
  if (stay.length === 0 && comments.length === 0) return { list, entries, rest: null };
  if (stay.length > 0) return { list, entries, rest: entries.length === 0 ? list.text : String(document) };
  const rest = `${comments.join('\n')}\n${kind}: []\n`;
  return { list, entries, rest };
}

/** One entry as a file: a field a line, without the id that its file is called by. */
function toText(item: YAMLMap, order: number | null): string {
  const before = [item.commentBefore, ...idComments(item), item.comment].filter((one) => one != null);
  item.delete('id');
  item.commentBefore = null;
  item.comment = null;
  item.flow = false;
  if (order !== null) item.set('order', order);
  const document = new Document();
  document.contents = item as never;
  document.commentBefore = before.length > 0 ? before.join('\n') : null;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What was said beside the id goes with the entry. */
function idComments(item: YAMLMap): string[] {
  const pair = item.items.find(({ key }) => isScalar(key) && key.value === 'id');
  return [pair?.key, pair?.value].flatMap((node) =>
    isScalar(node) ? [node.commentBefore, node.comment].filter((one) => one != null) : [],
  );
}

/** Every comment of a file, with its `#`. */
function commentsIn(text: string): string[] {
  const document = parseDocument(text);
  const found: string[] = [document.commentBefore, document.comment].flatMap(linesOf);
  visit(document, {
    Node: (_, node) => {
      found.push(...[node.commentBefore, node.comment].flatMap(linesOf));
    },
  });
  return [...new Set(found)];
}

const linesOf = (comment: string | null | undefined): string[] =>
  (comment ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [`#${line}`]));
