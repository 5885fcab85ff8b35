import type { APIRoute } from 'astro';
import * as archive from '#archive';
import { SEARCH } from '#words/search.ts';
import { fullAddress, path } from '../lib/urls.ts';
import { tagOf } from '../site/languages.ts';

/** Lets browsers add the site as a search engine (OpenSearch 1.1). */
export const GET: APIRoute = ({ site }) => {
  const search = fullAddress(path('search/'), site);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${archive.name}</ShortName>
  <Description>${SEARCH.lede}</Description>
  <Language>${tagOf(archive.language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/x-icon">${fullAddress(path('favicon.ico'), site)}</Image>
  <Url type="text/html" method="get" template="${search}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } });
};
