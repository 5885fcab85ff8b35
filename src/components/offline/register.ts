import { nameTrusted } from '../trusted-types.ts';

/** Registers the service worker of this build. Rejects where the browser or whoever runs the site wants none. */
export async function register(): Promise<ServiceWorkerRegistration> {
  // The address of a worker is one of a script.
  nameTrusted();
  return navigator.serviceWorker.register(__WORKER__, { updateViaCache: 'none' });
}
