import { path } from '../../lib/urls.ts';
import type { Request } from '../../offline/types.ts';

const isSaving = () => 'connection' in navigator && Reflect.get(navigator.connection as object, 'saveData') === true;

/**
 * Once the page has all that is in sight, tells the worker which pictures it shows, so that it is whole without a
 * network, also where the reader has not scrolled to. Who saves data keeps what has been seen.
 */
export function keepPictures(page: Document): void {
  const { serviceWorker } = navigator;
  if (!__WORKER__ || !serviceWorker || isSaving()) return;
  const tell = () => {
    const shown = [...page.querySelectorAll<HTMLImageElement>('.prose img')].map(({ src }) => new URL(src).pathname);
    const paths = shown.map((address) => decodeURI(address).slice(path().length));
    const request: Request = { task: 'pictures', paths };
    // It answers on a channel when it has them; nobody waits for it.
    serviceWorker.controller?.postMessage(request);
  };
  // A first worker is only now being made ready.
  serviceWorker.addEventListener('controllerchange', tell);
  if (page.readyState === 'complete') tell();
  else addEventListener('load', tell);
}
