const names = `
  archetypeDir assetDir build cacheDir caches canonifyURLs cleanDestinationDir contentDir contentTypes
  copyright dataDir defaultContentLanguageInSubdir defaultOutputFormat deployment disableAliases
  disableDefaultLanguageRedirect disableHugoGeneratorInject disableKinds disableLanguages disableLiveReload
  disablePathToLower disqusShortname enableEmoji enableGitInfo enableInlineShortcodes
  enableMissingTranslationPlaceholders enableRobotsTXT environment frontmatter googleAnalytics hasCJKLanguage
  HTTPCache i18nDir ignoreCache ignoreErrors ignoreFiles ignoreLogs ignoreVendorPaths imaging languageDirection
  languageName languages layoutDir logLevel mainSections markup mediaTypes menu menus minify module
  newContentEditor noBuildLock noChmod noTimes outputFormats outputs page paginate paginatePath pagination
  panicOnWarning permalinks printI18nWarnings printPathWarnings printUnusedTemplates privacy publishDir quiet
  refLinksErrorLevel refLinksNotFoundURL related relativeURLs removePathAccents renderSegments resourceDir roles
  rssLimit sectionPagesMenu security segments server services sitemap social staticDir taxonomies templateMetrics
  theme themesDir timeout titleCaseStyle uglyURLs verbose versions watch workingDir
`;

/** Top-level settings of Hugo 0.169 that Octavo does not read, in Hugo's spelling. */
export const hugoKeys: readonly string[] = names.trim().split(/\s+/);
