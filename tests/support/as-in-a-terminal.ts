// Programs that tests start find what they find in a terminal. Vitest gives its own settings to all of them, and they would
// take them for theirs: another build of React, and `/` for the path that a site lives under.
const OF_VITEST = ['VITEST', 'TEST', 'NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL'];
for (const name of OF_VITEST) delete process.env[name];
