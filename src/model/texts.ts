/** A text of the interface by the grammatical number that its count asks for (`Intl.PluralRules`); `other` is always there. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The words that a site shows beside those of its chapters, in one language, by key (`script.copy`). */
export type TextTable = Readonly<Record<string, string | PluralForms>>;

/** What is put in for `{name}`; `count` also decides the form. */
export type TextValues = Readonly<Record<string, string | number>>;
