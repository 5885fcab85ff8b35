type Change = (parameters: URLSearchParams) => URLSearchParams;

/** Milliseconds of rest after which the address takes up changes: browsers allow few at a time, and each costs a frame. */
const REST = 300;
let last: Change | null = null;
let rest = 0;

/** Has the address take up the last of several changes once all has rested. Nothing is asked for anew. */
export function keepInAddress(change: Change) {
  last = change;
  clearTimeout(rest);
  rest = window.setTimeout(write, REST);
}

function write() {
  const text = last?.(new URLSearchParams(location.search)).toString() ?? '';
  last = null;
  const query = text && `?${text}`;
  if (query !== location.search) history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
}
