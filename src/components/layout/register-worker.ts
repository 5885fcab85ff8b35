import { path } from '../../lib/urls.ts';
import { cachesOf, OFF } from '../../offline/names.ts';
import { register } from '../offline/register.ts';

// Keeps what is read for reading without a network, unless the reader or whoever runs the site wants none of it.
const { serviceWorker } = navigator;

/** What an earlier release, or another program at this address, may have left. */
async function leave(): Promise<void> {
  await (await serviceWorker.getRegistration(path()))?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(cachesOf(path()))) await caches.delete(name);
}

try {
  if (!__WORKER__) leave().catch(() => {});
  else if (serviceWorker && !localStorage.getItem(OFF))
    addEventListener('load', () => {
      register().catch(() => {});
    });
} catch {
  // Storage is forbidden, and so would be keeping anything.
}
