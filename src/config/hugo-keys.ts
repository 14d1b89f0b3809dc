const names = `
  archetypeDir assetDir build cacheDir caches contentTypes
  defaultOutputFormat deployment 
  disableLiveReload disqusShortname enableInlineShortcodes
  enableMissingTranslationPlaceholders environment googleAnalytics
  HTTPCache i18nDir ignoreCache ignoreErrors ignoreLogs ignoreVendorPaths imaging languageDirection
  languageName layoutDir logLevel mainSections markup mediaTypes minify module
  newContentEditor noBuildLock noChmod noTimes outputFormats outputs page paginate paginatePath pagination
  printI18nWarnings printPathWarnings printUnusedTemplates quiet
  related renderSegments resourceDir roles
  security segments server services social templateMetrics
  timeout verbose versions watch workingDir
  blackfriday disableBrowserError footnoteAnchorPrefix footnoteReturnLinkContents metaDataFormat
  preserveTaxonomyNames pygmentsCodeFences pygmentsCodeFencesGuessSyntax pygmentsOptions pygmentsStyle
  pygmentsUseClasses pygmentsUseClassic taxonomyTerm
`;

/** Top-level settings of Hugo that Octavo does not read, in Hugo's spelling: those of 0.169, then those of older ones. */
export const hugoKeys: readonly string[] = names.trim().split(/\s+/);
