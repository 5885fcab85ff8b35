/** Surnames of one character, simplified and traditional, the most frequent first. */
const SINGLE = new Set(
  '蔡王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾蔣閻龍賀顧龔萬錢嚴賴羅齊莊魯湯溫龐顏聶關蘭駱範譚陸賈韋鄒邱',
);
const DOUBLE =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|慕容|皇甫|令狐|尉迟|尉遲|公孙|公孫|夏侯|东方|東方|西门|西門|南宫|南宮|端木|司徒|司空|长孙|長孫|宇文|轩辕|軒轅|澹台|呼延|淳于|濮阳|濮陽|太史|申屠|拓跋|独孤|獨孤|赫连|赫連)/u;

/** The surname with which a word begins; null where it begins with none. */
export function surnameOf(word: string): string | null {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return DOUBLE.exec(word)?.[0] ?? (SINGLE.has(first) ? first : null);
}
