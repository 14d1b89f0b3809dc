/** The event of the window by which a preview says that the book was made anew, while this page stayed as it was. */
export const BOOK_CHANGED = 'octavo-book-changed';
