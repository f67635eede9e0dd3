/** Asked of a page: the innermost elements that reach beyond the screen, when the page can be moved sideways. */
export const WHAT_IS_TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.querySelector('*'))
  .map((one) => one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 40)).slice(0, 8).join(' | ')`;
