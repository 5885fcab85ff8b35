import { OFF } from '../../offline/names.ts';

// Keeps what is read for reading without a network, unless the reader or whoever runs the site wants none of it.
const { serviceWorker } = navigator;

try {
  if (!__WORKER__) serviceWorker?.getRegistration().then((old) => old?.unregister());
  else if (serviceWorker && !localStorage.getItem(OFF))
    addEventListener('load', () => {
      serviceWorker.register(__WORKER__, { updateViaCache: 'none' }).catch(() => {});
    });
} catch {
  // Storage is forbidden, and so would be keeping anything.
}
