/** Functions that Hugo has and that are refused by name where a template reaches them. */
const refused = new Set(
  `
  resources.GetRemote getJSON getCSV data.GetJSON data.GetCSV os.Getenv getenv os.Stat
  js.Build js.Babel js.Batch babel css.Sass css.PostCSS css.TailwindCSS css.Build css.Quoted css.Unquoted toCSS postCSS
  resources.ToCSS resources.PostCSS resources.Babel resources.Minify minify resources.Fingerprint fingerprint
  resources.Concat resources.FromString resources.ExecuteAsTemplate resources.PostProcess resources.Copy
  resources.ByType resources.Publish
  images.AutoOrient images.Brightness images.ColorBalance images.Colorize images.Config images.Contrast images.Dither
  images.Filter images.Gamma images.GaussianBlur images.Grayscale images.Hue images.Invert images.Mask images.Opacity
  images.Overlay images.Padding images.Pixelate images.Process images.QR images.Saturation images.Sepia images.Sigmoid
  images.Text images.UnsharpMask imageConfig
  collections.Shuffle shuffle math.Rand math.Counter openapi3.Unmarshal call
  debug.Dump debug.Timer debug.Visualize debug.VisualizeSpaces diagrams.Goat hash.XxHash strings.Diff
  transform.ToMath transform.CanHighlight transform.HighlightCodeBlock transform.HTMLToMarkdown transform.PortableText
  transform.Remarshal transform.Unmarshal unmarshal transform.Emojify emojify transform.Markdownify markdownify
  transform.Highlight highlight templates.Defer templates.Exists templates.Current templates.Inner
  collections.Group group inner lang.Merge collections.D
  lang.FormatAccounting lang.FormatCurrency lang.FormatNumber lang.FormatNumberCustom lang.FormatPercent
  lang.Translate i18n T strings.Title title inflect.Humanize humanize inflect.Pluralize pluralize
  inflect.Singularize singularize urls.Anchorize anchorize urls.URLize urlize urls.AbsURL absURL urls.RelURL relURL
  urls.AbsLangURL absLangURL urls.RelLangURL relLangURL urls.Ref ref urls.RelRef relref
  time time.AsTime time.Duration duration time.Format dateFormat time.In time.Now now time.ParseDuration
  os.FileExists fileExists os.ReadDir readDir os.ReadFile readFile
  resources.Get resources.GetMatch resources.PatternMatch reflect.IsImageResource reflect.IsImageResourceProcessable
  reflect.IsImageResourceWithMeta reflect.IsPage reflect.IsResource reflect.IsSite page site hugo
  css.ChromaStyles xxhash
  `
    .trim()
    .split(/\s+/),
);

/** Whether Hugo has a function of this name. One that a site's own table has is not asked about here. */
export function isHugoName(name: string): boolean {
  return refused.has(name);
}

/** Fields and methods of Hugo's objects (its manual, "Methods"), whichever of them has it. */
const members = new Set(
  `
  AbbreviatedHash Abs Add AddDate After Aliases AllPages AllTranslations Alphabetical
  AlternativeOutputFormats Ancestors AppendFormat Author AuthorDate AuthorEmail AuthorName Authors BaseURL
  Before Body BuildDate BuildDrafts BundleType ByCount ByDate ByExpiryDate ByLanguage ByLastmod ByLength
  ByLinkTitle ByName ByParam ByPublishDate ByTitle ByWeight CheckReady Children Clock CodeOwners Colors
  CommitDate Config Content ContentBaseName ContentWithoutSummary Copyright Count Crop CurrentSection Data
  Date Day Deps Description Dimension Dir DisqusShortname Draft Encode Eq Equal Err EscapedPath Exif
  ExpiryDate File Fill Filter First FirstSection Fit ForceQuery Format Fragments FuzzyWordCount Get GetPage
  GetTerms GitInfo GoString GoVersion GoogleAnalytics GroupBy GroupByDate GroupByExpiryDate GroupByLastmod
  GroupByParam GroupByParamDate GroupByPublishDate Has HasChildren HasMenuCurrent HasNext HasPrev
  HasShortcode Hash Headings HeadingsFiltered HeadingsMap Height Home Hour Hours Hugo ISOWeek Identifier
  Identifiers InSection Inner InnerDeindent Integrity IsAncestor IsBranch IsDST IsDefault IsDescendant
  IsHome IsMenuCurrent IsMultiLingual IsMultihost IsNamedParams IsNode IsPage IsSection IsServer
  IsTranslated IsUnmarshalable IsZero Key KeyName Keywords Kind Language LanguagePrefix Languages Last
  LastChange Lastmod Layout Len Limit LinkTitle Local Location MainSections Markup MarshalJSON MarshalText
  MediaType Menu Menus Meta Microseconds Milliseconds Minute Minutes ModTime Mode Month Mount Name
  Nanosecond Nanoseconds Next NextInSection NextPage NumberOfElements Opaque Ordinal Output OutputFormats
  Page PageGroups PageNumber PageRef PageWithoutContent PagerSize Pagers Pages Paginate Paginator Param
  Params Parent Password Path Permalink Plain PlainWords Position Post Pre Prev PrevInSection PrevPage
  Process Publish PublishDate Query RSSLink RawContent ReadingTime Redacted Ref RegularPages
  RegularPagesRecursive Rel RelPermalink RelRef Related RelatedKeywords Render RenderCache RenderShortcodes
  RenderString RequestURI Resize ResourceType Resources Reverse Role Rotate Round Scratch Second Seconds
  Section Sections SectionsEntries SectionsPath Site Sitemap Sites Size Slug Social Store Sub Subject
  SubjectToPermalinks Summary Sys TableOfContents Taxonomies Term Terms Title ToHTML TotalNumberOfElements
  TotalPages TranslationBaseName TranslationKey Translations Truncate Truncated Type URL UTC UniqueID Unix
  UnixMicro UnixMilli UnixNano User Username Version Weekday Weight Width WordCount Wrapped Year YearDay
  Zone ZoneBounds
  `
    .trim()
    .split(/\s+/),
);

/** Whether some object of Hugo's has a field or a method of this name: one that ours lack is refused, and no fault. */
export function isHugoMember(name: string): boolean {
  return members.has(name);
}
