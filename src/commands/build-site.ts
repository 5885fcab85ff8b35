import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realPath } from '../disk/paths.ts';
import { findWithheldIn, readWithheldIfAny } from '../editing/files/withheld-file.ts';
import { formatProblem, isError } from '../lib/manuscript/problem.ts';
import { type Language, languagesOf } from '../lib/schema/archive.ts';
import { writeFileList } from '../release/file-list.ts';
import { brokenLinks } from '../release/links.ts';
import { joinManifests, type Manifest, RELEASE_FILE, readManifest } from '../release/manifest.ts';
import { outputProblem } from '../release/output-folder.ts';
import { publish } from '../release/publish.ts';
import { searchProblem } from '../release/search-check.ts';
import { config } from '../site/config.ts';
import { readSiteFile } from '../site/site-file.ts';
import { runPackage } from './command.ts';
import { openContent } from './open-content.ts';
import { createSiteServer, freePort } from './static-server.ts';
import { UsageError } from './terminal.ts';

/** Broken links that are told one by one. */
const MOST = 20;

interface Options {
  /** Origin of the site; as SITE_URL says where nothing is given. */
  siteUrl?: string;
  /** Keeps nothing of former releases. */
  fresh?: boolean;
  /** As INDEX_LINKS=1. */
  indexLinks?: boolean;
}

/**
 * Builds the site into OUT_DIR, which holds the old site until the new one is whole.
 * @returns whether it is there
 * @throws UsageError where CONTENT_DIR names no archive, or OUT_DIR what must not be replaced; nothing has been touched then
 */
export async function buildSite({ siteUrl, fresh = false, indexLinks = false }: Options = {}): Promise<boolean> {
  const { outFolder, contentFolder, basePath } = openContent();
  const languages = languagesOf(readSiteFile(contentFolder));
  const project = process.cwd();
  const problem = outputProblem(outFolder, { project, content: contentFolder, home: homedir() });
  if (problem) {
    const cure = '请写一个新文件夹、空文件夹，或者以前生成网站的文件夹';
    throw new UsageError(`网站不能生成到 ${outFolder}：${problem}；${cure}（OUT_DIR）`);
  }
  const wanted = resolve(project, outFolder);
  const output = realPath(wanted) ?? wanted;
  const isPublished = await publish({
    output,
    projectLock: join(project, '.cache/build.lock'),
    fresh,
    build: async (folder) => {
      const env = {
        OUT_DIR: folder,
        ...(siteUrl ? { SITE_URL: siteUrl } : {}),
        ...(indexLinks ? { INDEX_LINKS: '1' } : {}),
      };
      for (const pass of passesOf(languages, basePath, folder)) {
        const { code } = await runPackage('astro', ['build'], {
          env: { ...env, ...pass },
          foreground: true,
          tied: true,
        });
        if (code !== 0) return false;
      }
      if (languages.length > 1) {
        // Once more, of all of them.
        writeFileList(folder, indexLinks || config().indexLinks);
        joinManifests(folder, languages.slice(1));
      }
      return true;
    },
    verify: (folder, manifest) => verify(folder, manifest, basePath, siteUrl ?? config().siteUrl),
    say: (line) => console.error(line),
  });
  const manifest = isPublished ? readManifest(output) : null;
  if (manifest)
    console.log(`网站在 ${outFolder}，版本 ${manifest.release}，另留着以前 ${manifest.former.length} 版的文件`);
  return isPublished;
}

/** A build for each language of the site: the first at its root, each other in a folder of its name. */
const passesOf = (languages: readonly Language[], base: string, folder: string): Record<string, string>[] =>
  languages.map((language, index) =>
    index === 0
      ? { SITE_LANGUAGE: language }
      : { SITE_LANGUAGE: language, BASE_PATH: `${base}${language}/`, OUT_DIR: join(folder, language) },
  );

/** What readers would stumble over: links that lead nowhere, a search that does not answer. */
async function verify(folder: string, manifest: Manifest, base: string, origin: string): Promise<string[]> {
  const own = Object.keys(manifest.files);
  const broken = brokenLinks(folder, { files: new Set([...own, RELEASE_FILE]), base, origin });
  const told = broken.slice(0, MOST).map(({ page, link }) => `${page} 里的链接打不开：${link}`);
  if (broken.length > MOST) told.push(`……这样的链接一共 ${broken.length} 处`);
  const missing = ['index.html', '404.html'].filter((path) => !own.includes(path)).map((path) => `缺少 ${path}`);
  const indexes = own.filter((path) => path.endsWith('/catalogue.json'));
  const searches = indexes.length === 0 ? ['缺少检索的索引'] : await searchProblems(folder, indexes, base);
  return [...missing, ...told, ...searches, ...(await withheldNames(folder))];
}

/** Where a withheld name has come back, files of former releases included; asked only where its fingerprints are. */
async function withheldNames(folder: string): Promise<string[]> {
  const withheld = readWithheldIfAny(config().withheldFile);
  const found = withheld ? await findWithheldIn(folder, withheld) : [];
  return found.filter(isError).map(formatProblem);
}

/** What is wrong with the search of each language, by the path of its catalogue. */
async function searchProblems(folder: string, catalogues: readonly string[], base: string): Promise<string[]> {
  const port = await freePort(4400);
  const server = createSiteServer({ folder, base }).listen(port, 'localhost');
  const origin = `http://localhost:${port}`;
  const load = (url: string) => import(pathToFileURL(join(folder, url.slice(origin.length + base.length))).href);
  const problems: string[] = [];
  try {
    for (const catalogue of catalogues)
      problems.push((await searchProblem(`${origin}${base}${catalogue.replace(/[^/]+$/, '')}`, load)) ?? '');
  } catch (error) {
    problems.push(`检索不能用：${error instanceof Error ? error.message : error}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return problems.filter(Boolean);
}
