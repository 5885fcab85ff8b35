import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { edtfProblem } from '../lib/dates/edtf.ts';
import { LANGUAGES, type Language } from '../lib/schema/site.ts';
import { isSafeUrl } from '../lib/text/safe-url.ts';
import { readEnvFile } from './env-file.ts';
import { readSiteFile } from './site-file.ts';

/** What whoever runs the site sets in the environment, or in `.env`; README.md has the table. */
export interface Config {
  /** Origin of the published site: SITE_URL. */
  siteUrl: string;
  /** Whether somebody has set it: a site that nobody gave an address can be looked at on this machine alone. */
  hasSiteUrl: boolean;
  /** The path it lives under, with a slash at both ends: BASE_PATH. */
  basePath: string;
  /** Absolute path of the stories and registers: CONTENT_DIR. A newsroom may keep them in a repository of its own. */
  contentFolder: string;
  /** Where the build goes: OUT_DIR. */
  outFolder: string;
  /** The language of this build, where the site has more than one: SITE_LANGUAGE, set by the build itself. */
  language: Language | undefined;
  /** Where readers report errors; null where nobody is named: CONTACT_URL, else site.yaml. */
  contactUrl: string | null;
  /** A file with outlines, `none` for points alone, or '' for our own: MAP_OUTLINES. */
  mapOutlines: string;
  /** Key and host of 天地图 tiles; null without a key: PUBLIC_TIANDITU_KEY, PUBLIC_TIANDITU_HOST. */
  tianditu: { key: string; host: string } | null;
  /** The day that scheduled stories are held against, `YYYY-MM-DD`: SITE_DATE, else today in the archive's time zone. */
  today: string;
  /** Whether hidden stories are shown, as in the preview: DRAFTS. */
  showsDrafts: boolean;
  /** Whether the editing form is served: EDIT_FORM. */
  hasEditForm: boolean;
  /** Whether browsers keep pages for reading without a network: OFFLINE. */
  offline: boolean;
  /** Whether links name the file of a page, for hosts that do not look for `index.html` in a folder: INDEX_LINKS. */
  indexLinks: boolean;
  /** Bytes of all texts up to which the search reads them instead of an index: SEARCH_WHOLE_UP_TO; else its own limit. */
  searchWholeUpTo: number | undefined;
  /** First port that `npm start` tries: PORT. */
  port: number;
  /** Where the fingerprints of withheld names are kept, outside the repository: WITHHELD_FILE. */
  withheldFile: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const TIANDITU = 'https://t0.tianditu.gov.cn';

/**
 * Reads and checks the environment.
 * @throws in one Chinese sentence that names the variable, what it holds and the cure
 */
export function readConfig(env: Environment): Config {
  const contentFolder = realPath(resolve(fromHome(env.CONTENT_DIR || 'src/content')));
  const site = readSiteFile(contentFolder);
  return {
    siteUrl: readUrl('SITE_URL', env.SITE_URL || 'http://localhost:4321'),
    hasSiteUrl: Boolean(env.SITE_URL),
    basePath: readBasePath(env.BASE_PATH || '/'),
    contentFolder,
    language: LANGUAGES.find((language) => language === env.SITE_LANGUAGE),
    outFolder: env.OUT_DIR || 'dist',
    contactUrl: readContact(env.CONTACT_URL) ?? site.contact ?? null,
    mapOutlines: env.MAP_OUTLINES ?? '',
    tianditu: env.PUBLIC_TIANDITU_KEY
      ? { key: env.PUBLIC_TIANDITU_KEY, host: readUrl('PUBLIC_TIANDITU_HOST', env.PUBLIC_TIANDITU_HOST || TIANDITU) }
      : null,
    today: readDay(env.SITE_DATE, site.timeZone),
    showsDrafts: env.DRAFTS === '1',
    hasEditForm: env.EDIT_FORM === '1',
    offline: readOffline(env.OFFLINE),
    indexLinks: env.INDEX_LINKS === '1',
    searchWholeUpTo: readBytes('SEARCH_WHOLE_UP_TO', env.SEARCH_WHOLE_UP_TO),
    port: readPort(env.PORT),
    withheldFile: env.WITHHELD_FILE ? resolve(fromHome(env.WITHHELD_FILE)) : withheldAtHome(join(homedir(), '.config')),
  };
}

/** Where fingerprints are kept when nobody says where; where they were kept before, if they lie there. */
function withheldAtHome(folder: string): string {
  const before = join(folder, 'county-chronicle', 'withheld.json');
  return existsSync(before) ? before : join(folder, 'withheld-names', 'withheld.json');
}

/** The root of the site: its address, or its path alone where nobody has given it one. */
export const rootOf = ({
  siteUrl,
  hasSiteUrl,
  basePath,
}: Pick<Config, 'siteUrl' | 'hasSiteUrl' | 'basePath'>): string =>
  hasSiteUrl ? new URL(basePath, siteUrl).href : basePath;

let known: Config | undefined;

/** The configuration of this process, read once. Throws as `readConfig` does. */
export function config(): Config {
  known ??= readConfig({ ...readEnvFile(process.env.ENV_FILE), ...process.env });
  return known;
}

/** Only the preview shows drafts: whatever the environment says, neither this module nor a later copy of it sees it. */
export function hideDrafts(): void {
  delete process.env.DRAFTS;
  known = undefined;
}

/**
 * Where Astro keeps what it has read, one folder for each content folder: its store remembers the paths of unchanged
 * entries, which would be another folder's.
 */
export const cacheFolder = ({ contentFolder }: Pick<Config, 'contentFolder'>): string =>
  `./.cache/astro-${createHash('sha256').update(contentFolder).digest('hex').slice(0, 8)}`;

/** A shell has not replaced `~` where the path was read from a file. */
const fromHome = (path: string): string => path.replace(/^~(?=$|[\\/])/, homedir());

/** A folder by the name that all its files have, whatever links lead to it; one that is not there, as it was written. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function refuse(name: string, value: string, cure: string): never {
  const error = new Error(`环境变量 ${name}=${value} 不能用：${cure}`);
  // Where in the program it was found helps no operator.
  error.stack = '';
  throw error;
}

function readUrl(name: string, value: string): string {
  const isWeb = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return isWeb ? value : refuse(name, value, '要写完整的网址，例如 https://example.org');
}

function readBasePath(value: string): string {
  const inside = value.replace(/^\/+|\/+$/g, '');
  if (!/^(?:[\w.~-]+(?:\/[\w.~-]+)*)?$/.test(inside) || inside.split('/').some((part) => /^\.+$/.test(part)))
    return refuse('BASE_PATH', value, '要写网站所在的路径，例如 /archive');
  return inside === '' ? '/' : `/${inside}/`;
}

function readContact(value: string | undefined): string | null {
  if (!value) return null;
  return isSafeUrl(value) && /^(?:https?:\/\/[^/]|mailto:.)/i.test(value)
    ? value
    : refuse('CONTACT_URL', value, '以 https: 或 mailto: 开头');
}

function readDay(value: string | undefined, timeZone = 'Asia/Shanghai'): string {
  if (!value) return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && edtfProblem(value) === null
    ? value
    : refuse('SITE_DATE', value, '写成 2026-12-01 这样真实的“年-月-日”');
}

function readOffline(value: string | undefined): boolean {
  if (!value) return true;
  return value === 'none' ? false : refuse('OFFLINE', value, '只能写 none，意思是不要离线阅读；不写就是要');
}

function readBytes(name: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : refuse(name, value, '写字节数，例如 400000；写 0 就总用索引');
}

function readPort(value: string | undefined): number {
  const port = Number(value || 4321);
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : refuse('PORT', value ?? '', '写 1 到 65535 的整数');
}
