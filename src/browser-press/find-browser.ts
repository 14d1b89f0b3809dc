import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Outcome } from '../model/diagnostic.js';

/** Where a browser is looked for. */
export interface BrowserSearch {
  /** The process's variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** As `process.platform`. */
  readonly platform: string;
  /** The user's own folder. */
  readonly home: string;
}

const NAMED_BY = ['OCTAVO_BROWSER', 'CHROME_PATH'] as const;
const ON_PATH: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
];

/**
 * The Chromium that prints (book files, section 5): the one that a variable names, one on the `PATH`, at the usual places of macOS and
 * Windows, or the newest in Playwright's cache. Nothing is downloaded. Null with `pdf/no-browser`; a variable that leads nowhere
 * is an error, whatever else there is.
 */
export function findBrowser(search: BrowserSearch): Outcome<string | null> {
  for (const name of NAMED_BY) {
    const path = search.variables[name] ?? '';
    if (path === '') continue;
    if (isProgram(path)) return { value: path, diagnostics: [] };
    return { value: null, diagnostics: [diagnose('pdf/no-browser', { variable: name, path, tried: '' })] };
  }
  const places = [...listOnPath(search), ...listUsual(search), ...listOfPlaywright(search)];
  const value = places.find(isProgram) ?? null;
  if (value !== null) return { value, diagnostics: [] };
  const tried = [...ON_PATH.map((name) => `${name} on the PATH`), ...listUsual(search), "Playwright's cache"];
  return {
    value,
    diagnostics: [diagnose('pdf/no-browser', { variable: '', path: '', tried: tried.join(', ') })],
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function listOnPath({ variables, platform }: BrowserSearch): readonly string[] {
  const folders = (variables['PATH'] ?? variables['Path'] ?? '').split(delimiter).filter((folder) => folder);
  const ending = platform === 'win32' ? '.exe' : '';
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function listUsual({ platform, variables, home }: BrowserSearch): readonly string[] {
  if (platform === 'darwin') {
    const apps = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return apps.flatMap((app) =>
      ['/Applications', join(home, 'Applications')].map((folder) => join(folder, app)),
    );
  }
  if (platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
    (name) => variables[name] ?? [],
  );
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}

const PROGRAMS: readonly string[] = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** The newest first: folders are called `chromium-1208`. */
function listOfPlaywright({ platform, variables, home }: BrowserSearch): readonly string[] {
  const usual: Readonly<Record<string, string>> = {
    darwin: join(home, 'Library/Caches/ms-playwright'),
    win32: join(variables['LOCALAPPDATA'] ?? home, 'ms-playwright'),
  };
  const cache =
    variables['PLAYWRIGHT_BROWSERS_PATH'] || usual[platform] || join(home, '.cache/ms-playwright');
  const numbers = readNames(cache).flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? []);
  return numbers
    .toSorted((one, other) => Number(other) - Number(one))
    .flatMap((number) => PROGRAMS.map((program) => join(cache, `chromium-${number}`, program)));
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
