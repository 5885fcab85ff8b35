import { contentFolderFault } from '../editing/files/content-folder.ts';
import { type Config, config } from '../site/config.ts';
import { UsageError } from './terminal.ts';

/**
 * The configuration, for a command that needs an archive.
 * @throws UsageError where CONTENT_DIR names none, with the way out
 */
export function openContent(): Config {
  const settings = config();
  const fault = contentFolderFault(settings.contentFolder);
  if (fault) throw new UsageError(fault);
  return settings;
}
