/** Every language that highlight.js has a grammar for, and its other names. A test compares this with the package. */
export const grammars = `
  1c
  abnf
  accesslog
  actionscript as
  ada
  angelscript asc
  apache apacheconf
  applescript osascript
  arcade
  arduino ino
  armasm arm
  asciidoc adoc
  aspectj
  autohotkey ahk
  autoit
  avrasm
  awk
  axapta x++
  bash sh zsh
  basic
  bnf
  brainfuck bf
  c h
  cal
  capnproto capnp
  ceylon
  clean icl dcl
  clojure clj edn
  clojure-repl
  cmake cmake.in
  coffeescript coffee cson iced
  coq
  cos cls
  cpp cc c++ h++ hpp hh hxx cxx
  crmsh crm pcmk
  crystal cr
  csharp cs c#
  csp
  css
  d
  dart
  delphi dpr dfm pas pascal
  diff patch
  django jinja
  dns bind zone
  dockerfile docker
  dos bat batch cmd
  dsconfig
  dts
  dust dst
  ebnf
  elixir ex exs
  elm
  erb
  erlang erl
  erlang-repl
  excel xlsx xls
  fix
  flix
  fortran f90 f95
  freedesktop desktop systemd
  fsharp fs f#
  gams gms
  gauss gss
  gcode nc
  gherkin feature
  glsl
  gml
  go golang
  golo
  gradle
  graphql gql
  groovy
  haml
  handlebars hbs html.hbs html.handlebars htmlbars
  haskell hs
  haxe hx
  hsp
  http https
  hy hylang
  inform7 i7
  ini toml
  irpf90
  isbl
  java jsp
  javascript js jsx mjs cjs
  jboss-cli wildfly-cli
  json jsonc json5
  julia
  julia-repl jldoctest
  kotlin kt kts ktm ktx
  lasso ls lassoscript
  latex tex
  ldif
  leaf
  less
  lisp
  livecodeserver
  livescript ls
  llvm
  lsl
  lua pluto
  makefile mk mak make
  markdown md mkdown mkd
  mathematica mma wl
  matlab
  maxima
  mel
  mercury m moo
  mipsasm mips
  mizar
  mojolicious
  monkey
  moonscript moon
  n1ql
  nestedtext nt
  nginx nginxconf
  nim
  nix nixos
  node-repl
  nsis
  objectivec mm objc obj-c obj-c++ objective-c++
  ocaml ml
  openscad scad
  oxygene
  parser3
  perl pl pm
  pf pf.conf
  pgsql postgres postgresql
  php
  php-template
  plaintext text txt
  pony
  powershell pwsh ps ps1
  processing pde
  profile
  prolog
  properties
  protobuf proto
  puppet pp
  purebasic pb pbi
  python py gyp ipython
  python-repl pycon
  q k kdb
  qml qt
  r
  reasonml re
  rib
  roboconf graph instances
  routeros mikrotik
  rsl
  ruby rb gemspec podspec thor irb
  ruleslanguage
  rust rs
  sas
  scala
  scheme scm
  scilab sci
  scss
  shell console shellsession
  smali
  smalltalk st
  sml ml
  sqf
  sql
  stan stanfuncs
  stata do ado
  step21 p21 step stp
  stylus styl
  subunit
  swift
  taggerscript
  tap
  tcl tk
  thrift
  tp
  twig craftcms
  typescript ts tsx mts cts
  vala
  vbnet vb
  vbscript vbs
  vbscript-html
  verilog v sv svh
  vhdl
  vim
  wasm
  wren
  x86asm
  xl tao
  xml html xhtml rss atom xjb xsd xsl plist wsf svg
  xquery xpath xq xqm
  yaml yml
  zephir zep
`;

/** Languages that highlight.js has no grammar for and refractor has, with their other names. A test loads each. */
export const refractorGrammars = `
  abap
  agda
  al
  antlr4 g4
  apex
  apl
  aql
  arturo art
  asm6502
  asmatmel
  avisynth avs
  avro-idl avdl
  bbcode shortcode
  bicep bicepparam
  bison
  bqn
  brightscript
  bsl oscript
  cfscript cfc
  chaiscript
  cil
  cobol cob
  concurnas conc
  csv tsv
  cue
  cypher
  dataweave
  dax
  dhall
  dns-zone-file dns-zone
  dot gv graphviz
  editorconfig
  eiffel
  etlua
  factor
  firestore-security-rules
  ftl
  gdscript gd
  gedcom
  gettext po
  gn gni
  go-module go-mod
  hcl terraform tf tfvars
  hlsl fx
  hoon
  ichigojam
  icu-message-format
  idris idr
  ignore gitignore hgignore npmignore
  jexl
  jolie
  jq
  keepalived
  kumir kum
  kusto
  lilypond ly
  linker-script ld
  lolcode
  maxscript
  metafont
  mongodb
  naniscript nani
  nasm
  nevod
  odin
  opencl
  openqasm qasm
  pascaligo
  plant-uml plantuml
  plsql
  powerquery mscript pq
  promql
  purescript purs
  qore
  qsharp qs
  racket rkt
  reason
  rego opa
  renpy rpy
  rescript res
  rest rst restructuredtext
  robotframework robot
  sass
  solidity sol
  solution-file sln
  sparql rq
  splunk-spl
  squirrel
  supercollider sclang
  textile
  turtle trig ttl
  typoscript tsconfig
  unrealscript uc uscript
  velocity
  web-idl webidl
  wgsl
  yang
  zig zon
`;

/** Names of Hugo's highlighter and of others for what one of these grammars does as well. */
export const otherNames = `
  bash fish
  handlebars gotmpl go-html-template go-text-template html+template html+handlebars mustache
  ini cfg dosini conf gitconfig
  javascript node
  json jsonl ndjson geojson
  plaintext plain none output goat mermaid math nohighlight no-highlight fallback
  powershell posh
  python python3 py3
  shell sh-session terminal
  vim viml vimscript
  wasm wat
  xml vue svelte astro
`;
