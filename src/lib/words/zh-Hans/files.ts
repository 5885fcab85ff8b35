/** The list of all files of the site. */
export const FILES = {
  title: '全部文件',
  description: '本站的每一个文件，附字节数和 SHA-256，供整站保存和核对。',
  lede: '本站由这些静态文件组成。wget、HTTrack 一类的程序从这一页能走到全站，检索用的索引也在内；存下的副本全不全、对不对，可以逐个核对。',
  forms: '同一份清单，给程序的。manifest-sha256.txt 在网站的根文件夹里用 sha256sum -c 核对：',
  /** On the page of data. */
  more: '要整站保存，见“全部文件”',
} as const;
