import { name } from '#archive';
import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/map.ts';
import { unitCount } from './unit.ts';

export const MAP_PAGE = {
  title: 'Map',
  lede: (counties, stories, milestones) =>
    `${unitCount(counties)}, ${counted.stories(stories)}, ${counted.milestones(milestones)}. Choose a place on the map to read of it.`,
  list: 'List of places',
  filter: 'Filter',
  year: 'Year',
  genre: 'Genre',
  allYears: 'All years',
  all: 'All',
  beforeYears: (first) => `Before ${first}`,
  afterYears: (last) => `After ${last}`,
  allGenres: 'All genres',
  status: (years, counties, stories, milestones) =>
    `${years}: ${unitCount(counties)}, ${counted.stories(stories)}, ${counted.milestones(milestones)}`,
  nothing: 'No matching records',
  counts: (stories, milestones) => `${counted.stories(stories)} · ${counted.milestones(milestones)}`,
  brief: (stories, milestones) => (stories > 0 ? `${counted.stories(stories)}, ${number(milestones)}` : ''),
  together: (region, some, many) => (region ? `${region}: ${unitCount(many)}` : `${some} and others`),
  panels: (panels) => (panels > 1 ? `${number(panels)} maps at one scale. ` : ''),
  panelCounty: (county, counts) => (counts ? `${county}: ${counts}` : county),
  unnamed: (counties) => `Without room for their names: ${counties}. `,
  undated: (milestones) => `${counted.milestones(milestones)} more without a year`,
  keyMap: 'Where these maps lie',
  enlarge: 'Enlarge',
  shrink: 'Back to the small map',
  download: 'Download',
  downloadPanel: (panel: string, form: string) => `Download the map “${panel}” as ${form}`,
  credit: (licence: string | null, url: string) => `${name}${licence ? `, ${licence}` : ''}, ${url}`,
  approximate: 'approximate position',
  hollow: 'Hollow dots are approximate. ',
  approximatePlaces: (places) => `Hollow dots are approximate: ${places}. `,
  positions: (sources) => `Positions of dots after ${sources}. `,
  bars: 'Milestones by year; choose a year to see it alone',
  areaName: (county, milestones) => `${county}, ${counted.milestones(milestones)}`,
  placesOf: 'Places in the stories',
  countyPage: (county, figures) => `All about ${county}${figures > 0 ? `, with ${counted.figures(figures)}` : ''}`,
  map: 'Map',
  mapName: 'Map: arrow keys move it, plus and minus zoom',
  skip: 'Skip the map',
  load: 'Load the map that zooms',
  failed: 'The map that zooms did not load; this is the still one.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole map',
  close: 'Close',
  unplaced: (counties) => `Not on the map, as nothing says where: ${counties}.`,
  noPoints: 'Nothing here says where its places are, so there is a list and no map.',
  legend: 'Darker: more milestones',
  shade: (least, most) =>
    least === 0
      ? 'none'
      : most === undefined
        ? `${number(least)} or more`
        : most === least
          ? number(least)
          : `${number(least)}–${number(most)}`,
  metres: (metres) => (metres < 1000 ? `${metres} m` : `${number(metres / 1000)} km`),
  gestures: {
    touch: 'Use two fingers to move and zoom the map',
    scroll: 'Hold Ctrl and scroll to zoom the map',
    scrollMac: 'Hold ⌘ and scroll to zoom the map',
  },
  attribution: name,
  basemap: 'Base map: Tianditu',
  embedLede: (counties) => `A sketch map and a list of ${unitCount(counties)}, to be embedded in other pages.`,
  countyMap: (county) => `Map of ${county}`,
  beyond: (place) => `${place} (beyond the map)`,
  neighbours: (names) => `Also on the map, from this archive: ${names}`,
  onMap: (county) => `${county} on the map`,
} as const satisfies Words<typeof zh.MAP_PAGE>;
