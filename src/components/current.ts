/** Says of one among many whether it is the current one. By attribute: the property is younger than the browser floor. */
export function markCurrent(element: Element, isCurrent: boolean): void {
  if (isCurrent) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}
