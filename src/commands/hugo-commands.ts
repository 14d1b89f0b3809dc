/** What Hugo's commands that Octavo has not are answered with. */
export const hugoCommands: Readonly<Record<string, string>> = {
  mod: 'Octavo reads no modules; put what a book needs into its folder.',
  gen: 'Octavo generates no documentation and no styles; `octavo COMMAND --help` explains a command.',
  completion: 'Octavo has no script for the shell.',
  convert: 'Octavo reads front matter in YAML, TOML and JSON alike and leaves it as it is.',
  deploy: 'Octavo publishes to a folder; any tool that copies files puts it on the web.',
  import: '`octavo init DIR --from FOLDER` takes over a book of another tool.',
};
