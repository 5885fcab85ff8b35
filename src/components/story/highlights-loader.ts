// What marks the words that were searched is fetched only where the address names them (MARK in lib/search-address.ts).
if (/[?&]mark=/.test(location.search)) void import('./highlights.ts').then(({ markHits }) => markHits());
