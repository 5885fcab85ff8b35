import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Material that is not part of the project; tests that want it skip, and say so, where it is absent. */
const SHARED = resolve('../shared');

export const SOURCES = existsSync(join(SHARED, 'sources'));
export const IMPORT_CASES = existsSync(join(SHARED, 'corpora/import-cases'));

const filesIn = (folder: string, pattern: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** The five source documents. */
export const sourceFiles = (): string[] => filesIn(join(SHARED, 'sources'), /\.txt$/);
/** Real messy files in every encoding. */
export const importCases = (): string[] => filesIn(join(SHARED, 'corpora/import-cases'), /\.(txt|md|docx)$/);

if (!SOURCES || !IMPORT_CASES) console.warn('Skipped: tests on ../shared, which is not here.');
