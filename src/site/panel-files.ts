import { licence } from '#archive';
import { MAP_PAGE } from '#words/map.ts';
import { type PanelWords, panelGeoJson, panelSvg } from '../lib/map/panel-file.ts';
import { licenceName } from '../lib/rights/names.ts';
import { path } from '../lib/urls.ts';
import { config } from './config.ts';
import { getCounties, getMapCounties } from './content.ts';
import { mapContext } from './map-context.ts';
import { mapOutlines } from './map-outlines.ts';
import { getPanels, getPlacesOnMap, type TitledPanel } from './panels.ts';

/** The whole address of a path; the path where the site has not been given one. */
function ownAddress(href: string): string {
  const { siteUrl, hasSiteUrl } = config();
  return hasSiteUrl ? new URL(href, siteUrl).href : href;
}

/** Every panel of the map with the words that go with it, for the files that readers may take along. */
export async function getPanelFiles(): Promise<{ panel: TitledPanel; words: PanelWords }[]> {
  const map = await getPanels();
  const address = ownAddress(path('map/'));
  const credit = MAP_PAGE.credit(licence ? licenceName(licence.id) : null, address);
  return (map?.panels ?? []).map((panel) => {
    const { name, region } = panel.title;
    return { panel, words: { title: [name, region].filter(Boolean).join(' · '), caption: map?.caption ?? '', credit } };
  });
}

/** The SVG of a panel. */
export const svgOf = ({ panel, words }: Awaited<ReturnType<typeof getPanelFiles>>[number]): string =>
  panelSvg(panel, words);

/** The GeoJSON of a panel. */
export async function geoJsonOf({ panel, words }: Awaited<ReturnType<typeof getPanelFiles>>[number]) {
  const [all, counties, places] = await Promise.all([getCounties(), getMapCounties(), getPlacesOnMap()]);
  const links = Object.fromEntries(all.map(({ id, href }) => [id, ownAddress(href)]));
  return panelGeoJson(panel, words, {
    ...{ outlines: mapOutlines().outlines, context: mapContext() },
    ...{ counties, places, links },
  });
}
