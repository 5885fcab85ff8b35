import { isAtHome } from '../../lib/urls.ts';
import { nameTrusted } from '../trusted-types.ts';

/**
 * Registers the service worker of this build. Rejects where the browser or whoever runs the site wants none, and in a copy
 * of the site under another path, none of whose pages it would know.
 */
export async function register(): Promise<ServiceWorkerRegistration> {
  if (!isAtHome()) throw new Error('A copy has no worker');
  // The address of a worker is one of a script.
  nameTrusted();
  return navigator.serviceWorker.register(__WORKER__, { updateViaCache: 'none' });
}
