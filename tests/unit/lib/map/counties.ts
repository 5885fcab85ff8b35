import type { MapCounty } from '../../../../src/lib/geo/drawn-counties.ts';

const county = (
  id: string,
  code: string,
  name: string,
  province: string,
  prefecture: string,
  centre: [number, number],
) => ({ id, code, name, province, prefecture, centre }) satisfies MapCounty;

/** The ten counties of the archive. */
export const COUNTIES: readonly MapCounty[] = [
  county('jiyang', '370115', '济阳区', '山东省', '济南市', [117.17, 36.98]),
  county('ruzhou', '410482', '汝州市', '河南省', '平顶山市', [112.84, 34.17]),
  county('wenfeng', '410502', '文峰区', '河南省', '安阳市', [114.36, 36.09]),
  county('jianan', '411003', '建安区', '河南省', '许昌市', [113.82, 34.12]),
  county('hanbin', '610902', '汉滨区', '陕西省', '安康市', [109.03, 32.69]),
  county('shiquan', '610922', '石泉县', '陕西省', '安康市', [108.25, 33.04]),
  county('ziyang', '610924', '紫阳县', '陕西省', '安康市', [108.53, 32.52]),
  county('langao', '610925', '岚皋县', '陕西省', '安康市', [108.9, 32.31]),
  county('pingli', '610926', '平利县', '陕西省', '安康市', [109.36, 32.39]),
  county('baihe', '610929', '白河县', '陕西省', '安康市', [110.11, 32.81]),
];

/** Two more, of which there is no drawing; the first beside the six of one prefecture. */
export const XUNYANG = county('xunyang', '610928', '旬阳县', '陕西省', '安康市', [109.37, 32.83]);
export const LANKAO = county('lankao', '410225', '兰考县', '河南省', '开封市', [114.82, 34.82]);
