import { compileGlob } from '../../files/glob.js';
import { failEvaluation } from '../../go-templates/faults.js';
import { toText } from '../../go-templates/values/convert.js';
import type { GoObject, GoValue } from '../../go-templates/values/value.js';
import type { HugoFile, HugoResource } from '../../model/hugo-site.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { encodeSegment } from '../../url/url.js';
import type { Desk } from '../desk.js';
import { readFoundFile } from '../read-project-file.js';
import { toForeignValue } from '../to-value.js';
import { methodOf, viewObject } from './member-table.js';

/** A file below `assets/`. To be asked for its address publishes it. */
export function viewAsset(asset: HugoFile, desk: Desk): GoObject {
  const publish = () => {
    desk.chapter?.published.add(asset.path);
    return `/${asset.path.split('/').map(encodeSegment).join('/')}`;
  };
  return viewFile(asset, { name: `/${asset.path}`, title: `/${asset.path}`, url: publish, params: {} }, desk);
}

/** A file of a bundle. */
function viewBundleFile(file: HugoResource, desk: Desk): GoObject {
  const { name, title, url, params } = file;
  return viewFile(file, { name, title, url: () => url, params }, desk);
}

interface Naming {
  readonly name: string;
  readonly title: string;
  readonly url: () => string;
  readonly params: Readonly<Record<string, unknown>>;
}

function viewFile(file: HugoFile, { name, title, url, params }: Naming, desk: Desk): GoObject {
  const { settings } = desk.site;
  const { picture } = file;
  const media = mediaTypeOf(file.path);
  const needPicture = () => picture ?? failEvaluation(`${file.path} is not a picture`);
  return viewObject(
    'Resource',
    {
      Name: () => name,
      Title: () => title,
      Params: () => toForeignValue(params),
      Permalink: () => makeAbsolute(settings, url()),
      RelPermalink: () => addBasePath(settings, url()),
      ResourceType: () => media.main,
      MediaType: () =>
        viewObject(
          'media.Type',
          {
            Type: () => media.type,
            MainType: () => media.main,
            SubType: () => media.sub,
            String: () => media.type,
          },
          { print: () => media.type },
        ),
      Content: () => readFoundFile(file.absolute) ?? failEvaluation(`${file.path} cannot be read`),
      Width: () => needPicture().width,
      Height: () => needPicture().height,
    },
    { print: () => name },
  );
}

/** `Resources` of a page: a list with `Get`, `GetMatch`, `Match` and `ByType`, of which the last two make such a list again. */
export function viewResources(files: readonly HugoResource[], desk: Desk): GoObject {
  const view = (file: HugoResource | undefined) => (file === undefined ? null : viewBundleFile(file, desk));
  const matching = (pattern: GoValue | undefined) => {
    const matches = matchNames(toText(pattern));
    return files.filter((file) => matches(file.name));
  };
  const ofType = (type: string) => files.filter((file) => mediaTypeOf(file.path).main === type);
  return viewObject(
    'Resources',
    {
      Get: () => methodOf(([name]) => view(files.find((file) => isNamed(file.name, toText(name))))),
      GetMatch: () => methodOf(([pattern]) => view(matching(pattern)[0])),
      Match: () => methodOf(([pattern]) => viewResources(matching(pattern), desk)),
      ByType: () => methodOf(([type]) => viewResources(ofType(toText(type)), desk)),
    },
    { items: files.map((file) => viewBundleFile(file, desk)) },
  );
}

function isNamed(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted.replace(/^\.?\//, '').toLowerCase();
}

/** Whether a name fits a pattern, whatever the case. */
export function matchNames(pattern: string): (name: string) => boolean {
  const matches = compileGlob(pattern.replace(/^\//, '').toLowerCase());
  return (name) => matches?.(name.replace(/^\//, '').toLowerCase()) === true;
}

/** A file's media type by its name, as Hugo has it. */
interface MediaType {
  readonly type: string;
  readonly main: string;
  readonly sub: string;
}

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ico: 'image/vnd.microsoft.icon',
  css: 'text/css',
  scss: 'text/x-scss',
  sass: 'text/x-sass',
  js: 'text/javascript',
  ts: 'text/typescript',
  json: 'application/json',
  toml: 'application/toml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  xml: 'application/xml',
  csv: 'text/csv',
  html: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  zip: 'application/zip',
};

/** `text/plain` and so on; `application/octet-stream` for a name that says nothing. */
function mediaTypeOf(path: string): MediaType {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const type = (Object.hasOwn(types, extension) ? types[extension] : undefined) ?? 'application/octet-stream';
  const [main = '', rest = ''] = type.split('/');
  return { type, main, sub: rest.split('+')[0] ?? '' };
}
