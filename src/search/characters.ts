/** Radicals by which some programs print the character that looks the same (Unicode: Equivalent_Unified_Ideograph). */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟㇐一㇑丨㇒丿㇓丿㇔丶㇏乀㇖乛㇚亅㇟乚㇠乙';
const RADICAL = new Map(Array.from(RADICALS.matchAll(/../gu), ([pair]) => [...pair] as [string, string]));

/** The character that a radical stands for; every other character as it is. */
export const withoutRadical = (character: string): string => RADICAL.get(character) ?? character;

/** Circles by which many write the character 〇. */
export const ZERO = /^[○◯]$/;

/** Dots that stand inside names, in every shape and width: 古丽·买买提, 古丽•买买提. */
export const NAME_DOT = /[.·•‧․∙⋅●◦・･．﹒˙ꞏ᛫⸱⸳⸰∘▪⦁ᐧ·﹅]/u;

/** Hyphens that stand inside names instead: 古丽-买买提. */
export const NAME_HYPHEN = /[-‐‑‒–−﹣－]/u;
