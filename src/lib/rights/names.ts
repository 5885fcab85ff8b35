/** The parts of a licence of Creative Commons: `{ elements: ['by', 'nc'], version: '4.0', port: 'cn' }`; null for others. */
export function commonsParts(licence: string): { elements: string[]; version: string; port: string } | null {
  const [, code = '', version = '', port = ''] =
    /^cc-(by(?:-nc)?(?:-nd|-sa)?)-(\d\.\d)(?:-([a-z]+))?$/.exec(licence.toLowerCase()) ??
    /^https:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)\/(?:([a-z]+)\/)?$/.exec(licence) ??
    [];
  return code === '' ? null : { elements: code.split('-'), version, port };
}

/** A licence of Creative Commons as people write it, `CC BY-NC 4.0` or, where it was ported, `CC BY 3.0 CN`; null of others. */
export function commonsCode(licence: string): string | null {
  const parts = commonsParts(licence);
  return (
    parts &&
    ['CC', parts.elements.join('-').toUpperCase(), parts.version, parts.port.toUpperCase()].filter(Boolean).join(' ')
  );
}

/** The short name of a licence that grants something, `CC-BY-4.0` → `CC BY 4.0`; null of one that reserves all. */
export function licenceName(id: string): string | null {
  const code = commonsCode(id);
  if (code) return code;
  return id === 'InC' || /^https?:/.test(id) ? null : id.replace(/^CC-/, 'CC ').replace(/-(?=\d)/, ' ');
}
