import base from './playwright.config.ts';
const servers = base.webServer as object[];
export default { ...base, webServer: servers.slice(0, 1) };
