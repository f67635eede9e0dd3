import type { ReactNode } from 'react';
import { useTitle } from './use-title';

interface Props {
  readonly title: string;
  /** Beside the title: state, actions. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which is also the name of its tab. */
export function Page({ title, extra, children }: Props) {
  useTitle(title);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {extra}
      </div>
      {children}
    </>
  );
}
