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
  `
    .trim()
    .split(/\s+/),
);

/** Whether Hugo has a function of this name. One that a site's own table has is not asked about here. */
export function isHugoName(name: string): boolean {
  return refused.has(name);
}
