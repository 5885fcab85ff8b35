/**
 * The characters most often met in modern Chinese, simplified and traditional. In real text they are some four in ten
 * Han characters; in text decoded wrongly, hardly any.
 */
const COMMON =
  '的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢市县区村贫困脱扶攻坚党委政府建设农业产镇帮';
const TRADITIONAL =
  '這個們來時為國說會過對樣後學還沒發當總從無現間給點問實與將機車書電門員東處讓應場報關長見進動經開種業區縣產農黨貧球';
const SET = new Set([...COMMON, ...TRADITIONAL]);

/** Part of the Han characters of a text that are common ones, 0 to 1; 0 where there are none. */
export function shareOfCommonHan(text: string): number {
  let [han, common] = [0, 0];
  for (const character of text) {
    if (!/\p{Script=Han}/u.test(character)) continue;
    han++;
    if (SET.has(character)) common++;
  }
  return han === 0 ? 0 : common / han;
}
