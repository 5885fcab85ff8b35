import { name, unit } from '#archive';

/** The map of the counties: page, controls, panel. */
export const MAP_PAGE = {
  title: `${unit.group}地图`,
  lede: (counties: number, stories: number, milestones: number) =>
    `${counties} 个${unit.name}，${stories} 篇文章，${milestones} 条记事。点图上一处，看那里的文章和记事。`,
  list: `${unit.levels.slice(0, 3).join('、')}名录`,
  filter: '筛选',
  year: '年份',
  genre: '体裁',
  allYears: '全部年份',
  all: '全部',
  beforeYears: (first: string) => `${first}以前`,
  afterYears: (last: string) => `${last}以后`,
  allGenres: '全部体裁',
  status: (years: string, counties: number, stories: number, milestones: number) =>
    `${years}：${counties} 个${unit.name}，${stories} 篇文章，${milestones} 条记事`,
  nothing: '没有符合的记录',
  counts: (stories: number, milestones: number) => `${stories} 篇 · ${milestones} 条记事`,
  /** Beside a county's name on the map. */
  brief: (stories: number, milestones: number) => (stories > 0 ? `${stories} 篇，${milestones} 件` : ''),
  areaName: (county: string, milestones: number) => `${county}，${milestones} 条记事`,
  /** A panel of many: what they all lie in, or the first of them. */
  together: (region: string, some: string, many: number) =>
    region ? `${region} ${many} 个${unit.name}` : `${some}等 ${many} 个${unit.name}`,
  panels: (panels: number) => (panels > 1 ? `${panels} 幅图同一比例。` : ''),
  panelCounty: (county: string, counts: string) => (counts ? `${county}，${counts}` : county),
  unnamed: (counties: string) => `图上没有地方写名字的：${counties}。`,
  undated: (milestones: number) => `另有 ${milestones} 条没有写年份`,
  keyMap: '各幅图的位置',
  enlarge: '看大图',
  shrink: '收起',
  /** Files of a panel: what they are called, and what a screen reader hears. */
  download: '下载',
  downloadPanel: (panel: string, form: string) => `下载“${panel}”这一幅：${form}`,
  /** In a file that has left the site. */
  credit: (licence: string | null, url: string) => `${name}${licence ? `，${licence}` : ''}，${url}`,
  /** Of a point that a source gives to a kilometre or two. */
  approximate: '位置约略',
  hollow: '空心圆点位置约略。',
  /** Which places are drawn hollow, and where their positions come from. */
  approximatePlaces: (places: string) => `空心圆点位置约略：${places}。`,
  positions: (sources: string) => `图上各点的位置据${sources}。`,
  bars: '各年份的记事条数，点一年只看那一年',
  placesOf: '文中地点',
  countyPage: (county: string, figures: number) => `${county}专页${figures > 0 ? `，全部 ${figures} 个数字` : ''}`,
  map: '地图',
  mapName: `${unit.group}地图，方向键移动，加减号缩放`,
  skip: '跳过地图',
  load: '载入可缩放的地图',
  failed: '可缩放的地图没有载入，这里是静态图。',
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '全图',
  close: '关闭',
  unplaced: (counties: string) => `${counties}没有写下位置，不在图上。`,
  noPoints: `这里的${unit.name}都没有写下位置，只有名录。`,
  legend: '颜色深浅：记事条数',
  shade: (least: number, most: number | undefined) =>
    least === 0
      ? '无'
      : most === undefined
        ? `${least} 条以上`
        : most === least
          ? `${least} 条`
          : `${least}—${most} 条`,
  metres: (metres: number) => (metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`),
  gestures: {
    touch: '两指移动和缩放地图',
    scroll: '按住 Ctrl 滚动可缩放地图',
    scrollMac: '按住 ⌘ 滚动可缩放地图',
  },
  attribution: name,
  basemap: '底图：天地图',
  embedLede: (counties: number) => `${counties} 个${unit.name}的示意图与名录，可嵌入别的网页。`,
  countyMap: (county: string) => `${county}地图`,
  beyond: (place: string) => `${place}（在图外）`,
  neighbours: (names: string) => `图上另有本站收录的${names}`,
  onMap: (county: string) => `在${unit.group}地图上看${county}`,
} as const;
