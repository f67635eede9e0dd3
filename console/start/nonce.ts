/** The nonce of this page; styles that are made while it runs carry it, or the browser would not apply them. */
export function nonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Gives the nonce to every style element that the page's own scripts make; a few parts of antd know no nonce. */
export function giveNonceToStyles(value: string): void {
  const create = Reflect.get(Document.prototype, 'createElement') as (...made: unknown[]) => HTMLElement;
  Object.defineProperty(Document.prototype, 'createElement', {
    configurable: true,
    writable: true,
    value(this: Document, ...made: unknown[]) {
      const element = create.apply(this, made);
      if (element instanceof HTMLStyleElement) element.nonce = value;
      return element;
    },
  });
}
