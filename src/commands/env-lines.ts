/**
 * The text of `.env` with variables set; what stands in it besides is kept.
 * @param text as it is; '' where there is none
 */
export function withVariables(text: string, variables: Readonly<Record<string, string>>): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split(/\r?\n/);
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${/^[\p{L}\p{N}_./~-]+$/u.test(value) ? value : `"${value}"`}`;
    const at = lines.findIndex((one) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(one));
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join('\n')}\n`;
}
