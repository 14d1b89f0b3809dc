/** Elements of text within a line that say nothing but what their words are: no chapter can do harm with one. */
export const harmlessNames: ReadonlySet<string> = new Set(
  'abbr b bdi bdo cite code del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small span strike strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Every other element of HTML, old ones too. What is in neither list is no HTML, but a word in angle brackets. */
const otherNames =
  'a acronym address applet area article aside audio base basefont bgsound big blink blockquote body br button canvas caption center col colgroup data datalist dd details dialog dir div dl dt embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe image img input isindex keygen label legend li link listing main map marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress script search section select slot source style summary svg table tbody td template textarea tfoot th thead title tr track tt ul video xmp';

/** Parts of drawings and formulas, which stand in `svg` and `math`. */
const foreignNames =
  'animate animatetransform circle clippath defs desc ellipse fegaussianblur filter foreignobject g line lineargradient marker mask path pattern polygon polyline radialgradient rect stop symbol text textpath tspan use annotation semantics mfenced mfrac mi mn mo mover mpadded mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover';

/** Every name that a browser knows, in lower case. */
export const htmlNames: ReadonlySet<string> = new Set([
  ...harmlessNames,
  ...otherNames.split(' '),
  ...foreignNames.split(' '),
]);
