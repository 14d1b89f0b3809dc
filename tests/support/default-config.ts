import type { Config } from '../../src/model/config.js';

/** The configuration of a book that configures nothing, built in 1970. A new key gets its default here, once. */
export const defaultConfig: Config = {
  title: '',
  author: '',
  description: '',
  language: 'en',
  baseUrl: '',
  basePath: '/',
  relativeUrls: false,
  timeZone: 'UTC',
  environment: 'production',
  folders: {
    content: [{ folder: 'content', at: '' }],
    statics: [{ folder: 'static', at: '' }],
    data: [{ folder: 'data', at: '' }],
  },
  cascade: null,
  compat: 'strict',
  publish: { drafts: false, future: false, expired: false, now: 0 },
  markdown: {
    parser: 'satteri',
    unsafe: false,
    typographer: true,
    summaryLength: 70,
    highlight: {
      colours: true,
      numbers: 'none',
      start: 1,
      marked: '',
      linkedNumbers: false,
      linePrefix: '',
    },
  },
  titles: { pluralize: false, capitalize: true, spaces: true, style: 'ap' },
  addresses: { permalinks: [], uglyUrls: false, keepCase: false, removeAccents: false, redirects: true },
  disabledKinds: [],
  ignoredFiles: [],
  gitInfo: false,
  dates: {},
  taxonomies: ['categories', 'tags'],
  menus: {},
  sectionPagesMenu: '',
  copyright: '',
  outputs: {
    feed: true,
    feedLimit: null,
    sitemap: true,
    print: false,
    llms: true,
    markdown: false,
    robots: false,
  },
  sitemap: { filename: 'sitemap.xml', changefreq: '', priority: -1, disable: false },
  references: { severity: 'error', notFound: '' },
  search: true,
  severities: {},
  params: {},
};

/** How a Hugo site calls folders without a title. */
export const hugoTitles: Config['titles'] = { pluralize: true, capitalize: true, spaces: false, style: 'ap' };
