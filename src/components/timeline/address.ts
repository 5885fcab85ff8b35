type Change = (parameters: URLSearchParams) => URLSearchParams;

/** Milliseconds of rest after which the address takes up changes: browsers allow few at a time, and each costs a frame. */
const REST = 300;
const changes = new Map<string, Change>();
let rest = 0;

/** Has the address take up a change once all has rested; of several of one name, the last. Nothing is asked for anew. */
export function keepInAddress(name: string, change: Change) {
  changes.set(name, change);
  clearTimeout(rest);
  rest = window.setTimeout(write, REST);
}

function write() {
  const start = new URLSearchParams(location.search);
  const parameters = [...changes.values()].reduce((kept, change) => change(kept), start);
  changes.clear();
  const text = parameters.toString();
  const query = text && `?${text}`;
  if (query !== location.search) history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
}
