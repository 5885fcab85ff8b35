// / and Ctrl-K lead to the search box of the page.
document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  const typing = target instanceof Element && target.closest('input, textarea, select');
  const slash = key === '/' && !typing && !ctrlKey && !metaKey && !altKey;
  if (isComposing || !(slash || (key === 'k' && (ctrlKey || metaKey)))) return;
  const box = document.querySelector<HTMLInputElement>('[role="search"] input');
  if (!box?.checkVisibility()) return;
  event.preventDefault();
  box.select();
});
