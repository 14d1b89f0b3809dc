import { failEvaluation } from '../../go-templates/faults.js';
import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { finishedHtml } from '../../go-templates/values/origin.js';
import { isObject } from '../../go-templates/values/value.js';
import type { Desk } from '../desk.js';
import { toGoValue } from '../to-value.js';
import { viewObject } from '../views/member-table.js';
import { viewGroup } from '../views/view-pages.js';
import { siteAddressFunctions } from './address-functions.js';
import { dataFunctions } from './data-functions.js';
import { languageFunctions } from './language-functions.js';
import { markdownFunctions } from './markdown-functions.js';
import { referenceFunctions } from './reference-functions.js';
import { resourceFunctions } from './resource-functions.js';
import { timeFunctions } from './time-functions.js';
import { wordFunctions } from './word-functions.js';

/** The version of Hugo whose templates these are. */
const VERSION = '0.169.0';

/** Every function that needs a site. */
export function siteFunctions(desk: Desk): readonly FunctionEntry[] {
  const { settings, data } = desk.site;
  const version = viewObject(
    'version.Version',
    { String: () => VERSION },
    {
      print: () => VERSION,
      compare: (other) => compareVersions(VERSION, typeof other === 'string' ? other : ''),
    },
  );
  const dataView = toGoValue(data);
  const hugo = viewObject('hugo.HugoInfo', {
    Version: () => version,
    Environment: () => settings.environment,
    IsProduction: () => settings.environment === 'production',
    IsDevelopment: () => settings.environment === 'development',
    IsServer: () => false,
    IsExtended: () => true,
    IsMultilingual: () => settings.languages.length > 1,
    IsMultihost: () => false,
    Generator: () => finishedHtml(`<meta name="generator" content="Hugo ${VERSION}">`),
    CommitHash: () => '',
    WorkingDir: () => '',
    Data: () => dataView,
    Sites: () =>
      viewObject(
        'Sites',
        { Default: () => desk.viewSite(), First: () => desk.viewSite() },
        { items: [desk.viewSite()] },
      ),
  });
  return [
    ['site', 0, 0, () => desk.viewSite()],
    ['page', 0, 0, () => (desk.chapter === null ? null : desk.viewPage(desk.chapter.page.key))],
    ['hugo', 0, 0, () => hugo],
    [
      'collections.Group group',
      2,
      2,
      ([key, pages]) =>
        isObject(pages) && pages.type === 'Pages'
          ? viewGroup(key ?? null, pages)
          : failEvaluation('only pages can be grouped'),
    ],
    ['reflect.IsPage', 1, 1, ([value]) => isObject(value) && value.type === 'Page'],
    ['reflect.IsSite', 1, 1, ([value]) => isObject(value) && value.type === 'Site'],
    ['reflect.IsResource', 1, 1, ([value]) => isObject(value) && value.type === 'Resource'],
    [
      'reflect.IsImageResource',
      1,
      1,
      ([value]) => isObject(value) && value.type === 'Resource' && value.member('ResourceType') === 'image',
    ],
    ...siteAddressFunctions(desk),
    ...dataFunctions,
    ...markdownFunctions(desk),
    ...languageFunctions(desk),
    ...referenceFunctions(desk),
    ...resourceFunctions(desk),
    ...timeFunctions(desk),
    ...wordFunctions(desk),
  ];
}

function compareVersions(left: string, right: string): number {
  const read = (text: string) => text.replace(/^v/, '').split(/[.-]/).map(Number);
  const [a, b] = [read(left), read(right)];
  for (let at = 0; at < 3; at += 1) {
    const order = (a[at] || 0) - (b[at] || 0);
    if (order !== 0) return order;
  }
  return 0;
}
