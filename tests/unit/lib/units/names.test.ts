import { describe, expect, test } from 'vitest';
import { groupOf, labelOf, regionOf, shortName, shortOf, widestOf, withinOf } from '../../../../src/lib/units/names.ts';

describe('a name without its rank', () => {
  test.each([
    ['汉滨区', '汉滨'],
    ['兰考县', '兰考'],
    ['汝州市', '汝州'],
    ['陕西省', '陕西'],
    ['祁县', '祁县'],
    ['城区', '城区'],
    ['老城区', '老城'],
    ['金山区', '金山'],
    ['市中区', '市中'],
    ['上海市', '上海'],
    ['玉龙纳西族自治县', '玉龙'],
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['新疆维吾尔自治区', '新疆'],
    ['西藏自治区', '西藏'],
    ['香港特别行政区', '香港'],
    ['神农架林区', '神农架'],
    ['六枝特区', '六枝'],
    ['井陉矿区', '井陉'],
    ['浦东新区', '浦东'],
    ['阿里地区', '阿里'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['凉山彝族自治州', '凉山'],
    ['湘西土家族苗族自治州', '湘西'],
    ['巴音郭楞蒙古自治州', '巴音郭楞'],
    ['伊犁哈萨克自治州', '伊犁'],
    ['海西蒙古族藏族自治州', '海西'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['阿克塞哈萨克族自治县', '阿克塞'],
    ['东乡族自治县', '东乡'],
    ['鄂温克族自治旗', '鄂温克'],
    ['鄂伦春自治旗', '鄂伦春'],
    ['龙胜各族自治县', '龙胜'],
    ['管城回族区', '管城'],
    ['梅里斯达斡尔族区', '梅里斯'],
    ['科尔沁左翼中旗', '科尔沁左翼中旗'],
    ['幸福社区', '幸福社区'],
    ['城南片区', '城南片区'],
    ['经济技术开发区', '经济技术开发区'],
    ['九龙江', '九龙江'],
    ['育才小学', '育才小学'],
    ['旧金山湾区', '旧金山湾'],
    ['Oakland', 'Oakland'],
    ['杭州', '杭州'],
    ['加利福尼亚州', '加利福尼亚'],
  ])('of %s is %s', (name, short) => expect(shortName(name)).toBe(short));
});

describe('a unit', () => {
  const old = (province: string, prefecture: string) => ({ name: '某县', province, prefecture });

  test.each([
    [old('河南省', '许昌市'), ['河南省', '许昌市'], '河南许昌'],
    [old('上海市', '上海市'), ['上海市'], '上海'],
    [old('福建省、广东省', '龙岩市、梅州市'), ['福建省、广东省', '龙岩市、梅州市'], '福建、广东龙岩、梅州'],
    [{ name: '韩江', within: ['福建省、广东省'] }, ['福建省、广东省'], '福建、广东'],
    [{ name: '玉龙纳西族自治县', within: ['云南省', '丽江市'] }, ['云南省', '丽江市'], '云南丽江'],
    [{ name: '东胜区', within: ['内蒙古自治区', '鄂尔多斯市'] }, ['内蒙古自治区', '鄂尔多斯市'], '内蒙古鄂尔多斯'],
    [{ name: '奥克兰', within: ['美国', '加利福尼亚州'] }, ['美国', '加利福尼亚州'], '美国加利福尼亚'],
    [{ name: '长江', within: [] }, [], ''],
  ])('%o lies in %j, which is %s', (unit, within, region) => {
    expect(withinOf(unit)).toEqual(within);
    expect(widestOf(unit)).toBe(within[0] ?? null);
    expect(regionOf(unit)).toBe(region);
  });

  test('is called what it says it is', () => {
    const unit = { name: '旧金山湾区' };
    expect([shortOf(unit), labelOf(unit)]).toEqual(['旧金山湾', '旧金山湾']);
    expect([shortOf({ ...unit, short: '湾区' }), labelOf({ ...unit, short: '湾区' })]).toEqual(['湾区', '湾区']);
    expect([shortOf({ ...unit, label: '旧金山' }), labelOf({ ...unit, label: '旧金山' })]).toEqual([
      '旧金山湾',
      '旧金山',
    ]);
  });

  test('belongs with those of the same prefecture, and with none where only a province is known', () => {
    expect(groupOf(old('陕西省', '安康市'))).toBe('安康市');
    expect(groupOf({ name: '甲', within: ['陕西省'] })).toBe('');
  });
});
