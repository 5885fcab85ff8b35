import { type Archive, archiveOf } from '../lib/schema/archive.ts';
import { config } from './config.ts';
import { readSiteFile } from './site-file.ts';

/**
 * `#archive`: the facts of the archive whose content folder is set, for whoever speaks of it. In what Vite builds the
 * same names are plain constants, put there by integrations/archive.ts; programs of the project read the file here.
 */
export const ARCHIVE: Archive = archiveOf(readSiteFile(config().contentFolder), config().language);

export const {
  name,
  tagline,
  description,
  colophon,
  publisher,
  contact,
  language,
  languages,
  timeZone,
  licence,
  credits,
  logo,
  icon,
  touchIcon,
  unit,
  genres,
  practiceKinds,
  placeLevels,
  sourceKinds,
  sourceNatures,
  provenances,
  roles,
  navigation,
  front,
  words,
  colours,
  faces,
  searchExamples,
  filings,
  panels,
} = ARCHIVE;
