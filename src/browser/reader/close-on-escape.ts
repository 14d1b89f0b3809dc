/** Lets Escape close a dialog from its search field at once: browsers give such a field the key to empty itself. */
export function closeOnEscape(field: HTMLInputElement, dialog: HTMLDialogElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
}
