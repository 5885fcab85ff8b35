import type { Headers, Hosting } from './rules.ts';
import { TYPES } from './types.ts';

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a folder inherits has to be taken away before it is said anew. */
const customHeaders = (headers: Headers, indent: string): string =>
  [
    `${indent}<httpProtocol>`,
    `${indent}  <customHeaders>`,
    ...Object.entries(headers).flatMap(([name, value]) => [
      `${indent}    <remove name="${name}" />`,
      `${indent}    <add name="${name}" value="${attribute(value)}" />`,
    ]),
    `${indent}  </customHeaders>`,
    `${indent}</httpProtocol>`,
  ].join('\n');

/** `web.config`, for the folder of the site itself. IIS sends no file whose kind it has not been told. */
export function iis({ base, common, special }: Hosting): string {
  const types = Object.entries(TYPES).map(
    ([extension, type]) =>
      `      <remove fileExtension=".${extension}" />\n` +
      `      <mimeMap fileExtension=".${extension}" mimeType="${attribute(type)}" />`,
  );
  const locations = special.map(
    ({ path, headers }) =>
      `  <location path="${attribute(path.slice(base.length).replace(/\/?\*$/, ''))}">\n    <system.webServer>\n` +
      `${customHeaders(headers, '      ')}\n    </system.webServer>\n  </location>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Written by npm run headers from the built site: for the folder of the site itself. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
      <remove statusCode="403" />
      <error statusCode="403" path="404.html" responseMode="File" />
    </httpErrors>
    <security>
      <requestFiltering removeServerHeader="true">
        <denyUrlSequences>
          <add sequence="/." />
        </denyUrlSequences>
      </requestFiltering>
    </security>
    <urlCompression doStaticCompression="true" />
    <staticContent>
${types.join('\n')}
    </staticContent>
${customHeaders(common, '    ')}
  </system.webServer>
${locations.join('\n')}
</configuration>
`;
}
