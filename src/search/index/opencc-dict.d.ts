/** OpenCC's own tables: `后 後|发 發|…`, what is to be written before what it is written as. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
