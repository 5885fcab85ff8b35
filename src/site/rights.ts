import * as archive from '#archive';
import { STOP } from '#words/punctuation.ts';
import { type FULL_TEXT, LICENCE_NAMES, RIGHTS } from '#words/rights.ts';
import { commonsCode, commonsParts } from '../lib/rights/names.ts';
import { canonicalLicence, isPublicDomain, type LicenceId, rightsStatement } from '../lib/schema/licences.ts';
import type { Rights } from '../lib/schema/rights.ts';

/** Under what licence the site’s own words and data are: what holds wherever nothing else is said; null where nothing is. */
export const SITE_RIGHTS: Rights | null = archive.licence && {
  licence: canonicalLicence(archive.licence.id) ?? archive.licence.id,
  ...(archive.licence.holder ? { holder: archive.licence.holder } : {}),
};

/** What readers and programs are told of a licence. */
export interface Licence {
  /** In plain words: CC BY-NC 4.0 署名—非商业性使用. */
  name: string;
  /** Short: CC BY-NC 4.0. */
  code: string;
  /** By which programs know it; null where it has no address. */
  uri: string | null;
  /** Where a reader finds its text; null where it has none. */
  href: string | null;
}

/** A licence of the data with its name and addresses. */
export function describeLicence(licence: LicenceId): Licence {
  if (licence === 'authorised')
    return { ...unaddressed, name: LICENCE_NAMES.authorised, code: LICENCE_NAMES.authorised };
  if (licence === 'own') {
    const site = SITE_RIGHTS && describeLicence(SITE_RIGHTS.licence);
    return { code: '', ...unaddressed, ...site, name: LICENCE_NAMES.own(site?.name ?? '') };
  }
  return describeCommons(licence) ?? describeStatement(licence) ?? describeSpdx(licence);
}

const unaddressed = { uri: null, href: null };
const COMMONS = 'https://creativecommons.org/';

function describeCommons(licence: LicenceId): Licence | null {
  const deed = (uri: string) => ({ uri, href: LICENCE_NAMES.deed(uri) });
  if (licence === 'CC0-1.0')
    return { name: LICENCE_NAMES.zero, code: 'CC0 1.0', ...deed(`${COMMONS}publicdomain/zero/1.0/`) };
  if (licence === 'CC-PDM-1.0')
    return {
      name: LICENCE_NAMES.publicDomain,
      code: LICENCE_NAMES.publicDomain,
      ...deed(`${COMMONS}publicdomain/mark/1.0/`),
    };
  const parts = commonsParts(licence);
  const code = commonsCode(licence);
  if (!parts || !code) return null;
  const { elements, version, port } = parts;
  const words: Readonly<Record<string, string>> = LICENCE_NAMES.elements;
  const plain = elements.map((element) => words[element] ?? element).join(LICENCE_NAMES.join);
  const folder = [elements.join('-'), version, port].filter(Boolean).join('/');
  return { name: LICENCE_NAMES.commons(code, plain), code, ...deed(`${COMMONS}licenses/${folder}/`) };
}

function describeStatement(licence: LicenceId): Licence | null {
  const statement = rightsStatement(licence);
  if (!statement) return null;
  const name = LICENCE_NAMES.statements[statement];
  return { name, code: name, uri: licence, href: `https://rightsstatements.org/page/${statement}/1.0/` };
}

function describeSpdx(licence: LicenceId): Licence {
  const uri = `https://spdx.org/licenses/${licence}.html`;
  return { name: licence, code: licence, uri, href: uri };
}

/** What is needed of a story to know its rights. */
export interface Owned {
  /** Null of an essay, which is the site’s own. */
  text: string | null;
  rights?: Rights | undefined;
}

/** The rights in a story: its own, else those of a text printed by permission, else the site’s; null where nothing is said. */
export const rightsOf = ({ text, rights }: Owned): Rights | null =>
  rights ?? (text === 'full' ? { licence: 'authorised' } : SITE_RIGHTS);

/** Rights in one line, for tables, feeds and everything else that knows no links; '' where nothing is said of them. */
export function rightsText(rights: Rights | null): string {
  if (!rights) return '';
  const { licence, holder, statement } = rights;
  return [describeLicence(licence).name, holder && RIGHTS.holder(holder), statement].filter(Boolean).join(STOP);
}

/** By which ground the source’s own text stands on the page. */
export function fullTextGround({ licence }: Rights): keyof typeof FULL_TEXT {
  if (licence === 'authorised' || licence === 'own') return licence;
  if (isPublicDomain(licence)) return 'publicDomain';
  return rightsStatement(licence) ? 'stated' : 'licensed';
}

/** Rights as schema.org has them, for JSON-LD; what is not known is left out. */
export function rightsMetadata({ licence, holder, statement }: Rights): {
  license?: string;
  copyrightHolder?: string;
  copyrightNotice?: string;
} {
  const { uri } = describeLicence(licence);
  const notice = statement ?? (holder && !isPublicDomain(licence) ? `© ${holder}` : undefined);
  return {
    ...(uri ? { license: uri } : {}),
    ...(holder ? { copyrightHolder: holder } : {}),
    ...(notice ? { copyrightNotice: notice } : {}),
  };
}

/** Rights of an entry of a feed: Atom’s `rights` and the address of its `link rel="license"`. */
export function feedRights(story: Owned): { rights: string; license: string | null } {
  const rights = rightsOf(story);
  return { rights: rightsText(rights), license: rights && describeLicence(rights.licence).uri };
}
