declare module 'spdx-license-ids' {
  /** All ids of SPDX's list that are not deprecated. */
  const ids: readonly string[];
  export default ids;
}
