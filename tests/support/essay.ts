/** The manuscript of an essay on the county of the smallest archive and another, with these words in it. */
export const essayOf = (words: string, fields = 'status: published'): string => `---
title: 两处的数
genre: essay
counties: [jianan, elsewhere]
summary: 这是一篇只为测试而写的短文，它讲两处的事，自己不带来源，数字都指到别的文章里去，摘要的长度也够四十个字。
privacy: reviewed
${fields}
published: "2026-12-05"
---

这一段讲两处的事，只为测试而写，字数也够写成一段话。${words}
`;
