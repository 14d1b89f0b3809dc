/**
 * Octavo's programming interface: everything the command line does, as functions from plain data to plain data.
 * What is exported here is kept stable; the rooms behind it are not.
 */
export { type BuildRequest, type BuildResult, build, type Published } from './build.js';
export { type BookCheck, checkBook } from './check-book.js';
export type { ConfigRequest } from './config/load-config.js';
export { defineConfig } from './define-config.js';
export { type ListedBook, listBook } from './list-book.js';
export type { PageKind, UnpublishedPage } from './model/book.js';
export type { Diagnostic, RelatedSpan, Severity, SourceSpan } from './model/diagnostic.js';
export type { ListEntry } from './model/list-entry.js';
export type { PublishCounts } from './model/output.js';
export type { PageView } from './model/page-view.js';
export type { PluginConfig, RemarkPlugin, TemplateFilter } from './model/plugins.js';
export type { BookReport } from './model/report.js';
export type { BookView, SiteView } from './model/site-view.js';
export type { TemplateData } from './model/template-data.js';
