const names = `
  archetypeDir assetDir build cacheDir caches canonifyURLs cleanDestinationDir contentTypes
  copyright defaultContentLanguageInSubdir defaultOutputFormat deployment 
  disableDefaultLanguageRedirect disableHugoGeneratorInject disableLanguages disableLiveReload
  disqusShortname enableEmoji enableInlineShortcodes
  enableMissingTranslationPlaceholders environment googleAnalytics hasCJKLanguage
  HTTPCache i18nDir ignoreCache ignoreErrors ignoreLogs ignoreVendorPaths imaging languageDirection
  languageName languages layoutDir logLevel mainSections markup mediaTypes minify module
  newContentEditor noBuildLock noChmod noTimes outputFormats outputs page paginate paginatePath pagination
  panicOnWarning printI18nWarnings printPathWarnings printUnusedTemplates privacy publishDir quiet
  refLinksErrorLevel refLinksNotFoundURL related renderSegments resourceDir roles
  rssLimit security segments server services sitemap social templateMetrics
  theme themesDir timeout verbose versions watch workingDir
`;

/** Top-level settings of Hugo 0.169 that Octavo does not read, in Hugo's spelling. */
export const hugoKeys: readonly string[] = names.trim().split(/\s+/);
