import { registerAt } from '../../lib/schema/register-table.ts';

// What the repository of an archive holds beside the archive: read by people and programs, and never part of the site.

/** Folders that are not ours, wherever they lie: they may hold more files than the archive. */
export const FOREIGN_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** What people and programs look for in the root of a repository. */
const OF_REPOSITORY = [
  /^(?:docs|scripts|tools)(?:\/|$)/,
  /^(?:licen[cs]es?|copying|notice|authors(?!\.ya?ml$)|changelog|contributing|code_of_conduct|security|codeowners|maintainers|citation)(?:[.-][\w.-]+)?$/i,
  /^(?:makefile|dockerfile|justfile)$/i,
  /^(?:package|package-lock|npm-shrinkwrap|renovate|vercel|biome|tsconfig)\.jsonc?$/,
  /^(?:pnpm-lock|pnpm-workspace|mkdocs|netlify|_config)\.ya?ml$/,
  /^(?:yarn\.lock|netlify\.toml|wrangler\.toml)$/,
];
/** Files and folders with a dot, and a word to whoever looks into a folder, wherever they lie. */
const ANYWHERE = /(?:^|\/)(?:\.|readme(?:\.(?:md|txt|markdown))?$|thumbs\.db$|desktop\.ini$|node_modules(?:\/|$))/i;

/** Whether a path inside a content folder belongs to its repository, and not to the archive. */
export const isBesideContent = (path: string): boolean =>
  // `authors.yaml` is a register of ours; AUTHORS without an ending is the repository's.
  ANYWHERE.test(path) || (registerAt(path) === undefined && OF_REPOSITORY.some((pattern) => pattern.test(path)));
