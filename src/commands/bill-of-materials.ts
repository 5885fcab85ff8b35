import { createHash } from 'node:crypto';

/** Formats that npm writes a bill of materials in, each with how its files end. */
export const BILL_FORMATS = { cyclonedx: 'cdx.json', spdx: 'spdx.json' } as const;

interface CycloneDx {
  serialNumber: string;
  metadata: { timestamp: string; component: { name: string } };
  components: { 'bom-ref': string }[];
  dependencies: { ref: string }[];
}

interface Spdx {
  name: string;
  documentNamespace: string;
  creationInfo: { created: string };
  packages: { name: string; SPDXID: string; externalRefs?: { referenceType: string; referenceLocator: string }[] }[];
}

/** Whose bill it is and when it was made. */
interface Subject {
  name: string;
  time: Date;
}

/**
 * npm's bill of materials without what differs from run to run and from machine to machine: the time, a random number,
 * the name of the folder it was made in, and the order. The same lock file and commit give the same bytes.
 * @param text what `npm sbom` has written, in either format; throws where it is no such thing
 */
export function settledBill(text: string, subject: Subject): string {
  const bill = JSON.parse(text) as CycloneDx | Spdx;
  if ('bomFormat' in bill) settleCycloneDx(bill as CycloneDx, subject);
  else if ('spdxVersion' in bill) settleSpdx(bill as Spdx, subject);
  else throw new Error('npm sbom 写出的不是 CycloneDX，也不是 SPDX');
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function settleCycloneDx(bill: CycloneDx, { name, time }: Subject): void {
  bill.metadata.timestamp = time.toISOString();
  bill.metadata.component.name = name;
  bill.components.sort((a, b) => compare(a['bom-ref'], b['bom-ref']));
  bill.dependencies.sort((a, b) => compare(a.ref, b.ref));
  bill.serialNumber = '';
  bill.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bill))}`;
}

function settleSpdx(bill: Spdx, { name, time }: Subject): void {
  // SPDX 2.3 knows no fractions of a second.
  bill.creationInfo.created = time.toISOString().replace(/\.\d+Z$/, 'Z');
  for (const one of bill.packages) {
    const own = one.externalRefs?.some(({ referenceLocator }) => referenceLocator.startsWith(`pkg:npm/${name}@`));
    if (own) one.name = name;
  }
  bill.packages.sort((a, b) => compare(a.SPDXID, b.SPDXID));
  const space = bill.documentNamespace.replace(/-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, '');
  bill.documentNamespace = space;
  bill.documentNamespace = `${space}-${uuidOf(JSON.stringify(bill))}`;
}

/** A UUID made of a hash (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
