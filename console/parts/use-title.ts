import { useEffect } from 'react';
import { useLanguage } from '../words/use-language';

/** Names the tab of the browser. */
export function useTitle(title: string): void {
  const product = useLanguage().say('product.name');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
