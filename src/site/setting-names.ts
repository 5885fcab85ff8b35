/** Name under which the reading settings are kept in this browser's localStorage. */
export const SETTINGS_KEY = 'reading';

/** The settings, each a `data-` attribute of the root element. */
export const SETTINGS = ['theme', 'face', 'size', 'evidence', 'progress'] as const;
